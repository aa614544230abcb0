import { type AnyJobDefinition, defineJob, emptyPayload, type JobQueue } from '../jobs/index.js';
import { clearDoneLines } from './clear-done.js';

/**
 * Each night: deletes the lines of the outbox whose jobs were done a week ago, and the finished jobs whose time is over. `open` gives a queue of its own,
 * closed afterwards. One tenant's trouble does not stop the others; run twice or at once it deletes nothing more.
 */
export function clearDoneWork(open: () => Pick<JobQueue, 'forgetFinished' | 'close'>): AnyJobDefinition {
  return defineJob({
    name: 'clear-done-work',
    payload: emptyPayload,
    attempts: 3,
    backoff: { type: 'fixed', delayMs: 60_000 },
    schedule: { cron: '40 3 * * *', timeZone: 'Europe/Amsterdam' },
    async handler(_, { tenantDb, log }) {
      let lines = 0;
      for (const { id } of await tenantDb.listTenants()) {
        lines += await clearDoneLines(tenantDb, id).catch((error: unknown) => {
          log.failure('outbox.clear', error, { tenantId: id });
          return 0;
        });
      }
      const queue = open();
      try {
        const jobs = await queue.forgetFinished();
        log.info('outbox.cleared', { count: lines });
        log.info('queue.forgotten', { count: jobs });
      } finally {
        await queue.close();
      }
    },
  });
}
