import type { Hands } from '@ketenregie/access-domain';
import type { CalendarDate } from '@ketenregie/kernel';
import { asOfSql, type Reader } from '@ketenregie/platform/db';
import { type Task, TASK_KINDS, type TaskKind } from '@ketenregie/tasks-domain';

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
export interface OpenTasksFilter {
  readonly kinds?: readonly TaskKind[];
  readonly hands?: readonly Hands[];
  /** Tasks about one person, whose client is none: what only he can do. */
  readonly ofPersonId?: string;
}

const KINDS = `array[${TASK_KINDS.map((kind) => `'${kind}'`).join(', ')}]`;
const NOW = ['$1::date', 'null::timestamptz'] as const;

/** What the right `a` covers, by its names in one text: two rights of one person at one company are told apart by it. Null for all services. */
const COVERED_BY_A = `(
    select string_agg(coalesce(n.name_nl, q.name_nl), ' + ' order by n.name_nl, q.name_nl) as name_nl, string_agg(coalesce(n.name_en, q.name_en), ' + ' order by n.name_nl, q.name_nl) as name_en
    from authorisation_target g
    left join service v on v.id = g.service_id
    left join catalogue_service n on n.key = v.catalogue_key and n.version = (select max(version) from catalogue_service latest where latest.key = v.catalogue_key)
    left join catalogue_provider q on q.key = g.provider_key and q.version = (select max(version) from catalogue_provider latest where latest.key = g.provider_key)
    where g.version_id = a.id)`;

/** Open tasks `t` with their names on the day `$1`, under a condition. */
const listSql = (condition: string): string => `select t.id, t.kind, t.hands, t.code, t.client_id as "clientId", t.company_id as "companyId", t.authorisation_id as "authorisationId", t.person_id as "personId",
    t.means_id as "meansId", t.service_key as "serviceKey", t.supplier_key as "supplierKey", cl.name as "clientName", c.name as "companyName", c.accountable, p.full_name as "personName",
    coalesce(s.name_nl, r.name_nl) as "serviceNameNl", coalesce(s.name_en, r.name_en) as "serviceNameEn", t.affected_count as "affectedCount", t.ends_on as "endsOn", t.repairable_until as "repairableUntil", t.due_on as "dueOn", t.opened_on as "openedOn"
  from task t
  left join client cl on cl.id = t.client_id
  left join company_version c on c.company_id = t.company_id and c.client_id = t.client_id and ${asOfSql('c', ...NOW)}
  left join person_version p on p.person_id = t.person_id and ${asOfSql('p', ...NOW)}
  left join catalogue_service s on s.key = t.service_key and s.version = (select max(version) from catalogue_service latest where latest.key = t.service_key)
  left join authorisation_version a on a.authorisation_id = t.authorisation_id and a.client_id = t.client_id and ${asOfSql('a', ...NOW)}
  left join lateral ${COVERED_BY_A} r on true
  where t.closed_on is null and ${condition}`;

const ORDER = `array_position(${KINDS}, t.kind), coalesce(t.due_on, t.ends_on, '0001-01-01'), t.id`;

const FILTER = `($2::text[] is null or t.kind = any($2)) and ($3::text[] is null or t.hands = any($3)) and ($4::uuid is null or (t.client_id is null and t.person_id = $4))`;
const filterValues = ({ kinds, hands, ofPersonId }: OpenTasksFilter): readonly unknown[] => [kinds ?? null, hands ?? null, ofPersonId ?? null];

/** Every open task in scope, by action and the day to start before. */
export function openTasks(reader: Reader, on: CalendarDate, filter: OpenTasksFilter = {}): Promise<TaskRecord[]> {
  return reader.query(`${listSql(FILTER)} order by ${ORDER}`, [on, ...filterValues(filter)]);
}

/** Open tasks by their ids, with their names; in no order. */
export function tasksById(reader: Reader, on: CalendarDate, ids: readonly string[]): Promise<TaskRecord[]> {
  return reader.query(listSql('t.id = any($2::uuid[])'), [on, ids]);
}

/** What of an open task decides where it stands: which action, whose, when; without the names that a list shows. */
export interface TaskHead extends Pick<TaskRecord, 'id' | 'kind' | 'hands' | 'clientId' | 'personId' | 'accountable' | 'endsOn' | 'repairableUntil' | 'dueOn'> {
  /** The day it is sorted by: to start before, else its end. */
  readonly sortedOn: CalendarDate;
}

/** Every open task in scope, by action and the day to start before: one narrow row each. */
export function taskHeads(reader: Reader, on: CalendarDate): Promise<TaskHead[]> {
  return reader.query(
    `select t.id, t.kind, t.hands, t.client_id as "clientId", t.person_id as "personId", c.accountable, t.ends_on as "endsOn", t.repairable_until as "repairableUntil", t.due_on as "dueOn",
       coalesce(t.due_on, t.ends_on, '0001-01-01') as "sortedOn"
     from task t left join company_version c on c.company_id = t.company_id and c.client_id = t.client_id and ${asOfSql('c', ...NOW)}
     where t.closed_on is null order by ${ORDER}`,
    [on],
  );
}
