import type { CompanyContent } from '@ketenregie/companies-domain';
import type { CalendarDate } from '@ketenregie/kernel';
import { type Reader, asOfSql, queryOne } from '@ketenregie/platform/db';
import { type Batch, type Page, type PagePlace, pageOf } from '@ketenregie/platform/graphql';

/** A company as believed. */
export interface CompanyRecord extends CompanyContent {
  readonly id: string;
  readonly clientId: string;
  readonly clientNumber: string | null;
  readonly clientName: string;
  readonly kvkNumber: string | null;
  readonly rsin: string | null;
  /** One of the tenant's own. */
  readonly isOwn: boolean;
}

const COLUMNS = `c.id, c.client_id as "clientId", k.client_number as "clientNumber", k.name as "clientName", c.kvk_number as "kvkNumber", c.rsin, v.name,
  v.other_names as "otherNames", v.legal_form as "legalForm", v.town, v.group_name as "groupName", v.accountable, v.ended_on as "endedOn", c.client_id = c.tenant_id as "isOwn"`;

/** What holds on day $1 by all that is recorded. The plain condition beside the fragment lets the index of what is still believed serve. */
const BELIEVED = `v.superseded_at is null and ${asOfSql('v', '$1::date', 'null::timestamptz')}`;

/**
 * Lateral, so that each company looks its client and version up by index: after a first import no statistics tell the planner how many there
 * are, and a plain join compares each with all.
 */
const sourceWhere = (versionCondition: string): string => `from company c
  cross join lateral (select client_number, name from client where id = c.client_id offset 0) k
  cross join lateral (select * from company_version v where v.company_id = c.id and ${versionCondition} order by v.recorded_at desc, v.id limit 1) v`;

/** Companies `c` of clients `k` with the version `v` believed on day $1. */
export const COMPANIES_ON = sourceWhere(BELIEVED);

/** The day that is asked for, and where it matters the instant: what was known then, by the database's clock (ISO 8601). */
export interface CompanyMoment {
  readonly on: CalendarDate;
  readonly knownAt?: string | null;
}

/** Companies by id, as believed on a day; given an instant, as was known then. One that was not known then is not there. */
export async function companiesById(reader: Reader, ids: readonly string[], { on, knownAt = null }: CompanyMoment): Promise<Map<string, CompanyRecord>> {
  const source = knownAt === null ? COMPANIES_ON : sourceWhere(asOfSql('v', '$1::date', '$3::timestamptz'));
  const rows = await reader.query<CompanyRecord>(`select ${COLUMNS} ${source} where c.id = any($2::uuid[])`, [on, ids, ...(knownAt === null ? [] : [knownAt])]);
  return new Map(rows.map((company) => [company.id, company]));
}

/** Companies as believed today, by id. */
export const companyBatch: Batch<string, CompanyRecord> = { name: 'companies', load: (reader, ids, { today }) => companiesById(reader, ids, { on: today }) };

/** The company with a KvK number or an RSIN, or null. */
export async function companyByNumber(reader: Reader, { kvk = null, rsin = null }: { readonly kvk?: string | null; readonly rsin?: string | null }, on: CalendarDate): Promise<CompanyRecord | null> {
  const [company] = await reader.query<CompanyRecord>(`select ${COLUMNS} ${COMPANIES_ON} where c.kvk_number = $2 or c.rsin = $3`, [on, kvk, rsin]);
  return company ?? null;
}

/** The latest description `v` of companies `c`, whatever day it is of; a company of which nothing is believed is not there. */
const LATEST = `cross join lateral (select name, legal_form from company_version where company_id = c.id and superseded_at is null
  order by valid_from desc nulls last limit 1) v`;

/** The tenant's own companies, oldest first: the intermediaries of its clients' chains. */
export function ownCompanies(reader: Reader): Promise<{ id: string; kvkNumber: string | null; name: string }[]> {
  return reader.query(`select c.id, c.kvk_number as "kvkNumber", v.name from company c ${LATEST} where c.client_id = c.tenant_id order by c.created_at, c.id`);
}

/** The tenant's own companies as believed on a day, oldest first. */
export function ownCompaniesOn(reader: Reader, on: CalendarDate): Promise<CompanyRecord[]> {
  return reader.query(`select ${COLUMNS} ${COMPANIES_ON} where c.client_id = c.tenant_id order by c.created_at, c.id`, [on]);
}

/** What an import holds its rows against: every company with its legal form, by its latest description. */
export function knownCompanies(reader: Reader): Promise<{ kvk: string | null; rsin: string | null; name: string; legalForm: string | null }[]> {
  return reader.query(`select c.kvk_number as kvk, c.rsin, v.name, v.legal_form as "legalForm" from company c ${LATEST} order by c.id`);
}

export interface CompanyFilter {
  /** Folded words that all occur in names, numbers or town. */
  readonly words: readonly string[];
  readonly clientId?: string;
}

/** Orders of the list; the id decides among equals. */
export const COMPANY_SORTS = {
  name: 'lower(v.name)',
  'kvk-number': `coalesce(c.kvk_number, '~') collate "C"`,
  // Right-aligned, so that 9 comes before 10; who has no number comes last.
  'client-number': `coalesce(lpad(k.client_number, 40), '~') collate "C"`,
} as const;
/** `match`: the best for what was typed first, as the palette of a browser ranks them. */
export type CompanySort = keyof typeof COMPANY_SORTS | 'match';

export interface CompanyRequest {
  readonly filter: CompanyFilter;
  readonly sort: CompanySort;
  readonly on: CalendarDate;
  readonly first: number;
  readonly after: PagePlace | null;
}

function conditionsOf({ words, clientId }: CompanyFilter, values: unknown[]): string {
  const found = words.map((word) => `c.search_text like $${values.push(`%${word.replace(/[%_\\]/g, '\\$&')}%`)}`);
  const ofClient = clientId === undefined ? [] : [`c.client_id = $${values.push(clientId)}::uuid`];
  return [...found, ...ofClient].map((condition) => ` and ${condition}`).join('');
}

/** How well a company answers to the words, best first, then by name; the places are those of the palette's own ranking. */
function matchSql(words: readonly string[], values: unknown[]): string {
  const place = (text: string) => `$${values.push(text.replace(/[%_\\]/g, '\\$&'))}::text`;
  const typed = place(words.join(' '));
  const beginnings = words.map((word) => `' ' || c.search_text like '% ' || ${place(word)} || '%'`);
  return `(case when c.kvk_number = ${typed} or lower(k.client_number) = ${typed} then 0 when c.kvk_number like ${typed} || '%' then 1
    when lower(k.client_number) like ${typed} || '%' then 2 when c.search_text like ${typed} || '%' then 3
    when ${beginnings.join(' and ') || 'true'} then 4 else 5 end)::text || lower(v.name)`;
}

/** One page of companies in a stable order, with their exact number of those in sight. */
export async function companyPage(reader: Reader, { filter, sort, on, first, after }: CompanyRequest): Promise<Page<CompanyRecord> & { readonly totalCount: number }> {
  const counted: unknown[] = [on];
  const { total } = await queryOne<{ total: number }>(reader, `select count(*)::int as total ${COMPANIES_ON} where true${conditionsOf(filter, counted)}`, counted);
  const values: unknown[] = [on];
  const order = sort === 'match' ? matchSql(filter.words, values) : COMPANY_SORTS[sort];
  const conditions = conditionsOf(filter, values);
  const place = after === null ? '' : ` and (${order}, c.id) > ($${values.push(after[0])}::text, $${values.push(after[1])}::uuid)`;
  const rows = await reader.query<CompanyRecord & { sortPlace: string }>(
    `select ${COLUMNS}, ${order} as "sortPlace" ${COMPANIES_ON} where true${conditions}${place} order by ${order}, c.id limit $${values.push(first + 1)}`,
    values,
  );
  return { ...pageOf(rows, { first, after, place: ({ sortPlace, id }) => [sortPlace, id] }), totalCount: total };
}
