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
}

const MOST = 200;

/** The notices that need a person, latest first; the last 200 of them. */
export function troubledNotices(reader: Reader): Promise<TroubledNotice[]> {
  return reader.query(
    `select n.id, n.member_id as "memberId", m.display_name as "memberName", n.kind, n.period, n.state, n.attempts, n.reply, to_char(n.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "createdAt"
     from notice n join member m on m.id = n.member_id where n.state in ('parked', 'bounced') order by n.created_at desc, n.id limit ${MOST}`,
  );
}
