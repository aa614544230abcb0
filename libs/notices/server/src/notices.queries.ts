import type { Reader } from '@ketenregie/platform/db';

/** A notice that a person must look at: its outcome stayed unknown, or its mail server refused. */
export interface TroubledNotice {
  readonly id: string;
  readonly memberId: string;
  readonly memberName: string;
  readonly kind: string;
  readonly period: string;
  readonly state: string;
  readonly attempts: number;
  readonly reply: string | null;
  /** ISO instant in UTC. */
  readonly createdAt: string;
  readonly isSuppressed: boolean;
}

const MOST = 200;

/** Days after which nobody looks for a mail of unknown outcome any more. */
const PARKED_DAYS = 30;

/**
 * The notices that need a person, latest first; the last 200 of them. Refused: the latest of each member who gets no mail since. Of unknown outcome: those
 * of the last 30 days.
 */
export function troubledNotices(reader: Reader): Promise<TroubledNotice[]> {
  return reader.query(
    `select n.id, n.member_id as "memberId", m.display_name as "memberName", n.kind, n.period, n.state, n.attempts, n.reply, to_char(n.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "createdAt",
       s.suppressed_at is not null as "isSuppressed"
     from notice n join member m on m.id = n.member_id left join digest_setting s on s.member_id = n.member_id
     where (n.state = 'parked' and n.created_at > now() - interval '${PARKED_DAYS} days')
       or (n.state = 'bounced' and s.suppressed_at is not null and n.id = (select max(l.id::text)::uuid from notice l where l.member_id = n.member_id and l.state = 'bounced')) order by n.created_at desc, n.id limit ${MOST}`,
  );
}
