import type { Client } from 'pg';
import { DataSource, MigrationExecutor, type QueryRunner } from 'typeorm';
import { migrations } from './migrations/index.js';
import type { Reader } from './reader.js';

/** One transaction of the owner in which migrations run. */
export interface MigrationRun {
  readonly reader: Reader;
  /** The connection itself, for copying rows. */
  readonly client: Client;
  /** Runs the migrations of these names that have not run yet, in their order. */
  migrate(names: readonly string[]): Promise<void>;
}

/** The names of the migrations that this build knows, oldest first. */
export const knownMigrations = (): string[] => migrations.map(({ name }) => name);

async function runNamed(ownerUrl: string, runner: QueryRunner, names: readonly string[]): Promise<void> {
  const source = new DataSource({ type: 'postgres', url: ownerUrl, migrations: migrations.filter(({ name }) => names.includes(name)), migrationsTableName: 'schema_migration', poolSize: 1 });
  await source.initialize();
  try {
    const executor = new MigrationExecutor(source, runner);
    executor.transaction = 'none';
    await executor.executePendingMigrations();
  } finally {
    await source.destroy();
  }
}

/** Runs work in one transaction of the owner, alone among all that migrate. Whatever is thrown rolls everything back, migrations too. */
export async function inOwnerMigration<Result>(ownerUrl: string, work: (run: MigrationRun) => Promise<Result>): Promise<Result> {
  const source = new DataSource({ type: 'postgres', url: ownerUrl, poolSize: 1, poolErrorHandler: () => undefined });
  await source.initialize();
  const runner = source.createQueryRunner();
  try {
    const client = (await runner.connect()) as Client;
    await runner.startTransaction();
    await client.query(`select pg_advisory_xact_lock(hashtext('ketenregie.migrate'))`);
    const reader: Reader = { query: async <Row>(sql: string, values: readonly unknown[] = []) => (await client.query(sql, [...values])).rows as Row[] };
    const result = await work({ reader, client, migrate: (names) => runNamed(ownerUrl, runner, names) });
    await runner.commitTransaction();
    return result;
  } finally {
    if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
    await runner.release().catch(() => undefined);
    await source.destroy();
  }
}
