import type { AssuranceLevel, ChainAllowed, RegisterKind } from '@ketenregie/catalogue-domain';
import type { Reader } from '@ketenregie/platform/db';

/** A service as it counts for the tenant: what it settled for itself, else the catalogue at the version it adopted, else the newest. */
export interface Service {
  /** The tenant's own row; null while it uses the service nowhere. */
  readonly id: string | null;
  /** The tenant uses it, as far as the reader sees: a right of his clients names it, or something was settled for it. */
  readonly isAdopted: boolean;
  readonly key: string;
  readonly providerKey: string;
  readonly nameNl: string;
  readonly nameEn: string;
  /** Null = no source confirms one, and the tenant settled none. */
  readonly requiredLevel: AssuranceLevel | null;
  readonly isLevelSettled: boolean;
  readonly chainAllowed: ChainAllowed;
  readonly isChainSettled: boolean;
  readonly registerKind: RegisterKind;
  readonly source: string | null;
  readonly verifiedOn: string;
  readonly confidence: 'high' | 'medium' | 'low';
  readonly note: string | null;
  readonly version: number;
}

export interface Provider {
  readonly key: string;
  readonly nameNl: string;
  readonly nameEn: string;
}

export interface Supplier {
  readonly key: string;
  readonly name: string;
}

const NEWEST = '(select max(version) from catalogue_version)';

/** That another client's right names a service is told to nobody who does not see that client (decision 0077). */
const IS_ADOPTED = `s.id is not null and (current_setting('app.all_clients', true) = 'on' or s.required_level_override is not null or s.chain_allowed_override is not null
      or exists (select 1 from authorisation_target t where t.service_id = s.id))`;

const SELECT_SERVICES = `
  select s.id, ${IS_ADOPTED} as "isAdopted", c.key, c.provider_key as "providerKey", c.name_nl as "nameNl", c.name_en as "nameEn",
    coalesce(s.required_level_override, c.required_level) as "requiredLevel", s.required_level_override is not null as "isLevelSettled",
    coalesce(s.chain_allowed_override, c.chain_allowed) as "chainAllowed", s.chain_allowed_override is not null as "isChainSettled",
    c.register_kind as "registerKind", c.source, c.verified_on as "verifiedOn", c.confidence, c.note, c.version
  from catalogue_service c left join service s on s.catalogue_key = c.key
  where c.version = coalesce(s.adopted_version, ${NEWEST})`;

/** All services, adopted or not, by provider and key. */
export function allServices(reader: Reader): Promise<Service[]> {
  return reader.query<Service>(`${SELECT_SERVICES} order by c.provider_key, c.key`);
}

/** The adopted services with these ids, by id. */
export async function servicesById(reader: Reader, ids: readonly string[]): Promise<Map<string, Service>> {
  const rows = await reader.query<Service & { readonly id: string }>(`${SELECT_SERVICES} and s.id = any($1::uuid[])`, [ids]);
  return new Map(rows.map((service) => [service.id, service]));
}

/** One service by its key, or null. */
export async function findService(reader: Reader, key: string): Promise<Service | null> {
  const [service] = await reader.query<Service>(`${SELECT_SERVICES} and c.key = $1`, [key]);
  return service ?? null;
}

/** The providers of the newest version, and those that only an older, adopted one has; by key. */
export function allProviders(reader: Reader): Promise<Provider[]> {
  return reader.query(
    `select distinct on (p.key) p.key, p.name_nl as "nameNl", p.name_en as "nameEn" from catalogue_provider p
     where p.version = ${NEWEST} or exists (select 1 from service s where s.provider_key = p.key and s.adopted_version = p.version)
     order by p.key, p.version desc`,
  );
}

/** The suppliers of the newest version, by key. */
export function allSuppliers(reader: Reader): Promise<Supplier[]> {
  return reader.query(`select key, name from catalogue_supplier where version = ${NEWEST} order by key`);
}

/** The newest published version; 0 before anything was published. */
export async function newestVersion(reader: Reader): Promise<number> {
  const [row] = await reader.query<{ version: number | null }>('select max(version) as version from catalogue_version');
  return row?.version ?? 0;
}
