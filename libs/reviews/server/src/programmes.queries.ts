import type { CalendarDate } from '@ketenregie/kernel';
import type { Reader } from '@ketenregie/platform/db';
import type { LastRound, ProgrammeRhythm, Recurrence, ReviewScope, RoundState } from '@ketenregie/reviews-domain';

/** A programme as it stands, with its last round. */
export interface RecordedProgramme extends ProgrammeRhythm {
  readonly id: string;
  readonly name: string;
  readonly every: Recurrence;
  readonly scope: ReviewScope;
  readonly clientId: string | null;
  readonly clientName: string | null;
  readonly supplierKey: string | null;
  readonly dueDays: number;
  readonly fallbackMemberId: string | null;
  readonly last: LastRound | null;
}

interface ProgrammeRow extends Omit<RecordedProgramme, 'last'> {
  readonly lastPeriodOn: CalendarDate | null;
  readonly lastState: RoundState | null;
}

const SELECT = `select p.id, p.name, p.every, p.months, p.starts_on as "startsOn", p.planned_on as "plannedOn", p.scope, p.scope_client_id as "clientId", scoped.name as "clientName",
    p.supplier_key as "supplierKey", p.due_days as "dueDays", p.fallback_member_id as "fallbackMemberId", p.state,
    last.period_on as "lastPeriodOn", last.state as "lastState"
  from review_programme p
  left join lateral (select r.period_on, r.state from review_round r where r.tenant_id = p.tenant_id and r.programme_id = p.id order by r.period_on desc limit 1) last on true
  left join client scoped on scoped.tenant_id = p.tenant_id and scoped.id = p.scope_client_id
  where (p.scope_client_id is null or scoped.id is not null)`;

function programmeOf({ lastPeriodOn, lastState, ...programme }: ProgrammeRow): RecordedProgramme {
  return { ...programme, last: lastPeriodOn === null || lastState === null ? null : { periodOn: lastPeriodOn, state: lastState } };
}

/** All programmes, oldest first; one about a client that the reader does not see is not there. */
export async function allProgrammes(reader: Reader): Promise<RecordedProgramme[]> {
  return (await reader.query<ProgrammeRow>(`${SELECT} order by p.created_at, p.id`)).map(programmeOf);
}

/** One programme, or null. */
export async function findProgramme(reader: Reader, id: string): Promise<RecordedProgramme | null> {
  const [row] = await reader.query<ProgrammeRow>(`${SELECT} and p.id = $1`, [id]);
  return row === undefined ? null : programmeOf(row);
}
