import type { CalendarDate } from '@ketenregie/kernel';
import { type Reader, queryOne } from '@ketenregie/platform/db';
import { type Page, type PagePlace, pageOf } from '@ketenregie/platform/graphql';

/** One entry of the tenant's log, as a page shows it. */
export interface AuditEventRecord {
  readonly id: string;
  /** Its number in the tenant's log; null for who sees some clients: from the gaps he would count what happens at the others (decision 0077). */
  readonly sequence: number | null;
  /** ISO instant in UTC, to the microsecond. */
  readonly at: string;
  /** `member:<id>`, `operator` or `system`. */
  readonly actor: string;
  readonly action: string;
  readonly objectKind: string;
  readonly objectId: string | null;
  readonly reason: string | null;
  /** JSON as text. */
  readonly payload: string;
}

/** What a page of the log shows; what is absent is no limit. */
export interface AuditEventFilter {
  readonly objectId?: string;
  readonly objectKind?: string;
  /** The id of a member, or `operator` or `system`. */
  readonly actor?: string;
  /** How the action begins: `import.` is all of imports. */
  readonly action?: string;
  /** Of a company, and of the rights and changes of its client that name it. */
  readonly companyId?: string;
  readonly personId?: string;
  /** First day, in the tenant's time zone. */
  readonly from?: CalendarDate;
  /** Last day, inclusive. */
  readonly until?: CalendarDate;
}

type Bind = (value: unknown) => string;

/** Midnight of a day in the tenant's time zone. */
const dayStart = (place: string): string => `(${place}::date::timestamp at time zone t.time_zone)`;

const aboutOne = (place: string, field: string, rights: string): string =>
  `(e.object_id = ${place}::uuid or e.payload ->> '${field}' = ${place}::text or (e.object_kind = 'authorisation' and e.object_id in (select a.id from authorisation a where a.tenant_id = e.tenant_id and a.${rights} = ${place}::uuid)))`;

const CONDITIONS: { readonly [Field in keyof AuditEventFilter]-?: (place: string) => string } = {
  objectId: (place) => `e.object_id = ${place}::uuid`,
  objectKind: (place) => `e.object_kind = ${place}`,
  actor: (place) => `e.actor in (${place}, 'member:' || ${place})`,
  action: (place) => `starts_with(e.action, ${place})`,
  companyId: (place) => aboutOne(place, 'companyId', 'company_id'),
  personId: (place) => aboutOne(place, 'personId', 'person_id'),
  from: (place) => `e.occurred_at >= ${dayStart(place)}`,
  until: (place) => `e.occurred_at < ${dayStart(`(${place}::date + 1)`)}`,
};

function conditionsOf(filter: AuditEventFilter, bind: Bind): string[] {
  const fields = Object.keys(CONDITIONS) as (keyof AuditEventFilter)[];
  return fields.filter((field) => filter[field] !== undefined).map((field) => CONDITIONS[field](bind(filter[field])));
}

const where = (conditions: readonly string[]): string => (conditions.length === 0 ? '' : `where ${conditions.join(' and ')}`);

const SOURCE = 'audit_event e join tenant t on t.tenant_id = e.tenant_id';

const SEES_ALL = `current_setting('app.all_clients', true) = 'on'`;

export interface AuditEventRequest {
  readonly filter: AuditEventFilter;
  readonly first: number;
  readonly after: PagePlace | null;
}

/** One page of the log, newest first, with the exact number of entries in sight. */
export async function auditEventPage(reader: Reader, { filter, first, after }: AuditEventRequest): Promise<Page<AuditEventRecord> & { readonly totalCount: number }> {
  const counted: unknown[] = [];
  const { total } = await queryOne<{ total: number }>(reader, `select count(*)::int as total from ${SOURCE} ${where(conditionsOf(filter, (value) => `$${counted.push(value)}`))}`, counted);
  const values: unknown[] = [];
  const bind: Bind = (value) => `$${values.push(value)}`;
  const conditions = conditionsOf(filter, bind);
  if (after !== null) conditions.push(`e.sequence < (select last.sequence from audit_event last where last.id = ${bind(after[0])}::uuid)`);
  const rows = await reader.query<AuditEventRecord>(
    `select e.id, case when ${SEES_ALL} then e.sequence::int end as sequence, to_char(e.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
       e.actor, e.action, e.object_kind as "objectKind", e.object_id as "objectId", e.reason, e.payload::text as payload
     from ${SOURCE} ${where(conditions)} order by e.sequence desc limit ${bind(first + 1)}`,
    values,
  );
  return { ...pageOf(rows, { first, after, place: ({ id }) => [id] }), totalCount: total };
}
