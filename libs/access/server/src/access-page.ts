import type { Can, May, RightStatus } from '@ketenregie/access-domain';
import type { CalendarDate } from '@ketenregie/kernel';
import { isId, parseCalendarDate } from '@ketenregie/kernel';
import type { Reader } from '@ketenregie/platform/db';
import { type Page, pageOf, pageSize, placeOfKinds } from '@ketenregie/platform/graphql';
import { type AccessRow, accessRowOf, type StoredAnswer, WARN_DAYS } from './answers.queries.js';
import type { Moment } from './moment.js';
import { ANSWER_COLUMNS, ANSWER_JOINS, answersWithSql } from './sql/answers.js';
import { Statement } from './sql/statement.js';
import { type AnswersFilter, isNarrow } from './sql/triples.js';

/** What a list shows; what is absent is no limit. */
export interface AccessListFilter extends AnswersFilter {
  readonly cans?: readonly Can[];
  readonly mays?: readonly May[];
  readonly statuses?: readonly RightStatus[];
  /** Only paths whose known end lies before this day. */
  readonly endsBefore?: CalendarDate;
}

/** One page of a list, with the number of all its rows. */
export interface AccessPage extends Page<AccessRow> {
  readonly totalCount: number;
}

export interface PageAsked {
  readonly first: number;
  readonly after?: string | null | undefined;
  /** Days before its end that a path is called expiring. */
  readonly warnDays?: number;
}

const NEVER = 'infinity';
const ORDER = `coalesce(b.ends_on, '${NEVER}'), b.company_id, b.person_id, b.service_key collate "C"`;

/** Day of the end, company, person, service key. */
const PLACE_KINDS = [(part: string) => part === NEVER || parseCalendarDate(part) !== null, isId, isId, () => true];

function conditionOf(statement: Statement, { cans, mays, statuses, endsBefore }: AccessListFilter): string {
  const ends = endsBefore === undefined ? 'true' : `b.ends_on < ${statement.place(endsBefore, 'date')}`;
  return [statement.isOneOf('b.can', cans, 'text'), statement.isOneOf('b.may', mays, 'text'), statement.isOneOf('b.status', statuses, 'text'), ends].join(' and ');
}

function afterSql(statement: Statement, place: readonly string[] | null): string {
  if (place === null) return 'true';
  const types = ['date', 'uuid', 'uuid', 'text'];
  return `(${ORDER}) > (${place.map((part, index) => statement.place(part, types[index] ?? 'text')).join(', ')})`;
}

/** The statement of one page: one row more than asked, and the count of the whole list on each, also where the page is empty. */
export function accessPageStatement(filter: AccessListFilter, moment: Moment, { first, after, warnDays = WARN_DAYS }: PageAsked) {
  const statement = new Statement(moment, isNarrow(filter));
  const withSql = answersWithSql(statement, filter, warnDays);
  const condition = conditionOf(statement, filter);
  const place = placeOfKinds(after, PLACE_KINDS);
  const sql = `${withSql}, listed as materialized (select b.* from best b where ${condition}),
    page as (select b.* from listed b where ${afterSql(statement, place)} order by ${ORDER} limit ${statement.place(pageSize(first) + 1, 'int')})
    select total.count::int as "totalCount", shown.* from (select count(*) from listed) total
    left join (select ${ANSWER_COLUMNS} from page b ${ANSWER_JOINS}) shown on true
    order by coalesce(shown."endsOn", '${NEVER}'), shown."companyId", shown."personId", shown."serviceKey" collate "C"`;
  return { sql, values: statement.values, place };
}

type Counted = StoredAnswer & { readonly totalCount: number };

/** One page of all that is answered, by the day it ends (no known end last), in a stable order; one statement. */
export async function accessPage(reader: Reader, filter: AccessListFilter, { page, ...moment }: Moment & { readonly page: PageAsked }): Promise<AccessPage> {
  const { sql, values, place: after } = accessPageStatement(filter, moment, page);
  const rows = await reader.query<Counted>(sql, values);
  const place = ({ endsOn, companyId, personId, serviceKey }: AccessRow) => [endsOn ?? NEVER, companyId, personId, serviceKey];
  const shown = rows.filter(({ personId }) => personId !== null).map(({ totalCount: _, ...row }) => accessRowOf(row));
  return { totalCount: rows[0]?.totalCount ?? 0, ...pageOf(shown, { first: page.first, after, place }) };
}
