import type { Can, May, RightStatus } from '@ketenregie/access-domain';
import type { AssuranceLevel } from '@ketenregie/catalogue-domain';
import type { CalendarDate } from '@ketenregie/kernel';
import { isId, parseCalendarDate } from '@ketenregie/kernel';
import type { Reader } from '@ketenregie/platform/db';
import { type Page, pageOf, placeOfKinds } from '@ketenregie/platform/graphql';
import { type AccessRow, accessRowOf, type StoredAnswer, WARN_DAYS } from './answers.queries.js';
import type { Moment } from './moment.js';
import { ANSWER_COLUMNS, ANSWER_JOINS, answersWithSql } from './sql/answers.js';
import { levelAt } from './sql/halves.js';
import { Statement } from './sql/statement.js';
import { type AnswersFilter, isNarrow } from './sql/triples.js';

/** What a list shows; what is absent is no limit. */
export interface AccessListFilter extends AnswersFilter {
  readonly cans?: readonly Can[];
  readonly mays?: readonly May[];
  readonly statuses?: readonly RightStatus[];
  /** The lowest known level of the path is one of these. */
  readonly levels?: readonly AssuranceLevel[];
  /** Any part of the path stands in the register of one of these suppliers. */
  readonly supplierKeys?: readonly string[];
  /** Only paths whose known end is this day or later. */
  readonly endsFrom?: CalendarDate;
  /** Only paths whose known end lies before this day. */
  readonly endsBefore?: CalendarDate;
}

/** A view of the list: a status, or what is no status but must not wait. */
export type AccessView = RightStatus | 'can-may-not';

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

const NEVER = 'infinity';
const ORDER = `coalesce(b.ends_on, '${NEVER}'), b.company_id, b.person_id, b.service_key collate "C"`;

/** Day of the end, company, person, service key. */
const PLACE_KINDS = [(part: string) => part === NEVER || parseCalendarDate(part) !== null, isId, isId, () => true];

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

const VIEW_COUNTS = `select view, count(*)::int as count from (
      select b.status as view from narrowed b union all select 'can-may-not' from narrowed b where b.can = 'yes' and b.may = 'no') each group by view`;

function afterSql(statement: Statement, place: readonly string[] | null): string {
  if (place === null) return 'true';
  const types = ['date', 'uuid', 'uuid', 'text'];
  return `(${ORDER}) > (${place.map((part, index) => statement.place(part, types[index] ?? 'text')).join(', ')})`;
}

/** The statement of one page: one row more than asked, and the count of the whole list on each, also where the page is empty. */
export function accessPageStatement(filter: AccessListFilter, moment: Moment, { first, after, warnDays = WARN_DAYS }: PageAsked) {
  const statement = new Statement(moment, isNarrow(filter));
  const withSql = answersWithSql(statement, filter, warnDays);
  const narrowed = narrowedSql(statement, filter);
  const view = viewSql(statement, filter);
  const place = placeOfKinds(after, PLACE_KINDS);
  const sql = `${withSql}, narrowed as materialized (select b.* from best b where ${narrowed}),
    listed as (select b.* from narrowed b where ${view}),
    page as (select b.* from listed b where ${afterSql(statement, place)} order by ${ORDER} limit ${statement.place(first + 1, 'int')})
    select total.count::int as "totalCount", total.views as "viewCounts", shown.* from
      (select (select count(*) from listed) as count, (select coalesce(jsonb_agg(v order by v.view collate "C"), '[]') from (${VIEW_COUNTS}) v) as views) total
    left join (select ${ANSWER_COLUMNS} from page b ${ANSWER_JOINS}) shown on true
    order by coalesce(shown."endsOn", '${NEVER}'), shown."companyId", shown."personId", shown."serviceKey" collate "C"`;
  return { sql, values: statement.values, place };
}

type Counted = StoredAnswer & Pick<AccessPage, 'totalCount' | 'viewCounts'>;

/** One page of all that is answered, by the day it ends (no known end last), in a stable order; one statement. */
export async function accessPage(reader: Reader, filter: AccessListFilter, { page, ...moment }: Moment & { readonly page: PageAsked }): Promise<AccessPage> {
  const { sql, values, place: after } = accessPageStatement(filter, moment, page);
  const rows = await reader.query<Counted>(sql, values);
  const place = ({ endsOn, companyId, personId, serviceKey }: AccessRow) => [endsOn ?? NEVER, companyId, personId, serviceKey];
  const shown = rows.filter(({ personId }) => personId !== null).map(({ totalCount: _t, viewCounts: _v, ...row }) => accessRowOf(row));
  return { totalCount: rows[0]?.totalCount ?? 0, viewCounts: rows[0]?.viewCounts ?? [], ...pageOf(shown, { first: page.first, after, place }) };
}
