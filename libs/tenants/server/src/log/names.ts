import { isId } from '@ketenregie/kernel';
import type { Reader } from '@ketenregie/platform/db';

/** What an entry can name. Services, providers and suppliers go by their key in the catalogue, all else by id. */
export type NameKind = 'company' | 'client' | 'person' | 'member' | 'authorisation' | 'import' | 'review-round' | 'review-programme' | 'service' | 'provider' | 'supplier';

export interface Named {
  readonly nl: string;
  readonly en: string;
  /** What its address needs: the number of a company, the state of an import. */
  readonly also: string | null;
}

/** A right has no name: it is told by whose it is, and for what. */
export interface NamedRight {
  readonly id: string;
  readonly kind: 'client-half' | 'office-half' | 'direct';
  readonly companyId: string;
  readonly personId: string | null;
  readonly isEverything: boolean;
  readonly targetCount: number;
  readonly serviceKey: string | null;
  readonly providerKey: string | null;
  readonly isWholeProvider: boolean | null;
}

/** What a page of entries names, gathered before anything is looked up. */
export class Asked {
  private readonly ids = new Map<NameKind, Set<string>>();

  add(kind: NameKind, id: unknown): void {
    if (typeof id !== 'string' || (!KEYED.has(kind) && !isId(id))) return;
    this.ids.set(kind, (this.ids.get(kind) ?? new Set()).add(id));
  }

  of(kind: NameKind): string[] {
    return [...(this.ids.get(kind) ?? [])];
  }
}

const KEYED: ReadonlySet<NameKind> = new Set<NameKind>(['service', 'provider', 'supplier']);

/** What is believed last: the name of somebody whose import was undone is still his name. */
const LAST = 'order by v.superseded_at is null desc, v.valid_from desc nulls last, v.recorded_at desc limit 1';

const RIGHTS = `select a.id, a.kind, a.company_id as "companyId", a.person_id as "personId", v.scope = 'all' as "isEverything", t.count as "targetCount",
    t.first->>'serviceKey' as "serviceKey", t.first->>'providerKey' as "providerKey", (t.first->>'isWhole')::boolean as "isWholeProvider"
  from authorisation a
  join lateral (select v.id, v.scope from authorisation_version v where v.tenant_id = a.tenant_id and v.authorisation_id = a.id ${LAST}) v on true
  cross join lateral (
    select count(*)::int as count, (array_agg(jsonb_build_object('serviceKey', s.catalogue_key, 'providerKey', t.provider_key, 'isWhole', t.is_whole_provider) order by t.id))[1] as first
    from authorisation_target t left join service s on s.tenant_id = t.tenant_id and s.id = t.service_id where t.tenant_id = a.tenant_id and t.version_id = v.id) t
  where a.id = any($1::uuid[])`;

const newest = (table: string): string => `version = (select max(version) from ${table})`;

const NAMES: { readonly [Kind in Exclude<NameKind, 'authorisation'>]: (place: string) => string } = {
  company: (place) => `select 'company' as kind, c.id::text as id, v.name as nl, v.name as en, c.kvk_number as also from company c
    join lateral (select v.name from company_version v where v.tenant_id = c.tenant_id and v.company_id = c.id ${LAST}) v on true where c.id = any(${place}::uuid[])`,
  client: (place) => `select 'client', id::text, name, name, null from client where id = any(${place}::uuid[])`,
  person: (place) => `select 'person', p.id::text, v.full_name, v.full_name, null from person p
    join lateral (select v.full_name from person_version v where v.tenant_id = p.tenant_id and v.person_id = p.id ${LAST}) v on true where p.id = any(${place}::uuid[])`,
  member: (place) => `select 'member', id::text, display_name, display_name, null from member where id = any(${place}::uuid[])`,
  import: (place) => `select 'import', id::text, file_name, file_name, state from import where id = any(${place}::uuid[])`,
  'review-round': (place) => `select 'review-round', id::text, name, name, null from review_round where id = any(${place}::uuid[])`,
  'review-programme': (place) => `select 'review-programme', id::text, name, name, null from review_programme where id = any(${place}::uuid[])`,
  service: (place) => `select 'service', key, name_nl, name_en, null from catalogue_service where key = any(${place}::text[]) and ${newest('catalogue_service')}`,
  provider: (place) => `select 'provider', key, name_nl, name_en, null from catalogue_provider where key = any(${place}::text[]) and ${newest('catalogue_provider')}`,
  supplier: (place) => `select 'supplier', key, name, name, null from catalogue_supplier where key = any(${place}::text[]) and ${newest('catalogue_supplier')}`,
};

type NameRow = Named & { readonly kind: NameKind; readonly id: string };

/** The names of what a page of entries is about, as far as the reader may see them. */
export class Names {
  private constructor(
    private readonly names: ReadonlyMap<string, Named>,
    private readonly rights: ReadonlyMap<string, NamedRight>,
  ) {}

  /** Looks everything up in two statements, however many entries there are, under the walls of the reader: what he may not see is not found. */
  static async read(reader: Reader, asked: Asked): Promise<Names> {
    const rights = await reader.query<NamedRight>(RIGHTS, [asked.of('authorisation')]);
    for (const { companyId, personId, serviceKey, providerKey } of rights) {
      asked.add('company', companyId);
      asked.add('person', personId);
      asked.add('service', serviceKey);
      asked.add('provider', providerKey);
    }
    const kinds = Object.keys(NAMES) as (keyof typeof NAMES)[];
    const rows = await reader.query<NameRow>(kinds.map((kind, at) => NAMES[kind](`$${at + 1}`)).join(' union all '), kinds.map((kind) => asked.of(kind)));
    return new Names(new Map(rows.map((row) => [`${row.kind} ${row.id}`, row])), new Map(rights.map((right) => [right.id, right])));
  }

  /** Null where it is gone, or not in sight: the two look the same. */
  find(kind: NameKind, id: string): Named | null {
    return this.names.get(`${kind} ${id}`) ?? null;
  }

  right(id: string): NamedRight | null {
    return this.rights.get(id) ?? null;
  }
}
