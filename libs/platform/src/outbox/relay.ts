import { DomainError } from '@ketenregie/kernel';
import { queryOne, systemScope, type TenantDb, type Writer } from '../db/index.js';
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

/** Lines that were never enqueued. */
const WAITING = 'relayed_at is null';

/** Lines whose job was enqueued a while ago and has not ended: it waits, it runs, or the queue has lost it. */
const UNDER_WAY = 'relayed_at < $2::timestamptz and done_at is null and failed_at is null';

/** A queue that is well has done most jobs within that time; asking earlier would only cost. */
const LOOK_AFTER_MS = 60_000;

async function enqueueLine({ queue, log }: RelayContext, { id, topic, payload }: OutboxLine, tenantId: string): Promise<string | null> {
  try {
    await queue.enqueue(topic, payload, id);
    return null;
  } catch (error) {
    // A line that its job refuses would hold up all behind it; the fault is ours and stands in the log. All else is the queue's: try later.
    if (!(error instanceof DomainError)) throw error;
    log.failure('outbox.refused', error, { jobId: id, tenantId });
    return error.code;
  }
}

async function markRefused(writer: Writer, id: string, code: string): Promise<void> {
  await writer.query('update outbox set failed_at = now(), failure = $2 where id = $1', [id, code]);
}

/**
 * Claims the oldest lines of the transaction's tenant, enqueues them under their own ids, marks them. A relay that dies between the two leaves the
 * lines unmarked: the next one enqueues them again, and the same id gives no second job. Topics that no job of this build has are left to the build
 * that knows them: during an upgrade both run.
 */
async function relayBatch(writer: Writer, context: RelayContext, enqueuedBefore: string | null): Promise<number> {
  const lines = await writer.query<OutboxLine>(
    `select id, topic, payload from outbox where ${enqueuedBefore === null ? WAITING : UNDER_WAY} and topic = any($1::text[]) order by id limit ${BATCH} for update skip locked`,
    [context.queue.names, ...(enqueuedBefore === null ? [] : [enqueuedBefore])],
  );
  for (const line of lines) {
    const refusal = await enqueueLine(context, line, writer.scope.tenantId);
    if (refusal !== null) await markRefused(writer, line.id, refusal);
  }
  if (lines.length > 0) await writer.query('update outbox set relayed_at = clock_timestamp() where id = any($1::uuid[])', [lines.map(({ id }) => id)]);
  return lines.length;
}

async function inBatches(tenantId: string, context: RelayContext, enqueuedBefore: string | null): Promise<number> {
  let relayed = 0;
  for (;;) {
    const count = await context.tenantDb.write(systemScope(tenantId), (writer) => relayBatch(writer, context, enqueuedBefore));
    relayed += count;
    if (count < BATCH) return relayed;
  }
}

/** Relays all that waits in one tenant's outbox. Returns how many lines; throws when the queue cannot be reached. */
export function relayTenant(tenantId: string, context: RelayContext): Promise<number> {
  return inBatches(tenantId, context, null);
}

/**
 * Enqueues again what was enqueued longer ago than that and has not ended. Where the queue still has the job, nothing comes of it; where it lost the job,
 * flushed or restarted empty, the job is made anew. Returns how many lines were looked after.
 */
export async function lookAfterTenant(tenantId: string, context: RelayContext, olderThanMs = LOOK_AFTER_MS): Promise<number> {
  // One instant for all batches, so that a long one does not meet its own lines again.
  const { before } = await context.tenantDb.read(systemScope(tenantId), (reader) =>
    queryOne<{ before: string }>(reader, `select (clock_timestamp() - $1 * interval '1 millisecond')::text as before`, [olderThanMs]),
  );
  return inBatches(tenantId, context, before);
}

async function inEachTenant(context: RelayContext, work: (tenantId: string) => Promise<number>): Promise<number> {
  let count = 0;
  for (const { id } of await context.tenantDb.listTenants()) {
    try {
      count += await work(id);
    } catch (error) {
      context.log.failure('outbox.relay', error, { tenantId: id });
    }
  }
  return count;
}

/** Relays all that waits, tenant by tenant. One tenant's trouble does not stop the others. */
export function relayAll(context: RelayContext): Promise<number> {
  return inEachTenant(context, (tenantId) => relayTenant(tenantId, context));
}

/** Looks after all that is under way, tenant by tenant. */
export function lookAfterAll(context: RelayContext, olderThanMs = LOOK_AFTER_MS): Promise<number> {
  return inEachTenant(context, (tenantId) => lookAfterTenant(tenantId, context, olderThanMs));
}
