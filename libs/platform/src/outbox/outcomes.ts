import { systemScope, type TenantDb } from '../db/index.js';
import type { JobOutcomes } from '../jobs/index.js';

/** Keeps what became of the jobs of lines beside the lines. A job that no line made leaves nothing. A line whose relay died before its mark is relayed too: its job is proof. */
export function outboxOutcomes(tenantDb: TenantDb): JobOutcomes {
  const write = (tenantId: string, sql: string, values: readonly unknown[]): Promise<void> =>
    tenantDb.write(systemScope(tenantId), async (writer) => void (await writer.query(sql, values)));
  return {
    done: ({ jobId, tenantId }) => write(tenantId, 'update outbox set done_at = now(), relayed_at = coalesce(relayed_at, now()), failed_at = null, failure = null where id = $1', [jobId]),
    failed: ({ jobId, tenantId }, reason) => write(tenantId, 'update outbox set failed_at = now(), failure = $2 where id = $1 and done_at is null', [jobId, reason.slice(0, LONGEST_REASON)]),
  };
}

const LONGEST_REASON = 100;
