import { DomainError } from '@ketenregie/kernel';
import { systemScope, type TenantDb, type Writer } from '../db/index.js';
import type { JobQueue } from '../jobs/index.js';
import type { Log } from '../logging/index.js';

export interface RelayContext {
  readonly tenantDb: TenantDb;
  readonly queue: Pick<JobQueue, 'enqueue' | 'names'>;
  readonly log: Log;
}

interface OutboxLine {
  readonly id: string;
  readonly topic: string;
  readonly payload: unknown;
}

const BATCH = 100;

/**
 * Claims the oldest waiting lines of the transaction's tenant, enqueues them under their own ids, marks them. A relay that dies
 * between the two leaves the lines unmarked: the next one enqueues them again, and the same id gives no second job.
 * Topics that no job of this build has are left to the build that knows them: during an upgrade both run.
 */
async function relayBatch(writer: Writer, { queue, log }: RelayContext): Promise<number> {
  const lines = await writer.query<OutboxLine>(
    `select id, topic, payload from outbox where relayed_at is null and topic = any($1::text[]) order by id limit ${BATCH} for update skip locked`,
    [queue.names],
  );
  for (const { id, topic, payload } of lines) {
    try {
      await queue.enqueue(topic, payload, id);
    } catch (error) {
      // A line that its job refuses would hold up all behind it; the fault is ours and stands in the log. All else is the queue's: try later.
      if (!(error instanceof DomainError)) throw error;
      log.failure('outbox.refused', error, { jobId: id, tenantId: writer.scope.tenantId });
    }
  }
  if (lines.length > 0) await writer.query('update outbox set relayed_at = now() where id = any($1::uuid[])', [lines.map(({ id }) => id)]);
  return lines.length;
}

/** Relays all that waits in one tenant's outbox. Returns how many lines; throws when the queue cannot be reached. */
export async function relayTenant(tenantId: string, context: RelayContext): Promise<number> {
  let relayed = 0;
  for (;;) {
    const count = await context.tenantDb.write(systemScope(tenantId), (writer) => relayBatch(writer, context));
    relayed += count;
    if (count < BATCH) return relayed;
  }
}

/** Relays all that waits, tenant by tenant. One tenant's trouble does not stop the others. */
export async function relayAll(context: RelayContext): Promise<number> {
  let relayed = 0;
  for (const { id } of await context.tenantDb.listTenants()) {
    try {
      relayed += await relayTenant(id, context);
    } catch (error) {
      context.log.failure('outbox.relay', error, { tenantId: id });
    }
  }
  return relayed;
}
