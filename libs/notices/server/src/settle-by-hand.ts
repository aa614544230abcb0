import { DomainError, InvalidInputError, NotFoundError, readId } from '@ketenregie/kernel';
import type { Reader, Writer } from '@ketenregie/platform/db';

/** What a person found out about a mail of unknown outcome: it arrived, or it did not and goes out again. */
export const SETTLEMENTS = ['arrived', 'again'] as const;
export type Settlement = (typeof SETTLEMENTS)[number];

/** Reads a settlement, or refuses it with INVALID_INPUT. */
export function settlementOf(text: string): Settlement {
  const found = SETTLEMENTS.find((known) => known === text);
  if (found === undefined) throw new InvalidInputError(`A mail is settled as one of: ${SETTLEMENTS.join(', ')}.`, 'as');
  return found;
}

const ARRIVED = `state = 'sent', sent_at = coalesce(handed_at, clock_timestamp()), reply = 'arrived, as somebody found out'`;
/** With all its tries anew: who asks for it knows why. */
const AGAIN = `state = 'pending', next_try_at = clock_timestamp(), attempts = 0, handed_at = null, reply = 'sent again by hand'`;

/**
 * Settles a mail of unknown outcome by hand, once: of two who do so at the same moment the second is refused with CONFLICT, so that it never goes out twice
 * by mistake. The event names who found what. Refuses what is not there with NOT_FOUND. What is sent again says what is open by then.
 */
export async function settleByHand(writer: Writer, { noticeId, as }: { readonly noticeId: string; readonly as: Settlement }): Promise<void> {
  readId(noticeId);
  const [settled] = await writer.query<{ memberId: string; period: string }>(
    `update notice set ${as === 'arrived' ? ARRIVED : AGAIN} where id = $1 and state = 'parked' returning member_id as "memberId", period`,
    [noticeId],
  );
  if (settled === undefined) {
    const known = await writer.query('select 1 from notice where id = $1', [noticeId]);
    if (known.length === 0) throw new NotFoundError('The mail');
    throw new DomainError('CONFLICT', 'Nothing is in doubt about this mail any more.');
  }
  await writer.audit({ action: as === 'arrived' ? 'notice.settled-as-arrived' : 'notice.sent-again', objectKind: 'member', objectId: settled.memberId, payload: { on: settled.period } });
}

/** A mail of which nobody knows whether it arrived, for who runs the installation. */
export interface DoubtfulMail {
  readonly id: string;
  readonly member: string;
  readonly period: string;
  readonly messageOf: string;
  readonly attempts: number;
  readonly reply: string | null;
  /** ISO instant in UTC; when it was last given to the mail server. */
  readonly handedAt: string | null;
}

/** All mail of unknown outcome in the tenant in scope, oldest first. */
export function doubtfulMail(reader: Reader): Promise<DoubtfulMail[]> {
  return reader.query(
    `select n.id, m.display_name as member, n.period, n.kind as "messageOf", n.attempts, n.reply, to_char(n.handed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "handedAt"
     from notice n join member m on m.id = n.member_id where n.state = 'parked' order by n.created_at, n.id`,
  );
}
