import { newId } from '@ketenregie/kernel';
import { type NextState, type Outcome, stateAfter, stateOfAbandoned } from '@ketenregie/notices-domain';
import { type Scope, systemScope, type TenantDb, type Writer } from '@ketenregie/platform/db';
import { type DeliveryLog, messageIdOf } from '@ketenregie/platform/mail';

/** A notice in the hands of one attempt. */
export interface ClaimedNotice {
  readonly id: string;
  readonly memberId: string;
  readonly kind: string;
  readonly period: string;
  /** The attempt under way counted. */
  readonly attempts: number;
  readonly lease: string;
  /** What the link that ends the digests must name. */
  readonly stopKey: string;
}

const LONGEST_REPLY = 200;

/**
 * Claims the notice that has waited longest, for as long as the lease lasts on the database's clock; null where none waits or sending is held. Others
 * that claim at the same moment get others.
 */
export async function claimNotice(db: TenantDb, scope: Scope, leaseMs: number): Promise<ClaimedNotice | null> {
  return db.write(scope, async (writer) => {
    const [claimed] = await writer.query<ClaimedNotice>(
      `update notice set state = 'sending', lease = $1, lease_until = clock_timestamp() + $2 * interval '1 millisecond', attempts = attempts + 1, handed_at = null,
         stop_key = coalesce(stop_key, gen_random_uuid())
       where id = (select id from notice where state = 'pending' and next_try_at <= clock_timestamp() and not exists (select 1 from sending_hold where released_at is null)
         order by next_try_at, id limit 1 for update skip locked)
       returning id, member_id as "memberId", kind, period, attempts, lease, stop_key as "stopKey"`,
      [newId(), leaseMs],
    );
    return claimed ?? null;
  });
}

/**
 * Notes that the content of the message is given to the mail server now, and renews the lease from here; false where the lease was lost or sending was held meanwhile.
 * Committed before the first byte: whoever finds the notice later knows that it may have been delivered.
 */
export function markHanded(db: TenantDb, scope: Scope, { notice, leaseMs }: { readonly notice: ClaimedNotice; readonly leaseMs: number }): Promise<boolean> {
  return db.write(scope, async (writer) => {
    const rows = await writer.query(
      `update notice set handed_at = clock_timestamp(), lease_until = clock_timestamp() + $3 * interval '1 millisecond'
       where id = $1 and lease = $2 and state = 'sending' and lease_until > clock_timestamp() and not exists (select 1 from sending_hold where released_at is null) returning 1`,
      [notice.id, notice.lease, leaseMs],
    );
    return rows.length > 0;
  });
}

async function writeState(writer: Writer, { id, lease }: Pick<ClaimedNotice, 'id' | 'lease'>, { next, reply }: { readonly next: NextState; readonly reply: string }): Promise<void> {
  const kept = reply.slice(0, LONGEST_REPLY);
  if (next.state === 'sending') {
    await writer.query('update notice set reply = $3 where id = $1 and lease = $2', [id, lease, kept]);
    return;
  }
  await writer.query(
    `update notice set state = $3, reply = $4, lease = null, lease_until = null, sent_at = case when $3 = 'sent' then clock_timestamp() end,
       next_try_at = clock_timestamp() + $5 * interval '1 millisecond' where id = $1 and lease = $2`,
    [id, lease, next.state, kept, next.state === 'pending' ? next.pauseMs : 0],
  );
}

/** A refusal that is about the address itself: nothing more is sent there until somebody clears it. Others are about us or the message. */
const isAboutAddress = (reply: string): boolean => /^(550|551|553|556)\b/.test(reply);

/** Writes what became of an attempt. One that lost its lease writes nothing. */
export function settle(db: TenantDb, scope: Scope, { notice, outcome }: { readonly notice: ClaimedNotice; readonly outcome: Outcome }): Promise<void> {
  return db.write(scope, async (writer) => {
    await writeState(writer, notice, { next: stateAfter(outcome, notice.attempts), reply: outcome.reply });
    if (outcome.kind === 'refused' && isAboutAddress(outcome.reply)) {
      await writer.query('update digest_setting set suppressed_at = now(), suppressed_reply = $2 where member_id = $1', [notice.memberId, outcome.reply.slice(0, LONGEST_REPLY)]);
    }
  });
}

/** Takes a notice back whose reason is gone: its member left, or there is nothing left to say. */
export function withdraw(db: TenantDb, scope: Scope, { notice, reason }: { readonly notice: ClaimedNotice; readonly reason: string }): Promise<void> {
  return db.write(scope, async (writer) => {
    await writer.query(`update notice set state = 'withdrawn', reply = $3, lease = null, lease_until = null where id = $1 and lease = $2`, [notice.id, notice.lease, reason]);
  });
}

interface AbandonedNotice {
  readonly id: string;
  readonly kind: string;
  readonly lease: string;
  readonly handedForMs: number | null;
}

const BATCH = 100;

/**
 * Looks after attempts whose lease is over: their process ended, or no reply came. The delivery log says what became of them; without one they wait, and
 * after 30 minutes are parked for a person to see. Returns how many it settled.
 */
export async function settleAbandoned(db: TenantDb, tenantId: string, { log, from }: { readonly log: DeliveryLog | null; readonly from: string }): Promise<number> {
  return db.write(systemScope(tenantId), async (writer) => {
    const rows = await writer.query<AbandonedNotice>(
      `select id, kind, lease, (extract(epoch from clock_timestamp() - handed_at) * 1000)::float8 as "handedForMs" from notice
       where state = 'sending' and lease_until <= clock_timestamp() order by lease_until, id limit ${BATCH} for update skip locked`,
    );
    let settled = 0;
    for (const notice of rows) {
      const isFound = log === null || notice.handedForMs === null ? null : await log.has(messageIdOf(notice.kind, notice.id, from));
      const next = stateOfAbandoned({ handedForMs: notice.handedForMs, isFound });
      if (next.state === 'sending') continue;
      await writeState(writer, notice, { next, reply: next.state === 'sent' ? 'found in the delivery log' : 'no reply' });
      settled += 1;
    }
    return settled;
  });
}
