import { closeSync, createWriteStream, fsyncSync, linkSync, openSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { DomainError } from '@ketenregie/kernel';
import { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { knownMigrations, type Reader, queryOne, scopeSettings, systemScope } from '../db/index.js';
import { type BackupEnd, type BackupHeader, countLines, FORMAT_VERSION, Sums } from './backup-file.js';
import { frameOf } from './frames.js';
import { type PlannedTable, planBackup } from './plan.js';
import { COPY_SETTINGS } from './text-settings.js';

/** Told now and then: what is being copied, and how many rows there are so far. */
export type OnProgress = (reached: { readonly table: string; readonly rows: number }) => void;

export interface BackupAsked {
  readonly ownerUrl: string;
  readonly path: string;
  /** The version of the product, as the file names it. */
  readonly product: string;
  readonly onProgress?: OnProgress;
}

/** What was written. */
export interface MadeBackup {
  readonly path: string;
  readonly bytes: number;
  readonly header: BackupHeader;
  readonly end: BackupEnd;
}

const readerOf = (client: Client): Reader => ({ query: async <Row>(sql: string, values: readonly unknown[] = []) => (await client.query(sql, [...values])).rows as Row[] });

async function migrationsOf(reader: Reader): Promise<string[]> {
  const [{ isThere } = { isThere: false }] = await reader.query<{ isThere: boolean }>(`select to_regclass('public.schema_migration') is not null as "isThere"`);
  const names = isThere ? (await reader.query<{ name: string }>('select name from schema_migration order by id')).map(({ name }) => name) : [];
  if (names.length === 0) throw new DomainError('NOT_MIGRATED', 'The database has not been prepared yet: there is nothing to copy. Run: npm run --silent cli -- migrate');
  const unknown = names.find((name) => !knownMigrations().includes(name));
  if (unknown !== undefined) throw new DomainError('SCHEMA_NEWER', `The database is of a newer version than this program (${unknown}). No backup was made. Make it with the newer program.`);
  return names;
}

async function headerOf(reader: Reader, product: string): Promise<BackupHeader> {
  const migrations = await migrationsOf(reader);
  const { at } = await queryOne<{ at: string }>(reader, `select to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at`);
  const tenants = await reader.query<{ id: string; slug: string }>('select id, slug from tenant_directory order by id');
  return { format: 'ketenregie-backup', formatVersion: FORMAT_VERSION, product, madeAt: at, migrations, tenants };
}

/** Under the walls a copy without a scope is empty and ends well: so what must be there is looked for. An example that is being made or gone has no rows. */
async function assertComplete(reader: Reader, slug: string): Promise<void> {
  const { tenants, strangers } = await queryOne<{ tenants: number; strangers: number }>(
    reader,
    `select (select count(*)::int from tenant_directory d left join tenant t on t.tenant_id = d.id
         where d.id = (select nullif(current_setting('app.tenant_id', true), '')::uuid) and (t.tenant_id is not null or d.state not in ('active', 'suspended'))) as tenants,
       (select count(*)::int from member m where not exists (select 1 from account a where a.id = m.account_id)) as strangers`,
  );
  if (tenants !== 1 || strangers > 0) throw new DomainError('BACKUP_INCOMPLETE', `The role of DATABASE_URL does not see all of ${slug}: no backup was made. It must be the owner that the migrations ran as.`);
}

interface Writing {
  readonly client: Client;
  readonly sums: Sums;
  readonly onProgress: OnProgress;
  rows: number;
}

/** The rows of one table, of one tenant where it has tenants. A part without rows is left out. */
async function* sectionFrames(writing: Writing, { table, columns, keyColumns, tenantColumn }: PlannedTable, tenantId: string | null): AsyncGenerator<Buffer> {
  const { client, sums } = writing;
  const list = columns.map((column) => `"${column}"`).join(', ');
  // The tenant is named beside the walls: a superuser, whom they do not bind, would copy everybody's rows once a tenant.
  const where = tenantColumn === null || tenantId === null ? '' : ` where "${tenantColumn}" = ${client.escapeLiteral(tenantId)}::uuid`;
  const order = keyColumns.length === 0 ? '' : ` order by ${keyColumns.map((column) => `"${column}"`).join(', ')}`;
  const copy = client.query(copyTo(`copy (select ${list} from public."${table}"${where}${order}) to stdout`));
  let isBegun = false;
  let copied = 0;
  for await (const chunk of copy as AsyncIterable<Buffer>) {
    if (!isBegun) {
      const begin = JSON.stringify({ table, tenantId, columns });
      sums.add(Buffer.from(begin, 'utf8'));
      sums.begin(table);
      isBegun = true;
      yield frameOf('json', begin);
    }
    sums.addRows(chunk);
    yield frameOf('rows', chunk);
    copied += countLines(chunk);
    writing.onProgress({ table, rows: writing.rows + copied });
  }
  if (!isBegun) return;
  writing.rows += copy.rowCount;
  const end = JSON.stringify(sums.endSection(copy.rowCount));
  sums.add(Buffer.from(end, 'utf8'));
  yield frameOf('json', end);
}

async function* tenantFrames(writing: Writing, tables: readonly PlannedTable[], tenant: { readonly id: string; readonly slug: string }): AsyncGenerator<Buffer> {
  const { sql, values } = scopeSettings(systemScope(tenant.id));
  await writing.client.query(sql, [...values]);
  await assertComplete(readerOf(writing.client), tenant.slug);
  for (const table of tables) yield* sectionFrames(writing, table, tenant.id);
}

async function* framesOfDatabase(writing: Writing, header: BackupHeader, done: (end: BackupEnd) => void): AsyncGenerator<Buffer> {
  const tables = await planBackup(readerOf(writing.client));
  const head = JSON.stringify(header);
  writing.sums.add(Buffer.from(head, 'utf8'));
  yield frameOf('json', head);
  for (const table of tables.filter(({ tenantColumn }) => tenantColumn === null)) yield* sectionFrames(writing, table, null);
  const ofTenants = tables.filter(({ tenantColumn }) => tenantColumn !== null);
  for (const tenant of header.tenants) yield* tenantFrames(writing, ofTenants, tenant);
  const end = writing.sums.end();
  done(end);
  yield frameOf('json', JSON.stringify(end));
}

/** Parts that backups to the same place left when they were killed. */
function removeLeftOvers(path: string): void {
  const prefix = `.${basename(path)}.`;
  for (const name of readdirSync(dirname(path))) {
    const pid = name.startsWith(prefix) ? Number(/^(\d+)\.part$/.exec(name.slice(prefix.length))?.[1] ?? 0) : 0;
    if (pid > 0 && pid !== process.pid && !isAlive(pid)) rmSync(join(dirname(path), name), { force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function assertNew(path: string): void {
  if (statSync(path, { throwIfNoEntry: false }) !== undefined) throw new DomainError('FILE_EXISTS', `${path} is there already. No backup was made. Name another file, or take that one away first.`);
  if (statSync(dirname(path), { throwIfNoEntry: false })?.isDirectory() !== true) throw new DomainError('FILE_NOT_FOUND', `The folder ${dirname(path)} is not there. No backup was made. Make it first.`);
}

/** Writes under another name, safely on the disk, and gives it its own name last; a name that was taken meanwhile is refused. */
async function writeWhole(path: string, frames: AsyncIterable<Buffer>): Promise<void> {
  const part = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  try {
    await pipeline(Readable.from(frames, { objectMode: false }), createGzip(), createWriteStream(part, { flags: 'wx', mode: 0o600 }));
    const descriptor = openSync(part, 'r+');
    fsyncSync(descriptor);
    closeSync(descriptor);
    linkSync(part, path);
  } finally {
    rmSync(part, { force: true });
  }
}

/**
 * Writes a backup of all tenants as they are at one moment, while everybody works on. Memory does not grow with the data. The file appears whole or not
 * at all, readable by its maker alone. Refuses a file that is there, a schema of another version, and a role that does not see everything.
 */
export async function writeBackup({ ownerUrl, path: given, product, onProgress = () => undefined }: BackupAsked): Promise<MadeBackup> {
  const path = resolve(given);
  assertNew(path);
  removeLeftOvers(path);
  const client = new Client({ connectionString: ownerUrl, application_name: 'ketenregie-backup' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    await client.query(COPY_SETTINGS);
    const header = await headerOf(readerOf(client), product);
    let end: BackupEnd | undefined;
    await writeWhole(path, framesOfDatabase({ client, sums: new Sums(), onProgress, rows: 0 }, header, (found) => (end = found)));
    if (end === undefined) throw new Error('A backup ended without its sums');
    return { path, bytes: statSync(path).size, header, end };
  } finally {
    await client.end().catch(() => undefined);
  }
}
