import { createHash } from 'node:crypto';
import type { AssuranceLevel } from '@ketenregie/catalogue-domain';
import type { CalendarDate } from '@ketenregie/kernel';
import { isId, parseCalendarDate } from '@ketenregie/kernel';
import { factsVersion, type Reader } from '@ketenregie/platform/db';
import { type Page, pageOf, placeOfKinds } from '@ketenregie/platform/graphql';
import { type AccessRow, accessRowOf, type StoredAnswer, WARN_DAYS } from '../answers.queries.js';
import { LeastUsed } from '../memory/least-used.js';
import type { Moment } from '../moment.js';
import { ANSWER_COLUMNS, ANSWER_JOINS, answersWithSql } from '../sql/answers.js';
import { levelAt } from '../sql/halves.js';
import { Statement } from '../sql/statement.js';
import { aboutOf, type AnswersFilter } from '../sql/triples.js';
import { type AccessView, Listing, type ListingPlace, NEVER, RECORD_SQL, type Triple, type ViewFilter } from './listing.js';

/** What a list shows; what is absent is no limit. */
export interface AccessListFilter extends AnswersFilter, ViewFilter {
  /** The lowest known level of the path is one of these. */
  readonly levels?: readonly AssuranceLevel[];
  /** Any part of the path stands in the register of one of these suppliers. */
  readonly supplierKeys?: readonly string[];
  /** Only paths whose known end is this day or later. */
  readonly endsFrom?: CalendarDate;
  /** Only paths whose known end lies before this day. */
  readonly endsBefore?: CalendarDate;
}

/** One page of a list, with the number of all its rows. */
export interface AccessPage extends Page<AccessRow> {
  readonly totalCount: number;
  /** The rows of each view that has any, under the same filter without its cans, mays and statuses. */
  readonly viewCounts: readonly { readonly view: AccessView; readonly count: number }[];
}

export interface PageAsked {
  /** Rows; the caller says how many are too many. */
  readonly first: number;
  readonly after?: string | null | undefined;
  /** Days before its end that a path is called expiring. */
  readonly warnDays?: number;
}

const ORDER = `coalesce(b.ends_on, '${NEVER}'), b.company_id, b.person_id, b.service_key collate "C"`;

/** Day of the end, company, person, service key. */
const PLACE_KINDS = [(part: string) => part === NEVER || parseCalendarDate(part) !== null, isId, isId, () => true];
const placeOfRow = ({ endsOn, companyId, personId, serviceKey }: AccessRow): ListingPlace => [endsOn ?? NEVER, companyId, personId, serviceKey];

/** The parts that make a best path, and where each keeps its supplier. */
const SUPPLIED = [['client_half_id', 'client_right'], ['office_half_id', 'his_right'], ['direct_right_id', 'his_right'], ['means_id', 'held_means']] as const;

function supplierSql(statement: Statement, keys: readonly string[] | undefined): string {
  if (keys === undefined) return 'true';
  const isHis = statement.isOneOf('part.supplier_key', keys, 'text');
  return `(${SUPPLIED.map(([column, parts]) => `b.${column} in (select part.id from ${parts} part where ${isHis})`).join(' or ')})`;
}

/** What narrows the list, its views apart. */
function narrowedSql(statement: Statement, { levels, supplierKeys, endsFrom, endsBefore }: AccessListFilter): string {
  const from = endsFrom === undefined ? 'true' : `b.ends_on >= ${statement.place(endsFrom, 'date')}`;
  const before = endsBefore === undefined ? 'true' : `b.ends_on < ${statement.place(endsBefore, 'date')}`;
  return [statement.isOneOf(levelAt('b.level'), levels, 'text'), supplierSql(statement, supplierKeys), from, before].join(' and ');
}

/** What a view shows of it. */
function viewSql(statement: Statement, { cans, mays, statuses }: AccessListFilter): string {
  return [statement.isOneOf('b.can', cans, 'text'), statement.isOneOf('b.may', mays, 'text'), statement.isOneOf('b.status', statuses, 'text')].join(' and ');
}

function afterSql(statement: Statement, place: readonly string[] | null): string {
  if (place === null) return 'true';
  const types = ['date', 'uuid', 'uuid', 'text'];
  return `(${ORDER}) > (${place.map((part, index) => statement.place(part, types[index] ?? 'text')).join(', ')})`;
}

/** The statement of a first look: one row more than asked, and beside the first of them the whole list in records, also where the page is empty. */
export function accessPageStatement(filter: AccessListFilter, moment: Moment, { first, after, warnDays = WARN_DAYS }: PageAsked) {
  const statement = new Statement(moment, aboutOf(filter));
  const withSql = answersWithSql(statement, filter, warnDays);
  const narrowed = narrowedSql(statement, filter);
  const view = viewSql(statement, filter);
  const place = placeOfKinds(after, PLACE_KINDS);
  const sql = `${withSql}, narrowed as materialized (select b.* from best b where ${narrowed}),
    page as (select b.*, row_number() over (order by ${ORDER}) as nr from narrowed b where ${view} and ${afterSql(statement, place)} order by ${ORDER} limit ${statement.place(first + 1, 'int')}),
    listing as materialized (select array(select service_key from service_fact order by service_no) as services,
      (select coalesce(string_agg(r.record, '' order by r.record), '') from (select ${RECORD_SQL} as record from narrowed b) r) as records)
    select case when coalesce(shown.nr, 1) = 1 then listing.records end as records, case when coalesce(shown.nr, 1) = 1 then listing.services end as services, shown.*
    from listing left join (select b.nr, ${ANSWER_COLUMNS} from page b ${ANSWER_JOINS}) shown on true order by shown.nr`;
  return { sql, values: statement.values, place };
}

/** The statement of a later look: the rows of a page that are known by what they are about. */
export function knownRowsStatement(triples: readonly Triple[], moment: Moment, warnDays: number) {
  const idsOf = (pick: (triple: Triple) => string): readonly string[] => [...new Set(triples.map(pick))];
  const filter = { companyIds: idsOf(({ companyId }) => companyId), personIds: idsOf(({ personId }) => personId), serviceKeys: idsOf(({ serviceKey }) => serviceKey) };
  const statement = new Statement(moment, triples.length <= MANY_ROWS ? 'page' : 'many');
  const withSql = answersWithSql(statement, filter, warnDays);
  const asked = [triples.map(({ companyId }) => companyId), triples.map(({ personId }) => personId)].map((ids) => statement.place(ids, 'uuid[]'));
  const keys = statement.place(triples.map(({ serviceKey }) => serviceKey), 'text[]');
  const sql = `${withSql}, known as materialized (select b.* from best b) select ${ANSWER_COLUMNS} from unnest(${asked.join(', ')}, ${keys}) with ordinality q (company_id, person_id, service_key, nr)
    join known b on b.company_id = q.company_id and b.person_id = q.person_id and b.service_key = q.service_key ${ANSWER_JOINS} order by q.nr`;
  return { sql, values: statement.values };
}

/** With more rows than these, a page is answered as a whole tenant is. */
const MANY_ROWS = 1000;

/** The lists that were looked at last, each under the version of the facts and all that its rows depend on: who looks above all. */
const KEPT_LISTINGS = new LeastUsed<Listing>(64 * 1024 * 1024);

async function listingKey(reader: Reader, filter: AccessListFilter, look: Moment & { readonly warnDays: number }): Promise<string | null> {
  const scope = reader.snapshotOf;
  const version = scope === undefined ? null : await factsVersion(reader);
  if (scope === undefined || version === null) return null;
  const { cans: _c, mays: _m, statuses: _s, ...narrowing } = filter;
  const dependsOn = JSON.stringify([scope.tenantId, version, scope.hasAllClients || scope.clientIds, scope.isInternal, look, narrowing]);
  return createHash('sha256').update(dependsOn).digest('base64');
}

type Listed = StoredAnswer & { readonly nr: string | null; readonly records: Buffer | null; readonly services: readonly string[] | null };

interface Shown {
  readonly listing: Listing;
  readonly rows: readonly AccessRow[];
}

async function firstLook(reader: Reader, { sql, values }: ReturnType<typeof accessPageStatement>): Promise<Shown> {
  const rows = await reader.query<Listed>(sql, values);
  const listing = new Listing(rows[0]?.records ?? Buffer.alloc(0), rows[0]?.services ?? []);
  return { listing, rows: rows.filter(({ nr }) => nr !== null).map(({ nr: _n, records: _r, services: _s, ...row }) => accessRowOf(row)) };
}

async function laterLook(reader: Reader, listing: Listing, asked: { triples: readonly Triple[]; moment: Moment; warnDays: number }): Promise<Shown> {
  if (asked.triples.length === 0) return { listing, rows: [] };
  const { sql, values } = knownRowsStatement(asked.triples, asked.moment, asked.warnDays);
  return { listing, rows: (await reader.query<StoredAnswer>(sql, values)).map(accessRowOf) };
}

/**
 * One page of all that is answered, by the day it ends (no known end last), in a stable order. The whole list is answered at the first look; as long as
 * no fact changes, its other pages and views, for the same viewer, are found in the records of it, and their rows alone are read (decision 0064).
 */
export async function accessPage(reader: Reader, filter: AccessListFilter, { page, on, knownAt }: Moment & { readonly page: PageAsked }): Promise<AccessPage> {
  const { first, warnDays = WARN_DAYS } = page;
  const moment = { on, knownAt };
  const statement = accessPageStatement(filter, moment, page);
  const after = statement.place as ListingPlace | null;
  const key = await listingKey(reader, filter, { ...moment, warnDays });
  const known = key === null ? undefined : KEPT_LISTINGS.get(key);
  const { listing, rows } = known === undefined ? await firstLook(reader, statement) : await laterLook(reader, known, { triples: known.slice(filter, { after, first: first + 1 }), moment, warnDays });
  if (key !== null && known === undefined) KEPT_LISTINGS.keep(key, listing, listing.bytes);
  return { totalCount: listing.count(filter), viewCounts: listing.viewCounts(), ...pageOf(rows, { first, after, place: placeOfRow }) };
}
