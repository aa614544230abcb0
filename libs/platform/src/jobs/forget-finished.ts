import type { Queue } from 'bullmq';
import { KEPT_S } from './job-options.js';

const BATCH = 1_000;

/** How long finished jobs are kept, in seconds. */
export interface KeptFor {
  readonly done: number;
  readonly failed: number;
}

/**
 * Deletes finished jobs whose time is over. The queue does so by itself whenever a job ends in the same way; where none does for a long while, as a queue
 * without failures, nothing would go. `within` bounds each statement.
 */
export async function forgetFinished(queue: Queue, within: <T>(work: Promise<T>) => Promise<T>, { done, failed }: KeptFor = KEPT_S): Promise<number> {
  let count = 0;
  for (const [state, keptS] of [['completed', done], ['failed', failed]] as const) {
    for (;;) {
      const gone = await within(queue.clean(keptS * 1_000, BATCH, state));
      count += gone.length;
      if (gone.length < BATCH) break;
    }
  }
  return count;
}
