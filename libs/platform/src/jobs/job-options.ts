import type { DefaultJobOptions } from 'bullmq';
import type { AnyJobDefinition } from './job-definition.js';

const DAY_S = 86_400;

/**
 * How long finished jobs are kept, by age and never by count: trimming by count deadlocks on PostgreSQL under load and then marks
 * jobs as failed whose handlers had succeeded (measured). The age is also how long an id is remembered, so that the outbox may
 * enqueue the same line again without a second job. The runs of a schedule are named after their instant and need no memory: one that
 * runs each minute would be nearly three thousand jobs in two days.
 */
const KEPT_S = { line: 2 * DAY_S, scheduled: 3_600, failed: 30 * DAY_S } as const;

/** The options BullMQ is given for a job of this definition. */
export function jobOptions({ attempts, backoff, schedule }: Pick<AnyJobDefinition, 'attempts' | 'backoff' | 'schedule'>): DefaultJobOptions {
  const keptS = schedule === undefined ? KEPT_S.line : KEPT_S.scheduled;
  return { removeOnComplete: { age: keptS }, removeOnFail: { age: KEPT_S.failed }, attempts, backoff: { type: backoff.type, delay: backoff.delayMs, jitter: 0.2 } };
}
