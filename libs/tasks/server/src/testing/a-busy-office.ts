import { newId } from '@ketenregie/kernel';
import { type Scope, systemScope, type TenantDb, type Writer } from '@ketenregie/platform/db';

/** The business day of the office: what it holds is dated around it. */
export const BUSY_ON = '2026-11-23';

/** An office in which each kind of task has one cause, seen from `BUSY_ON`. */
export interface BusyOffice {
  readonly scope: Scope;
  readonly slug: string;
  /** Two clients of one company each. */
  readonly clients: Readonly<Record<'bakery' | 'builder', { readonly clientId: string; readonly companyId: string }>>;
  readonly people: Readonly<Record<'sanne' | 'piet' | 'kim' | 'ruth', string>>;
  readonly means: Readonly<Record<'sanne' | 'piet' | 'kim' | 'ruth', string>>;
}

interface Person {
  readonly id: string;
  readonly name: string;
  readonly until: string | null;
  readonly means: { readonly id: string; readonly level: string; readonly state: string; readonly endsOn: string; readonly lastUsedOn: string | null; readonly statedOn: string };
}

async function plantPerson(writer: Writer, { id, name, until, means }: Person): Promise<void> {
  await writer.query('insert into person (id) values ($1)', [id]);
  await writer.query(`insert into person_version (id, person_id, full_name, in_service_until, recorded_by) values ($1, $1, $2, $3, 'system')`, [id, name, until]);
  await writer.query(`insert into means (id, person_id, supplier_key) values ($1, $2, 'reconi')`, [means.id, id]);
  await writer.query(
    `insert into means_version (id, means_id, level, state, stated_on, ends_on, last_used_on, recorded_by) values ($1, $1, $2, $3, $4, $5, $6, 'system')`,
    [means.id, means.level, means.state, means.statedOn, means.endsOn, means.lastUsedOn],
  );
}

async function plantClient(writer: Writer, { clientId, companyId, name, accountable }: { clientId: string; companyId: string; name: string; accountable: string | null }): Promise<void> {
  await writer.query('insert into client (id, name) values ($1, $2)', [clientId, name]);
  await writer.query('insert into company (id, client_id) values ($1, $2)', [companyId, clientId]);
  await writer.query(`insert into company_version (id, client_id, company_id, name, accountable, recorded_by) values ($1, $2, $1, $3, $4, 'system')`, [companyId, clientId, name, accountable]);
}

export interface PlantedRight {
  readonly clientId: string;
  readonly companyId: string;
  readonly personId?: string;
  readonly state?: string;
  readonly statedOn?: string;
  readonly endsOn?: string | null;
}

/** Adds a half of a chain for the service of the office; with a person the office half, without the client's. Returns its id. */
export async function plantHalf(writer: Writer, { clientId, companyId, personId, state = 'active', statedOn = '2026-01-01', endsOn = '2028-12-31' }: PlantedRight): Promise<string> {
  const id = newId();
  await writer.query(
    `insert into authorisation (id, client_id, kind, company_id, intermediary_client_id, intermediary_company_id, person_id, match_key)
     select $1::uuid, $2::uuid, $3, $4::uuid, o.client_id, o.id, $5::uuid, $1::uuid::text from company o where o.client_id = o.tenant_id`,
    [id, clientId, personId === undefined ? 'client-half' : 'office-half', companyId, personId ?? null],
  );
  await writer.query(
    `insert into authorisation_version (id, client_id, authorisation_id, supplier_key, scope, level, state, stated_on, starts_on, ends_on, until_precision, position, recorded_by)
     values ($1, $2, $1, 'reconi', 'targets', 'EH3', $3, $4, '2025-01-01', $5, 'day', 0, 'system')`,
    [id, clientId, state, statedOn, endsOn],
  );
  await writer.query('insert into authorisation_target (id, client_id, version_id, service_id) select $1, $2, $1, s.id from service s', [id, clientId]);
  return id;
}

/** The one service of the office, at level EH3 with chains; settled where the catalogue does not know. */
const PLANT_SERVICE = `insert into service (id, catalogue_key, provider_key, adopted_version, required_level_override, chain_allowed_override)
  select $1, key, provider_key, version, case when required_level is null then 'EH3' end, case when chain_allowed = 'unknown' then 'yes' end
  from catalogue_service where chain_allowed <> 'no' and coalesce(required_level, 'EH3') = 'EH3' and register_kind = 'eherkenning' order by version desc, key limit 1`;

const means = (level: string, endsOn: string, lastUsedOn: string) => ({ id: newId(), level, endsOn, lastUsedOn, state: 'active', statedOn: '2026-01-01' });

function staff(): Record<'sanne' | 'piet' | 'kim' | 'ruth', Person> {
  return {
    // Her means ends within 90 days, and nobody saw her log in for nearly 24 months.
    sanne: { id: newId(), name: 'Sanne de Vries', until: null, means: means('EH3', '2027-01-15', '2025-01-10') },
    // He left; his means and his right still work.
    piet: { id: newId(), name: 'Piet Jansen', until: '2026-10-31', means: means('EH3', '2028-01-01', '2026-10-01') },
    // Her means is too low for the service.
    kim: { id: newId(), name: 'Kim Smit', until: null, means: means('EH2', '2028-01-01', '2026-10-01') },
    // Nobody knows the state of hers.
    ruth: { id: newId(), name: 'Ruth Bos', until: null, means: { ...means('EH3', '2028-01-01', '2026-10-01'), state: 'unknown' } },
  };
}

/** Plants the office: one cause for each kind of task at the bakery, one lapsed half at the builder. */
export async function aBusyOffice(db: TenantDb): Promise<BusyOffice> {
  const scope = systemScope(newId());
  const { tenantId } = scope;
  const slug = `t-${tenantId}`;
  const clients = { bakery: { clientId: newId(), companyId: newId() }, builder: { clientId: newId(), companyId: newId() } };
  const people = staff();
  await db.write(scope, async (writer) => {
    await writer.query('insert into tenant_directory (id, slug) values ($1, $2)', [tenantId, slug]);
    await writer.query(`insert into tenant (tenant_id, name, kind) values ($1, 'Kantoor Noord', 'office')`, [tenantId]);
    await plantClient(writer, { clientId: tenantId, companyId: newId(), name: 'Kantoor Noord B.V.', accountable: null });
    await plantClient(writer, { ...clients.bakery, name: 'Bakkerij Mulder B.V.', accountable: 'S. de Vries-Bakker' });
    await plantClient(writer, { ...clients.builder, name: 'Aannemer Kok B.V.', accountable: null });
    await writer.query(PLANT_SERVICE, [newId()]);
    for (const person of Object.values(people)) await plantPerson(writer, person);
    await plantHalf(writer, { ...clients.bakery, endsOn: '2027-01-31' });
    for (const { id } of Object.values(people)) await plantHalf(writer, { ...clients.bakery, personId: id });
    await plantHalf(writer, { ...clients.builder, state: 'requested', statedOn: '2026-11-01', endsOn: null });
    await plantHalf(writer, { ...clients.builder, state: 'active', endsOn: '2026-11-20' });
    await plantHalf(writer, { ...clients.builder, personId: people.sanne.id });
    await writer.query('insert into audit_head default values on conflict do nothing');
  });
  const ids = <T>(pick: (person: Person) => T) => ({ sanne: pick(people.sanne), piet: pick(people.piet), kim: pick(people.kim), ruth: pick(people.ruth) });
  return { scope, slug, clients, people: ids(({ id }) => id), means: ids((person) => person.means.id) };
}
