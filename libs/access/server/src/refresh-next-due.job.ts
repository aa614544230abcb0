import { systemScope } from '@ketenregie/platform/db';
import { defineJob, idPayload } from '@ketenregie/platform/jobs';

/** The soonest last valid day that lies ahead, of rights and means alike; its end is when a sweep has something new to say at the latest. */
const SOONEST = `select min(ends_on) from (
    select v.ends_on from authorisation_version v where v.superseded_at is null and v.ends_on >= $1::date
    union all
    select v.ends_on from means_version v where v.superseded_at is null and v.ends_on >= $1::date) ends`;

/**
 * Keeps the tenant's next due instant in the directory, from which sweeps choose whom to visit. Announced by whatever changes rights or means;
 * computed anew from the tables each time, so that running it twice, late, or at once gives the same.
 */
export const refreshNextDue = defineJob({
  name: 'refresh-next-due',
  payload: idPayload(),
  attempts: 5,
  backoff: { type: 'exponential', delayMs: 1_000 },
  async handler({ tenantId }, { tenantDb, clock }) {
    await tenantDb.write(systemScope(tenantId), (writer) =>
      writer.query(
        `update tenant_directory set next_due_at = ((${SOONEST})::timestamp at time zone (select time_zone from tenant)) where id = $2`,
        [clock.today(), tenantId],
      ),
    );
  },
});
