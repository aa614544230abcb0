import { queryOne, systemScope } from '@ketenregie/platform/db';
import { defineJob, emptyPayload } from '@ketenregie/platform/jobs';
import { startDueRounds } from './start-round.js';

/**
 * Starts the rounds that are due, tenant by tenant on the tenant's own day. What was missed is caught up by the next sweep that runs: a
 * programme's due round is computed from its rounds, not from the sweeps. One tenant's trouble does not stop the others; then it fails
 * in the end and is tried again.
 */
export const sweepReviews = defineJob({
  name: 'sweep-reviews',
  payload: emptyPayload,
  attempts: 5,
  backoff: { type: 'exponential', delayMs: 60_000 },
  schedule: { cron: '20 4 * * *', timeZone: 'Europe/Amsterdam' },
  async handler(_, { tenantDb, clock, log }) {
    const failures: unknown[] = [];
    for (const { id: tenantId } of await tenantDb.listTenants()) {
      try {
        await tenantDb.write(systemScope(tenantId), async (writer) => {
          const { timeZone } = await queryOne<{ timeZone: string }>(writer, 'select time_zone as "timeZone" from tenant');
          await startDueRounds(writer, clock.today(timeZone));
        });
      } catch (error) {
        failures.push(error);
        log.failure('reviews.sweep', error, { tenantId });
      }
    }
    if (failures.length > 0) throw new AggregateError(failures);
  },
});
