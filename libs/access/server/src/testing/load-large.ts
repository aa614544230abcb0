import { newId } from '@ketenregie/kernel';
import { type Scope, systemScope, type TenantDb } from '@ketenregie/platform/db';
import type { TestDatabase } from '@ketenregie/platform/testing';

/** How large a made tenant is: every client company grants two rights, and each is worked on by so many people, in ten rights a company. */
export interface LargeTenant {
  readonly companies: number;
  readonly people: number;
}

const ID = (kind: number, expression: string): string => `('0000000${kind}-0000-7000-8000-' || lpad((${expression})::text, 12, '0'))::uuid`;
const VERSION = 'recorded_by';

const PARTIES = (companies: number, people: number): readonly string[] => [
  `insert into client (id, name) select ${ID(1, 'n')}, 'Klant ' || n from generate_series(1, ${companies}) n`,
  `insert into client (id, name) select tenant_id, name from tenant`,
  `insert into company (id, client_id, kvk_number) select ${ID(2, 'n')}, ${ID(1, 'n')}, (10000000 + n)::text from generate_series(1, ${companies}) n`,
  `insert into company (id, client_id, kvk_number) select ${ID(2, '0')}, tenant_id, '10000000' from tenant`,
  `insert into company_version (id, client_id, company_id, name, ${VERSION}) select id, client_id, id, 'Bedrijf ' || kvk_number, 'system' from company`,
  `insert into person (id) select ${ID(3, 'n')} from generate_series(1, ${people}) n`,
  `insert into person_version (id, person_id, full_name, email, ${VERSION}) select id, id, 'Persoon ' || id, id || '@example.test', 'system' from person`,
  `insert into means (id, person_id, supplier_key) select id, id, 'reconi' from person`,
  `insert into means_version (id, means_id, level, state, stated_on, ends_on, last_used_on, ${VERSION})
     select id, id, case when abs(hashtext(id::text)) % 3 = 0 then 'EH2+' else 'EH3' end, 'active', '2026-01-01', '2029-01-01', '2026-11-01', 'system' from means`,
];

/** Rights 0 and 1 of a company are client halves, 2 to 9 office halves; one in three is for all services. */
const RIGHTS = (companies: number, people: number): readonly string[] => [
  `insert into authorisation (id, client_id, kind, company_id, intermediary_client_id, intermediary_company_id, person_id, match_key)
     select ${ID(5, 'n * 10 + k')}, ${ID(1, 'n')}, case when k < 2 then 'client-half' else 'office-half' end, ${ID(2, 'n')}, tenant_id, ${ID(2, '0')},
       case when k >= 2 then ${ID(3, `1 + (n * 7 + k * 13) % ${people}`)} end, k::text
     from tenant, generate_series(1, ${companies}) n, generate_series(0, 9) k`,
  `insert into authorisation_version (id, client_id, authorisation_id, supplier_key, scope, level, state, stated_on, starts_on, ends_on, position, ${VERSION})
     select id, client_id, id, case kind when 'client-half' then 'kpn' else 'reconi' end, case when abs(hashtext(id::text)) % 3 = 0 then 'all' else 'targets' end, 'EH3', 'active', '2026-01-01', '2026-01-01',
       '2026-11-01'::date + abs(hashtext('end' || id::text)) % 1200, 0, 'system' from authorisation`,
  `insert into authorisation_target (id, client_id, version_id, service_id)
     select v.id, v.client_id, v.id, (array(select id from service order by catalogue_key))[1 + abs(hashtext('service' || v.id::text)) % 6] from authorisation_version v where v.scope = 'targets'`,
];

const SERVICES = `insert into service (id, catalogue_key, provider_key, adopted_version)
  select gen_random_uuid(), key, provider_key, version from catalogue_service where version = (select max(version) from catalogue_version) order by key limit 6`;

/** Makes a tenant of ten rights a company, all through the door, and lets the planner look at it. */
export async function loadLarge(database: TestDatabase, db: TenantDb, { companies, people }: LargeTenant): Promise<Scope> {
  const scope = systemScope(newId());
  await db.write(scope, async (writer) => {
    await writer.query('insert into tenant_directory (id, slug) values ($1, $2)', [scope.tenantId, `t-${scope.tenantId}`]);
    await writer.query(`insert into tenant (tenant_id, name, kind) values ($1, 'Kantoor', 'office')`, [scope.tenantId]);
    for (const sql of [...PARTIES(companies, people), SERVICES, ...RIGHTS(companies, people)]) await writer.query(sql);
  });
  await database.asAdmin('analyze');
  return scope;
}

export const largeCompanyId = (nr: number): string => `00000002-0000-7000-8000-${String(nr).padStart(12, '0')}`;
export const largePersonId = (nr: number): string => `00000003-0000-7000-8000-${String(nr).padStart(12, '0')}`;
