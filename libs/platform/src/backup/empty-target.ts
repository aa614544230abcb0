import { DomainError } from '@ketenregie/kernel';
import { knownMigrations, type Reader, queryOne, REMOVED, scopeSettings, systemScope } from '../db/index.js';
import { notEmpty, onlyExamples } from './backup-error.js';

interface Target {
  readonly tables: number;
  readonly hasMigrations: boolean;
  readonly hasAccounts: boolean;
}

const LOOK = `select (select count(*)::int from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f')) as tables,
  to_regclass('public.schema_migration') is not null as "hasMigrations", to_regclass('public.account') is not null as "hasAccounts"`;

/** Nobody may work in it: he would find his tables gone, and we his locks. */
async function assertUnused(reader: Reader): Promise<void> {
  const [user] = await reader.query<{ name: string }>(
    `select coalesce(nullif(application_name, ''), usename) as name from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and usename in ('ketenregie_app', 'ketenregie_queue') limit 1`,
  );
  if (user !== undefined) throw new DomainError('DATABASE_IN_USE', 'The product is connected to this database. Nothing was changed. Stop API and worker first, then restore.');
}

/** Refuses a database that holds anything: tenants, accounts, tables of somebody else, or the schema of a newer version. */
export async function assertEmptyTarget(reader: Reader): Promise<void> {
  await assertNothingThere(reader);
  await assertUnused(reader);
}

async function assertNothingThere(reader: Reader): Promise<void> {
  const { tables, hasMigrations, hasAccounts } = await queryOne<Target>(reader, LOOK);
  if (!hasMigrations) {
    if (tables > 0) throw notEmpty('tables that are not of Ketenregie');
    return;
  }
  const applied = await reader.query<{ name: string }>('select name from schema_migration');
  const unknown = applied.find(({ name }) => !knownMigrations().includes(name));
  if (unknown !== undefined) throw new DomainError('SCHEMA_NEWER', `The database is of a newer version than this program (${unknown.name}). Nothing was changed. Restore with the newer program.`);
  await assertNoTenants(reader);
  if (hasAccounts && (await reader.query('select 1 from account limit 1')).length > 0) throw notEmpty('accounts');
}

/** A removed example leaves its empty entry in the directory, which the backup's own takes the place of. */
async function assertNoTenants(reader: Reader): Promise<void> {
  const tenants = await reader.query<{ id: string; slug: string }>(`select id, slug from tenant_directory where not (state = 'removed' and starts_with(slug, $1)) order by slug`, [REMOVED]);
  for (const { id, slug } of tenants) {
    const { sql, values } = scopeSettings(systemScope(id));
    await reader.query(sql, values);
    if ((await reader.query('select 1 from tenant where is_example')).length === 0) throw notEmpty(`the tenant ${slug}`);
  }
  if (tenants.length > 0) throw onlyExamples();
}

const EXTENSIONS_OWN = `exists (select 1 from pg_depend d where d.objid = o.oid and d.deptype = 'e')`;

const OBJECTS = `
  select format('drop table if exists public.%I cascade', o.relname) as drop from pg_class o where o.relnamespace = 'public'::regnamespace and o.relkind in ('r', 'p') and not ${EXTENSIONS_OWN}
  union all select format('drop routine if exists %s cascade', o.oid::regprocedure) from pg_proc o where o.pronamespace = 'public'::regnamespace and not ${EXTENSIONS_OWN}
  union all select format('drop type if exists public.%I cascade', o.typname) from pg_type o where o.typnamespace = 'public'::regnamespace and o.typtype in ('e', 'd') and not ${EXTENSIONS_OWN}`;

/** Takes away the empty tables of this version, so that those of the backup's version can be made. Part of the restore's transaction. */
export async function dropEmptySchema(reader: Reader): Promise<void> {
  const objects = await reader.query<{ drop: string }>(OBJECTS);
  for (const { drop } of objects) await reader.query(drop);
}
