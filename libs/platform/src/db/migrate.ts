import { DomainError } from '@ketenregie/kernel';
import { DataSource, type QueryRunner } from 'typeorm';
import { migrations } from './migrations/index.js';

async function withOwner<Result>(ownerUrl: string, work: (dataSource: DataSource) => Promise<Result>): Promise<Result> {
  const dataSource = new DataSource({ type: 'postgres', url: ownerUrl, migrations, migrationsTableName: 'schema_migration', poolSize: 2 });
  await dataSource.initialize();
  try {
    return await work(dataSource);
  } finally {
    await dataSource.destroy();
  }
}

/** A database of a newer version is left alone: what this build does not know it would write past. */
async function assertNotNewer(runner: QueryRunner): Promise<void> {
  if (!(await runner.hasTable('schema_migration'))) return;
  const applied = (await runner.query('select name from schema_migration order by id')) as { readonly name: string }[];
  const unknown = applied.find(({ name }) => !migrations.some((known) => known.name === name));
  if (unknown === undefined) return;
  throw new DomainError(
    'SCHEMA_NEWER',
    `The database is of a newer version of Ketenregie than this program: it has ${unknown.name}, which is not known here. Nothing was changed. Start the newer program, or restore a backup that this one made into an empty DATA_DIR.`,
  );
}

/** Brings the schema up to this version, refusing a newer one, each migration in a transaction of its own; the app role must exist. Safe to run from two sides at once. */
export async function migrateUp(ownerUrl: string): Promise<{ readonly applied: readonly string[] }> {
  return withOwner(ownerUrl, async (dataSource) => {
    const guard = dataSource.createQueryRunner();
    await guard.connect();
    try {
      await guard.query(`select pg_advisory_lock(hashtext('ketenregie.migrate'))`);
      await assertNotNewer(guard);
      const applied = await dataSource.runMigrations({ transaction: 'each' });
      await guard.query('grant usage on schema public to ketenregie_app; grant select on schema_migration to ketenregie_app;');
      return { applied: applied.map(({ name }) => name) };
    } finally {
      await guard.query(`select pg_advisory_unlock(hashtext('ketenregie.migrate'))`).catch(() => undefined);
      await guard.release();
    }
  });
}

/** Takes back the last migrations, newest first. */
export async function migrateDown(ownerUrl: string, steps: number): Promise<void> {
  await withOwner(ownerUrl, async (dataSource) => {
    for (let step = 0; step < steps; step += 1) await dataSource.undoLastMigration({ transaction: 'each' });
  });
}

/** The newest migration this build knows: what the ready check compares with the database. */
export const LATEST_MIGRATION: string = migrations.at(-1)?.name ?? '';

/** How many migrations this build knows. */
export const MIGRATION_COUNT: number = migrations.length;
