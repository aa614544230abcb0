import { DataSource } from 'typeorm';
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

/** Brings the schema up to this version, each migration in a transaction of its own; the app role must exist. Safe to run from two sides at once. */
export async function migrateUp(ownerUrl: string): Promise<{ readonly applied: readonly string[] }> {
  return withOwner(ownerUrl, async (dataSource) => {
    const guard = dataSource.createQueryRunner();
    await guard.connect();
    try {
      await guard.query(`select pg_advisory_lock(hashtext('ketenregie.migrate'))`);
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
