import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import type { TenantDb } from '../db/index.js';
import { type TenantDbOptions, openTenantDb } from '../db/index.js';

/** A real PostgreSQL database of one spec file, copied from the migrated template; its own roles' addresses, and a superuser's for planting faults. */
export interface TestDatabase {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly queueUrl: string;
  readonly adminUrl: string;
  /** Opens the product's own door on it; closed again by `drop`. */
  open(options?: TenantDbOptions): Promise<TenantDb>;
  /** Runs SQL as superuser, past all walls: to plant and to look, never to stand in for the product. */
  asAdmin<Row>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  drop(): Promise<void>;
}

function addressOf(name: string, database: string): string {
  const base = process.env[name];
  if (base === undefined) throw new Error(`${name} is not set: run the specs through jest, its global set-up starts the database`);
  const url = new URL(base);
  url.pathname = `/${database}`;
  return url.toString();
}

async function onServer(sql: string): Promise<void> {
  const client = new Client({ connectionString: addressOf('TEST_DATABASE_ADMIN_URL', 'postgres') });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** Copies the migrated template (schema, roles' grants, published catalogue) into a database of its own; about 50 ms. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const database = `spec_${randomBytes(6).toString('hex')}`;
  await onServer(`create database ${database} template ketenregie_template owner ketenregie_owner`);
  const doors: TenantDb[] = [];
  const admin = new Client({ connectionString: addressOf('TEST_DATABASE_ADMIN_URL', database) });
  await admin.connect();
  admin.on('error', () => undefined);
  return {
    ownerUrl: addressOf('TEST_DATABASE_OWNER_URL', database),
    appUrl: addressOf('TEST_DATABASE_APP_URL', database),
    queueUrl: addressOf('TEST_DATABASE_QUEUE_URL', database),
    adminUrl: addressOf('TEST_DATABASE_ADMIN_URL', database),
    async open(options) {
      const door = await openTenantDb(addressOf('TEST_DATABASE_APP_URL', database), { poolSize: 4, ...options });
      doors.push(door);
      return door;
    },
    async asAdmin<Row>(sql: string, values: readonly unknown[] = []) {
      const result = await admin.query(sql, [...values]);
      return result.rows as Row[];
    },
    async drop() {
      await Promise.all(doors.map((door) => door.close()));
      await admin.end();
      await onServer(`drop database if exists ${database} with (force)`);
    },
  };
}
