import type { DefaultJobOptions } from 'bullmq';
import type { AnyJobDefinition } from './job-definition.js';

const DAY_S = 86_400;

/**
 * How long finished jobs are kept, by age and never by count: trimming by count deadlocks on PostgreSQL under load and then marks
 * jobs as failed whose handlers had succeeded (measured). The age is also how long an id is remembered, so that the outbox may
 * enqueue the same line again without a second job.
 */
const KEPT = { removeOnComplete: { age: 2 * DAY_S }, removeOnFail: { age: 30 * DAY_S } } as const;

/** The options BullMQ is given for a job of this definition. */
export function jobOptions({ attempts, backoff }: Pick<AnyJobDefinition, 'attempts' | 'backoff'>): DefaultJobOptions {
  return { ...KEPT, attempts, backoff: { type: backoff.type, delay: backoff.delayMs, jitter: 0.2 } };
}
