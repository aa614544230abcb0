import type { CalendarDate } from '@ketenregie/kernel';
import { lockRecording, queryOne, type Reader, type Writer } from '@ketenregie/platform/db';
import { wantedStatement } from './wanted-sql.js';

/** What a sweep changed. */
export interface Swept {
  readonly opened: number;
  readonly changed: number;
  readonly closed: number;
}

const COLUMNS = ['hands', 'code', 'client_id', 'company_id', 'authorisation_id', 'person_id', 'means_id', 'service_key', 'supplier_key', 'affected_count', 'ends_on', 'repairable_until', 'due_on'];

function sweepSql(withSql: string, on: string): string {
  const list = COLUMNS.join(', ');
  return `${withSql},
  written as (insert into task (id, kind, subject_key, opened_on, ${list}) select uuidv7(), w.kind, w.subject_key, ${on}, ${COLUMNS.map((column) => `w.${column}`).join(', ')} from wanted w
    on conflict (tenant_id, kind, subject_key) where closed_on is null do update set ${COLUMNS.map((column) => `${column} = excluded.${column}`).join(', ')}
    where (${COLUMNS.map((column) => `task.${column}`).join(', ')}) is distinct from (${COLUMNS.map((column) => `excluded.${column}`).join(', ')}) returning (xmax = 0) as is_new),
  closed as (update task t set closed_on = ${on}, closed_reason = case when exists (select 1 from wanted w where w.subject_key = t.subject_key) then 'became-other' else 'solved' end
    where t.closed_on is null and not exists (select 1 from wanted w where w.kind = t.kind and w.subject_key = t.subject_key) returning 1)
  select (select count(*) from written where is_new)::int as opened, (select count(*) from written where not is_new)::int as changed, (select count(*) from closed)::int as closed`;
}

const LOG_SEQUENCE = '(select coalesce(max(sequence), 0) from audit_head)';

/**
 * Makes the open tasks of the tenant in scope those that its data ask for on a day: opens, updates, and closes what is gone with the reason. Computed
 * from the data in one statement, so that running it again, late or twice at once changes nothing more. The scope must see all clients.
 */
export async function sweepTasks(writer: Writer, today: CalendarDate): Promise<Swept> {
  await lockRecording(writer, 'tasks');
  // Read before the data: what is recorded meanwhile has a later event, and is swept again.
  const { sequence } = await queryOne<{ sequence: string }>(writer, `select ${LOG_SEQUENCE}::text as sequence`);
  const { withSql, values, on } = wantedStatement(today);
  const swept = await queryOne<Swept>(writer, sweepSql(withSql, on), values);
  await writer.query(
    `insert into task_sweep (swept_on, log_sequence) values ($1, $2)
     on conflict (tenant_id) do update set swept_on = excluded.swept_on, log_sequence = excluded.log_sequence, swept_at = now()`,
    [today, sequence],
  );
  return swept;
}

/** How far the sweep of a tenant is. */
export interface SweepState {
  /** The business day it was computed for; null before the first. */
  readonly sweptOn: CalendarDate | null;
  /** ISO instant in UTC; null before the first. */
  readonly sweptAt: string | null;
  /** Nothing was recorded since, and no other day has come. */
  readonly isCurrent: boolean;
}

/** When the tasks in scope were last computed, and whether anything can have changed since: within a minute they are computed again. */
export async function sweepState(reader: Reader, today: CalendarDate): Promise<SweepState> {
  const [state] = await reader.query<SweepState>(
    `select swept_on as "sweptOn", to_char(swept_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "sweptAt", swept_on = $1 and log_sequence = ${LOG_SEQUENCE} as "isCurrent" from task_sweep`,
    [today],
  );
  return state ?? { sweptOn: null, sweptAt: null, isCurrent: false };
}

/** Whether the tasks may differ from the data: another day has come, or something was recorded since the last sweep. */
export async function isSweepDue(reader: Reader, today: CalendarDate): Promise<boolean> {
  const [mark] = await reader.query(`select 1 from task_sweep where swept_on = $1 and log_sequence = ${LOG_SEQUENCE}`, [today]);
  return mark === undefined;
}
