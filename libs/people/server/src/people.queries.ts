import type { CalendarDate } from '@ketenregie/kernel';
import type { PersonContent } from '@ketenregie/people-domain';
import { type Reader, asOfSql, queryOne } from '@ketenregie/platform/db';
import { type Batch, type Page, type PagePlace, pageOf } from '@ketenregie/platform/graphql';

/** A person as believed. */
export interface PersonRecord extends PersonContent {
  readonly id: string;
}

/** A means as believed. */
export interface MeansRecord {
  readonly id: string;
  readonly personId: string;
  readonly supplierKey: string;
  readonly supplierReference: string | null;
  readonly level: string | null;
  readonly variant: string;
  readonly state: string;
  readonly statedOn: CalendarDate;
  readonly issuedOn: CalendarDate | null;
  readonly endsOn: CalendarDate | null;
  readonly lastUsedOn: CalendarDate | null;
  readonly method: string | null;
  readonly evidenceClass: string | null;
  readonly seenOn: CalendarDate | null;
  readonly seenBy: string | null;
}

const PERSON = `p.id, v.full_name as "fullName", v.initials, v.email, v.job_title as "jobTitle", v.is_director as "isDirector",
  v.in_service_from as "inServiceFrom", v.in_service_until as "inServiceUntil"`;

/** What holds on day $1 by all that is recorded. The plain condition beside the fragment lets the index of what is still believed serve. */
const BELIEVED = `v.superseded_at is null and ${asOfSql('v', '$1::date', 'null::timestamptz')}`;
const KNOWN_THEN = asOfSql('v', '$1::date', '$3::timestamptz');

/** Lateral, so that each person looks his version up by index, whatever the planner knows of how many there are. */
const peopleWhere = (versionCondition: string): string =>
  `from person p cross join lateral (select * from person_version v where v.person_id = p.id and ${versionCondition} order by v.recorded_at desc, v.id limit 1) v`;
const PEOPLE_ON = peopleWhere(BELIEVED);

/** The day that is asked for, and where it matters the instant: what was known then, by the database's clock (ISO 8601). */
export interface PeopleMoment {
  readonly on: CalendarDate;
  readonly knownAt?: string | null;
}

const momentOf = ({ on, knownAt = null }: PeopleMoment, ids: readonly string[]): unknown[] => (knownAt === null ? [on, ids] : [on, ids, knownAt]);

const MEANS = `m.id, m.person_id as "personId", m.supplier_key as "supplierKey", m.supplier_reference as "supplierReference", v.level, v.variant, v.state,
  v.stated_on as "statedOn", v.issued_on as "issuedOn", v.ends_on as "endsOn", v.last_used_on as "lastUsedOn", v.method,
  v.evidence_class as "evidenceClass", v.seen_on as "seenOn", v.seen_by as "seenBy"`;

/** Everybody known, with what a file may name him by. Without a day, the latest description of each counts. */
export async function knownPeople(reader: Reader): Promise<{ id: string; name: string; initials: string | null; email: string | null; inServiceUntil: CalendarDate | null }[]> {
  return reader.query(
    `select p.id, v.full_name as name, v.initials, v.email, v.in_service_until as "inServiceUntil"
     from person p cross join lateral (select * from person_version where person_id = p.id and superseded_at is null order by valid_from desc nulls last limit 1) v order by p.id`,
  );
}

/** People by id, as believed on a day; given an instant, as was known then. One who was not known then is not there. */
export async function peopleById(reader: Reader, ids: readonly string[], moment: PeopleMoment): Promise<Map<string, PersonRecord>> {
  const source = moment.knownAt == null ? PEOPLE_ON : peopleWhere(KNOWN_THEN);
  const rows = await reader.query<PersonRecord>(`select ${PERSON} ${source} where p.id = any($2::uuid[])`, momentOf(moment, ids));
  return new Map(rows.map((person) => [person.id, person]));
}

/** People as believed today, by id. */
export const personBatch: Batch<string, PersonRecord> = { name: 'people', load: (reader, ids, { today }) => peopleById(reader, ids, { on: today }) };

/** The means of people by person, soonest end first, as believed on a day; given an instant, as was known then. */
export async function meansByPerson(reader: Reader, personIds: readonly string[], moment: PeopleMoment): Promise<Map<string, MeansRecord[]>> {
  const rows = await reader.query<MeansRecord>(
    `select ${MEANS} from means m cross join lateral (
       select * from means_version v where v.means_id = m.id and ${moment.knownAt == null ? BELIEVED : KNOWN_THEN} order by v.recorded_at desc, v.id limit 1) v
     where m.person_id = any($2::uuid[]) order by v.ends_on nulls last, m.id`,
    momentOf(moment, personIds),
  );
  const byPerson = new Map<string, MeansRecord[]>();
  for (const means of rows) byPerson.set(means.personId, [...(byPerson.get(means.personId) ?? []), means]);
  return byPerson;
}

/** The means of people, as believed today, by person. */
export const meansBatch: Batch<string, MeansRecord[]> = { name: 'means-of-people', load: (reader, ids, { today }) => meansByPerson(reader, ids, { on: today }) };

export interface PeopleFilter {
  /** Words that all occur in the folded name, initials or address. */
  readonly words: readonly string[];
  /** in: in service on the day; left: no longer. */
  readonly service?: 'in' | 'left';
}

const SERVICE: Readonly<Record<'in' | 'left', string>> = {
  in: '(v.in_service_from is null or v.in_service_from <= $1::date) and (v.in_service_until is null or v.in_service_until >= $1::date)',
  left: 'v.in_service_until < $1::date',
};

function conditionsOf({ words, service }: PeopleFilter, values: unknown[]): string {
  const found = words.map((word) => `p.search_text like $${values.push(`%${word.replace(/[%_\\]/g, '\\$&')}%`)}`);
  return [...found, ...(service === undefined ? [] : [SERVICE[service]])].map((condition) => ` and ${condition}`).join('');
}

export interface PeopleRequest {
  readonly filter: PeopleFilter;
  readonly on: CalendarDate;
  readonly first: number;
  readonly after: PagePlace | null;
}

/** One page of people by name, with their exact number. */
export async function peoplePage(reader: Reader, { filter, on, first, after }: PeopleRequest): Promise<Page<PersonRecord> & { readonly totalCount: number }> {
  const counted: unknown[] = [on];
  const { total } = await queryOne<{ total: number }>(reader, `select count(*)::int as total ${PEOPLE_ON} where true${conditionsOf(filter, counted)}`, counted);
  const values: unknown[] = [on];
  const conditions = conditionsOf(filter, values);
  const place = after === null ? '' : ` and (lower(v.full_name), p.id) > ($${values.push(after[0])}::text, $${values.push(after[1])}::uuid)`;
  const rows = await reader.query<PersonRecord & { sortName: string }>(
    `select ${PERSON}, lower(v.full_name) as "sortName" ${PEOPLE_ON} where true${conditions}${place} order by lower(v.full_name), p.id limit $${values.push(first + 1)}`,
    values,
  );
  return { ...pageOf(rows, { first, after, place: ({ sortName, id }) => [sortName, id] }), totalCount: total };
}
