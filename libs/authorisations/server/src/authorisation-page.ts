import type { AuthorisationKind, RightState } from '@ketenregie/authorisations-domain';
import { type CalendarDate, isId, parseCalendarDate } from '@ketenregie/kernel';
import { type Reader, asOfSql, queryOne } from '@ketenregie/platform/db';
import { type Page, type PagePlace, isInstantPart, pageOf, placeOfKinds } from '@ketenregie/platform/graphql';
import { type AsOf, RIGHTS_AS_OF, type RecordedRight } from './authorisations.queries.js';

/** What a page of rights is narrowed to; what is left out narrows nothing. */
export interface AuthorisationFilter {
  readonly kinds?: readonly AuthorisationKind[];
  readonly states?: readonly RightState[];
  readonly clientId?: string;
  readonly companyId?: string;
  readonly personId?: string;
  readonly supplierKey?: string;
  readonly levels?: readonly string[];
  /** Rights that reach this service: by name, by its provider, or by everything. */
  readonly serviceKey?: string;
  /** Rights that name this provider or one of its services. */
  readonly providerKey?: string;
  readonly endsOnOrAfter?: CalendarDate;
  readonly endsOnOrBefore?: CalendarDate;
}

/** `ends-on`: soonest end first, without end last. `company`: by its name. `recorded`: newest first. All end in the id, so none is ambiguous. */
export const AUTHORISATION_SORTS = ['ends-on', 'company', 'recorded'] as const;
export type AuthorisationSort = (typeof AUTHORISATION_SORTS)[number];

export interface PageRequest extends AsOf {
  readonly filter: AuthorisationFilter;
  readonly sort: AuthorisationSort;
  readonly first: number;
  readonly after: string | null;
}

/** Adds a value and gives its place in the statement. */
type Bind = (value: unknown) => string;

const NAMES_SERVICE = (key: string): string => `(v.scope = 'all' or exists (
  select 1 from authorisation_target t left join service s on s.tenant_id = t.tenant_id and s.id = t.service_id
  where t.tenant_id = v.tenant_id and t.version_id = v.id
    and (s.catalogue_key = ${key} or t.provider_key = (select c.provider_key from catalogue_service c where c.key = ${key} order by c.version desc limit 1))))`;

const NAMES_PROVIDER = (key: string): string => `exists (
  select 1 from authorisation_target t left join service s on s.tenant_id = t.tenant_id and s.id = t.service_id
  where t.tenant_id = v.tenant_id and t.version_id = v.id and (t.provider_key = ${key} or s.provider_key = ${key}))`;

const CONDITIONS: { readonly [Field in keyof AuthorisationFilter]-?: (place: string) => string } = {
  kinds: (place) => `a.kind = any(${place}::text[])`,
  states: (place) => `v.state = any(${place}::text[])`,
  clientId: (place) => `a.client_id = ${place}::uuid`,
  companyId: (place) => `a.company_id = ${place}::uuid`,
  personId: (place) => `a.person_id = ${place}::uuid`,
  supplierKey: (place) => `v.supplier_key = ${place}`,
  levels: (place) => `v.level = any(${place}::text[])`,
  serviceKey: (place) => NAMES_SERVICE(`${place}::text`),
  providerKey: (place) => NAMES_PROVIDER(`${place}::text`),
  endsOnOrAfter: (place) => `v.ends_on >= ${place}::date`,
  endsOnOrBefore: (place) => `v.ends_on <= ${place}::date`,
};

interface Sorting {
  /** Joined where the order needs it. */
  readonly join: string;
  readonly order: string;
  readonly place: string;
  /** The rows that stand after a place. */
  after(place: PagePlace, bind: Bind): string;
  isPlace(first: string): boolean;
}

const SORTINGS: Readonly<Record<AuthorisationSort, Sorting>> = {
  'ends-on': {
    join: '',
    order: 'v.ends_on nulls last, a.id',
    place: `coalesce(v.ends_on::text, '')`,
    after: ([endsOn, id], bind) => (endsOn === '' ? `(v.ends_on is null and a.id > ${bind(id)}::uuid)` : `((v.ends_on, a.id) > (${bind(endsOn)}::date, ${bind(id)}::uuid) or v.ends_on is null)`),
    isPlace: (first) => first === '' || parseCalendarDate(first) !== null,
  },
  company: {
    join: `left join lateral (select lower(c.name) as name from company_version c where c.tenant_id = a.tenant_id and c.company_id = a.company_id
      and ${asOfSql('c', '$1::date', '$2::timestamptz')} order by c.recorded_at desc, c.id limit 1) company on true`,
    order: `coalesce(company.name, ''), a.id`,
    place: `coalesce(company.name, '')`,
    after: ([name, id], bind) => `(coalesce(company.name, ''), a.id) > (${bind(name)}::text, ${bind(id)}::uuid)`,
    isPlace: () => true,
  },
  recorded: {
    join: '',
    order: 'v.recorded_at desc, a.id desc',
    place: `to_char(v.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
    after: ([recordedAt, id], bind) => `(v.recorded_at, a.id) < (${bind(recordedAt)}::timestamptz, ${bind(id)}::uuid)`,
    isPlace: isInstantPart,
  },
};

function checkedPlace(after: string | null, sorting: Sorting): PagePlace | null {
  return placeOfKinds(after, [sorting.isPlace, isId]);
}

function conditionsOf(filter: AuthorisationFilter, bind: Bind): string[] {
  const fields = Object.keys(CONDITIONS) as (keyof AuthorisationFilter)[];
  return fields.filter((field) => filter[field] !== undefined).map((field) => CONDITIONS[field](bind(filter[field])));
}

const where = (conditions: readonly string[]): string => (conditions.length === 0 ? '' : ` where ${conditions.join(' and ')}`);

const sourceFor = ({ personId, companyId }: AuthorisationFilter): string => (personId === undefined && companyId === undefined ? RIGHTS_AS_OF.source : RIGHTS_AS_OF.fewRights);

/** A binder over the day and the instant, which are $1 and $2 of every read of rights. */
function bindings({ on, knownAt }: AsOf): { readonly values: unknown[]; readonly bind: Bind } {
  const values: unknown[] = [on, knownAt];
  return { values, bind: (value) => `$${values.push(value)}` };
}

/** One page of rights in a stable order. A cursor of another order, or none of ours, is refused. */
export async function authorisationPage(reader: Reader, { filter, sort, first, after, ...asOf }: PageRequest): Promise<Page<RecordedRight>> {
  const sorting = SORTINGS[sort];
  const place = checkedPlace(after, sorting);
  const { values, bind } = bindings(asOf);
  const conditions = conditionsOf(filter, bind);
  if (place !== null) conditions.push(sorting.after(place, bind));
  const rows = await reader.query<RecordedRight & { readonly sortPlace: string }>(
    `select ${RIGHTS_AS_OF.columns}, ${sorting.place} as "sortPlace" from ${sourceFor(filter)} ${sorting.join}${where(conditions)} order by ${sorting.order} limit ${bind(first + 1)}`,
    values,
  );
  return pageOf(rows, { first, after: place, place: ({ sortPlace, id }) => [sortPlace, id] });
}

/** How many rights a filter finds, exactly, of those the viewer may see. */
export async function countAuthorisations(reader: Reader, filter: AuthorisationFilter, asOf: AsOf): Promise<number> {
  const { values, bind } = bindings(asOf);
  const conditions = conditionsOf(filter, bind);
  const { total } = await queryOne<{ total: string }>(reader, `select count(*) as total from ${sourceFor(filter)}${where(conditions)}`, values);
  return Number(total);
}
