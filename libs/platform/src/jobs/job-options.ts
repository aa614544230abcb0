import type { DefaultJobOptions } from 'bullmq';
import type { AnyJobDefinition } from './job-definition.js';

const DAY_S = 86_400;

/**
 * How long finished jobs are kept, in seconds, by age and never by count: trimming by count deadlocks on PostgreSQL under load and then marks jobs as failed
 * whose handlers had succeeded (measured). Each job that ends trims all that ended as it did, whatever their names: one age for all, or the shortest would
 * count for all. It is how long an id is remembered, so that the same line again makes no second job, and how long the last run of a schedule is known; a
 * job that runs each minute leaves some three thousand rows of ids in that time.
 */
export const KEPT_S = { done: 2 * DAY_S, failed: 30 * DAY_S } as const;

/** The options BullMQ is given for a job of this definition. */
export function jobOptions({ attempts, backoff }: Pick<AnyJobDefinition, 'attempts' | 'backoff'>): DefaultJobOptions {
  return { removeOnComplete: { age: KEPT_S.done }, removeOnFail: { age: KEPT_S.failed }, attempts, backoff: { type: backoff.type, delay: backoff.delayMs, jitter: 0.2 } };
}
