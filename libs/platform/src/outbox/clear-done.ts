import { systemScope, type TenantDb } from '../db/index.js';

/** How long a line stands whose job was done, in days: long enough to look into what went wrong last week. What failed stays for the operator. */
export const DONE_KEPT_DAYS = 7;

const BATCH = 5_000;

/** Deletes the lines of one tenant whose jobs were done longer ago than that; a batch a transaction, so that nobody waits for it. Returns how many. */
export async function clearDoneLines(tenantDb: TenantDb, tenantId: string): Promise<number> {
  for (let count = 0; ; ) {
    const gone = await tenantDb.write(systemScope(tenantId), (writer) =>
      writer.query(
        `delete from outbox where id in (select id from outbox where done_at < clock_timestamp() - interval '${DONE_KEPT_DAYS} days' and failed_at is null order by done_at limit ${BATCH} for update skip locked) returning 1`,
      ),
    );
    count += gone.length;
    if (gone.length < BATCH) return count;
  }
}

/** Opens a line again whose job failed, so that it is enqueued anew: for where the queue knows the job no more. False where there is no such line. */
export async function reopenFailedLine(tenantDb: TenantDb, lineId: string): Promise<boolean> {
  for (const { id } of await tenantDb.listTenants()) {
    const opened = await tenantDb.write(systemScope(id, 'operator'), (writer) => writer.query('update outbox set failed_at = null, failure = null, relayed_at = null where id = $1 and failed_at is not null returning 1', [lineId]));
    if (opened.length > 0) return true;
  }
  return false;
}
