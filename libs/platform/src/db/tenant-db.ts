import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { IdentityDoor } from './identity-door.js';
import { ProgressWriter } from './progress.js';
import type { Reader } from './reader.js';
import { type Scope, scopeSettings } from './scope.js';
import { Snapshot } from './snapshot.js';
import { Writer } from './writer.js';

/** A tenant as the directory knows it: no name. */
export interface DirectoryEntry {
  readonly id: string;
  readonly slug: string;
}

/** The one door to the database. Every read and write runs in a transaction of its own that knows its tenant and its clients. */
export class TenantDb {
  readonly identity: IdentityDoor;

  constructor(
    private readonly dataSource: DataSource,
    private readonly pool: Pool,
  ) {
    this.identity = new IdentityDoor(dataSource);
  }

  /** Runs work in one transaction and commits it; whatever is thrown rolls everything back. */
  async write<Result>(scope: Scope, work: (writer: Writer) => Promise<Result>): Promise<Result> {
    return this.dataSource.transaction(async (manager) => {
      const settings = scopeSettings(scope);
      await manager.query(settings.sql, [...settings.values]);
      return work(new Writer(manager, scope));
    });
  }

  /** Runs reads on one READ ONLY snapshot. */
  async read<Result>(scope: Scope, work: (reader: Reader) => Promise<Result>): Promise<Result> {
    const snapshot = this.snapshot(scope);
    try {
      return await work(snapshot);
    } finally {
      await snapshot.close();
    }
  }

  /** A snapshot to be closed by the caller: the API's, for the length of an operation. */
  snapshot(scope: Scope): Snapshot {
    return new Snapshot(this.pool, scope);
  }

  /** Progress of long work, over connections of its own so that it is seen before the work commits. */
  progress(scope: Scope): ProgressWriter {
    return new ProgressWriter(this, scope);
  }

  /** All active tenants: for sweeps, which then go tenant by tenant. */
  async listTenants(): Promise<DirectoryEntry[]> {
    const { rows } = await this.pool.query<DirectoryEntry>(`select id, slug from tenant_directory where state = 'active' order by slug`);
    return rows;
  }

  /** The tenant of an address, or null: unknown and suspended look the same. */
  async findTenant(slug: string): Promise<DirectoryEntry | null> {
    const { rows } = await this.pool.query<DirectoryEntry>(`select id, slug from tenant_directory where slug = $1 and state = 'active'`, [slug]);
    return rows[0] ?? null;
  }

  /** Whether the database answers; throws what it says otherwise. */
  async ping(): Promise<void> {
    await this.pool.query('select 1');
  }

  /** The database's clock. */
  async now(): Promise<Date> {
    const { rows } = await this.pool.query<{ now: Date }>('select clock_timestamp() as now');
    if (rows[0] === undefined) throw new Error('The database told no time');
    return rows[0].now;
  }

  /** The names of the migrations the database has. */
  async appliedMigrations(): Promise<string[]> {
    const { rows } = await this.pool.query<{ name: string }>('select name from schema_migration order by id');
    return rows.map(({ name }) => name);
  }

  /** What the app role is: it must own nothing and bypass nothing (checked at start and by the ready check). */
  async roleAttributes(): Promise<{ readonly name: string; readonly isSuperuser: boolean; readonly bypassesRls: boolean; readonly ownsTables: boolean }> {
    const { rows } = await this.pool.query(`
      select rolname as name, rolsuper as "isSuperuser", rolbypassrls as "bypassesRls",
        exists (select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relowner = r.oid and n.nspname = 'public') as "ownsTables"
      from pg_roles r where rolname = current_user`);
    return rows[0];
  }

  async close(): Promise<void> {
    await Promise.all([this.pool.end(), this.dataSource.destroy()]);
  }
}
