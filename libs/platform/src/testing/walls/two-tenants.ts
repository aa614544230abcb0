import { type Scope, type TenantDb, systemScope } from '../../db/index.js';
import type { TestDatabase } from '../test-database.js';
import { FIXTURE_CATALOGUE, type FixtureRow, type FixtureTenant, fixtureRows, fixtureTenant, insertSql } from './fixture-rows.js';

export interface TenantWorld extends FixtureTenant {
  readonly rows: readonly FixtureRow[];
  /** Staff who see all clients. */
  readonly everything: Scope;
  /** Staff who see the first client alone. */
  readonly limited: Scope;
  /** Somebody of the first client, not of the staff. */
  readonly contact: Scope;
}

async function plantCatalogue(database: TestDatabase): Promise<void> {
  await database.asAdmin(`
    insert into catalogue_version (version, content_hash) values (${FIXTURE_CATALOGUE}, 'fixture');
    insert into catalogue_provider (version, key, name_nl, name_en) values (${FIXTURE_CATALOGUE}, 'fixture', 'Proef', 'Fixture');
    insert into catalogue_service (version, key, provider_key, name_nl, name_en, chain_allowed, register_kind, source, verified_on, confidence)
      select ${FIXTURE_CATALOGUE}, 'fixture-' || nr, 'fixture', 'Proef', 'Fixture', 'yes', 'eherkenning', 'fixture', '2026-01-01', 'low' from generate_series(0, 1) nr;`);
}

async function plantAccounts(db: TenantDb, { accountIds }: FixtureTenant): Promise<void> {
  for (const accountId of accountIds) {
    await db.identity.open({ accountId, attemptSubject: accountId }, async (reader) => {
      await reader.query('insert into account (id, login, display_name) values ($1, $2, $3)', [accountId, `${accountId}@example.test`, 'J. Jansen']);
      const hash = accountId.replaceAll('-', '').repeat(2);
      await reader.query(`insert into session (id, account_id, token_hash, expires_at) values ($1, $1, $2, now() + interval '1 hour')`, [accountId, hash]);
      await reader.query('insert into sign_in_attempt (id, subject_hash, succeeded) values ($1, $2, true)', [accountId, accountId]);
    });
  }
}

async function plantTenant(db: TenantDb): Promise<TenantWorld> {
  const tenant = fixtureTenant();
  await plantAccounts(db, tenant);
  const planted = fixtureRows(tenant);
  const everything = systemScope(tenant.tenantId);
  await db.write(everything, async (writer) => {
    await writer.query('insert into tenant_directory (id, slug) values ($1, $2)', [tenant.tenantId, `t-${tenant.tenantId}`]);
    for (const row of planted) {
      const { sql, values } = insertSql(row);
      await writer.query(sql, values);
    }
  });
  // The database makes these itself of what was written.
  const marks = await db.read(everything, (reader) => reader.query<Record<string, unknown>>('select * from facts_change'));
  const rows = [...planted, ...marks.map((values): FixtureRow => ({ table: 'facts_change', values }))];
  const limited: Scope = { ...everything, actor: `member:${tenant.memberIds[0]}`, hasAllClients: false, clientIds: [tenant.clientIds[0]] };
  return { ...tenant, rows, everything, limited, contact: { ...limited, isInternal: false } };
}

/** Two tenants alike, each with two clients and a row in every table, all written through the product's own door. */
export async function plantTwoTenants(database: TestDatabase, db: TenantDb): Promise<{ readonly theirs: TenantWorld; readonly ours: TenantWorld }> {
  await plantCatalogue(database);
  return { theirs: await plantTenant(db), ours: await plantTenant(db) };
}
