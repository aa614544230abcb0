import type { Hands } from '@ketenregie/access-domain';
import type { CalendarDate } from '@ketenregie/kernel';
import { asOfSql, type Reader } from '@ketenregie/platform/db';
import { type Page, pageOf, pageSize, placeOf } from '@ketenregie/platform/graphql';
import { isoWeekOf, mondaysFrom, type Task, TASK_KINDS, type TaskKind } from '@ketenregie/tasks-domain';

/** An open task with the names a list shows. What the reader may not see is null. */
export interface TaskRecord extends Task {
  readonly code: string | null;
  readonly supplierKey: string | null;
  readonly clientName: string | null;
  readonly companyName: string | null;
  readonly accountable: string | null;
  readonly personName: string | null;
  readonly serviceNameNl: string | null;
  readonly serviceNameEn: string | null;
  readonly affectedCount: number;
  readonly endsOn: CalendarDate | null;
  readonly repairableUntil: CalendarDate | null;
  readonly dueOn: CalendarDate | null;
  readonly openedOn: CalendarDate;
}

/** Which open tasks; what is absent is no limit. */
export interface TaskFilter {
  readonly kinds?: readonly TaskKind[];
  readonly hands?: readonly Hands[];
  /** Tasks about one person, whose client is none: what only he can do. */
  readonly ofPersonId?: string;
}

/** All open tasks of one action in the same hands. */
export interface TaskGroup {
  readonly kind: TaskKind;
  readonly hands: Hands;
  readonly count: number;
  readonly lateCount: number;
  readonly dueOn: CalendarDate | null;
}

/** A week of the bar: what ends in it, and for how much of that a repair can no longer start in time. */
export interface TaskWeek {
  readonly startsOn: CalendarDate;
  readonly week: number;
  readonly count: number;
  readonly lateCount: number;
}

const KINDS = `array[${TASK_KINDS.map((kind) => `'${kind}'`).join(', ')}]`;
const NOW = ['$1::date', 'null::timestamptz'] as const;

/** Open tasks `t` with their names on the day `$1`, under a condition. */
const listSql = (condition: string): string => `select t.id, t.kind, t.hands, t.code, t.client_id as "clientId", t.company_id as "companyId", t.authorisation_id as "authorisationId", t.person_id as "personId",
    t.means_id as "meansId", t.service_key as "serviceKey", t.supplier_key as "supplierKey", cl.name as "clientName", c.name as "companyName", c.accountable, p.full_name as "personName",
    s.name_nl as "serviceNameNl", s.name_en as "serviceNameEn", t.affected_count as "affectedCount", t.ends_on as "endsOn", t.repairable_until as "repairableUntil", t.due_on as "dueOn", t.opened_on as "openedOn"
  from task t
  left join client cl on cl.id = t.client_id
  left join company_version c on c.company_id = t.company_id and c.client_id = t.client_id and ${asOfSql('c', ...NOW)}
  left join person_version p on p.person_id = t.person_id and ${asOfSql('p', ...NOW)}
  left join catalogue_service s on s.key = t.service_key and s.version = (select max(version) from catalogue_service latest where latest.key = t.service_key)
  where t.closed_on is null and ${condition}`;

const ORDER = `array_position(${KINDS}, t.kind), coalesce(t.due_on, t.ends_on, '0001-01-01'), t.id`;

const FILTER = `($2::text[] is null or t.kind = any($2)) and ($3::text[] is null or t.hands = any($3)) and ($4::uuid is null or (t.client_id is null and t.person_id = $4))`;
const filterValues = ({ kinds, hands, ofPersonId }: TaskFilter): readonly unknown[] => [kinds ?? null, hands ?? null, ofPersonId ?? null];

/** Every open task in scope, by action and the day to start before. */
export function openTasks(reader: Reader, on: CalendarDate, filter: TaskFilter = {}): Promise<TaskRecord[]> {
  return reader.query(`${listSql(FILTER)} order by ${ORDER}`, [on, ...filterValues(filter)]);
}

/** How many open tasks there are of each action, in whose hands, and how many of them are late. */
export function taskGroups(reader: Reader, on: CalendarDate): Promise<TaskGroup[]> {
  return reader.query(
    `select t.kind, t.hands, count(*)::int as count, (count(*) filter (where coalesce(t.due_on, t.ends_on) < $1::date))::int as "lateCount", min(coalesce(t.due_on, t.ends_on)) as "dueOn"
     from task t where t.closed_on is null group by t.kind, t.hands order by array_position(${KINDS}, t.kind), t.hands`,
    [on],
  );
}

/** The first open tasks of each action, by name. */
export function taskExamples(reader: Reader, on: CalendarDate, first: number): Promise<TaskRecord[]> {
  const numbered = `select t.id from (select t.id, row_number() over (partition by t.kind, t.hands order by coalesce(t.due_on, t.ends_on, '0001-01-01'), t.id) as nr from task t where t.closed_on is null) t where t.nr <= $2`;
  return reader.query(`${listSql(`t.id in (${numbered})`)} order by ${ORDER}`, [on, first]);
}

/** What ends in each of the coming weeks: rights, means and the 24 months that the sweep watches. */
export async function taskWeeks(reader: Reader, on: CalendarDate): Promise<TaskWeek[]> {
  const rows = await reader.query<{ startsOn: CalendarDate; count: number; lateCount: number }>(
    `select date_trunc('week', t.ends_on)::date as "startsOn", count(*)::int as count, (count(*) filter (where t.repairable_until < $1::date))::int as "lateCount"
     from task t where t.closed_on is null and t.kind in ('expiring', 'log-in-round') and t.ends_on >= $1::date group by 1`,
    [on],
  );
  const found = new Map(rows.map((row) => [row.startsOn, row]));
  return mondaysFrom(on).map((startsOn) => ({ startsOn, week: isoWeekOf(startsOn), count: found.get(startsOn)?.count ?? 0, lateCount: found.get(startsOn)?.lateCount ?? 0 }));
}

export interface TaskPage extends Page<TaskRecord> {
  readonly totalCount: number;
}

/** One page of open tasks, by action and the day to start before, with their exact number. */
export async function taskPage(reader: Reader, on: CalendarDate, { filter, first, after }: { readonly filter: TaskFilter; readonly first: number; readonly after?: string | null }): Promise<TaskPage> {
  const place = placeOf(after, 3);
  const [counted] = await reader.query<{ count: number }>(`select count(*)::int as count from task t where t.closed_on is null and $1::date is not null and ${FILTER}`, [on, ...filterValues(filter)]);
  const beyond = place === null ? 'true' : `(${ORDER}) > ($6::int, $7::date, $8::uuid)`;
  const values = [on, ...filterValues(filter), pageSize(first) + 1, ...(place ?? [])];
  const rows = await reader.query<TaskRecord>(`${listSql(`${FILTER} and ${beyond}`)} order by ${ORDER} limit $5`, values);
  const placeOfRow = ({ kind, dueOn, endsOn, id }: TaskRecord): string[] => [String(TASK_KINDS.indexOf(kind) + 1), dueOn ?? endsOn ?? '0001-01-01', id];
  return { totalCount: counted?.count ?? 0, ...pageOf(rows, { first, after: place, place: placeOfRow }) };
}
