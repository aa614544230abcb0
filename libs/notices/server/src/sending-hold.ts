import type { Clock } from '@ketenregie/kernel';
import { queryOne, type Reader, systemScope, type TenantDb, type Writer } from '@ketenregie/platform/db';
import { sweepTasks } from '@ketenregie/tasks-server';
import { bouncingMail } from './digest-source.js';
import { makeDigests } from './make-digests.js';
import { reviewWork } from './review-work.js';

/** Whether a tenant's mail is held, and what waits. */
export interface SendingState {
  readonly isHeld: boolean;
  /** ISO instant in UTC, of the database's clock; null where it is not held. */
  readonly heldAt: string | null;
  readonly reason: string | null;
  /** Messages that go out as soon as nothing holds them. */
  readonly waiting: number;
}

const STATE = `select h.tenant_id is not null as "isHeld", to_char(h.held_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "heldAt", h.reason,
    (select count(*)::int from notice where state = 'pending') as waiting
  from (select 1) one left join sending_hold h on h.released_at is null`;

/** Whether sending is held in the tenant in scope. */
export function sendingState(reader: Reader): Promise<SendingState> {
  return queryOne<SendingState>(reader, STATE);
}

/**
 * Holds all sending of the tenant in scope: after a restore what was sent since the copy is not known. Nothing is lost by it: digests are made on their days
 * and wait. Taken by whoever restores, with no event: the log is to be what it was.
 */
export async function holdSending(reader: Reader, reason: string): Promise<void> {
  await reader.query('insert into sending_hold (reason) values ($1) on conflict (tenant_id) do update set held_at = now(), reason = excluded.reason, released_at = null', [reason]);
}

/** Releases a hold: what waits is sent from now on. Returns whether there was one. The event names since when and why it was held. */
export async function releaseSending(writer: Writer): Promise<boolean> {
  const { isHeld, heldAt, reason } = await sendingState(writer);
  if (!isHeld) return false;
  await writer.query('update sending_hold set released_at = now() where released_at is null');
  await writer.audit({ action: 'sending.released', objectKind: 'tenant', payload: { heldAt, reason } });
  return true;
}

const COUNTED = 'counted as sent when sending was released';

/**
 * Counts as sent what was due by the moment of the clock: the digests of that moment are written as they would have been, with the steps of the ladder that
 * they tell, and nothing that waits is sent. For the time between a backup and a restore, in which the mails did go out. Returns how many it withdrew.
 */
export async function countAsSent({ tenantDb, clock }: { readonly tenantDb: TenantDb; readonly clock: Clock }, tenantId: string): Promise<number> {
  const scope = systemScope(tenantId, 'operator');
  await tenantDb.write(scope, (writer) => sweepTasks(writer, clock.today()));
  await makeDigests({ tenantDb, clock, sources: [reviewWork, bouncingMail] }, tenantId);
  return tenantDb.write(scope, async (writer) => {
    const rows = await writer.query(
      `update notice set state = 'withdrawn', reply = $1, lease = null, lease_until = null where state = 'pending' or (state = 'sending' and lease_until <= clock_timestamp()) returning 1`,
      [COUNTED],
    );
    if (rows.length > 0) await writer.audit({ action: 'notices.counted-as-sent', objectKind: 'tenant', payload: { count: rows.length, until: clock.now().toISOString() } });
    return rows.length;
  });
}
