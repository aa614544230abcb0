import { once } from 'node:events';
import { DomainError } from '@ketenregie/kernel';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { inOwnerMigration, knownMigrations, type MigrationRun, type Reader, scopeSettings, systemScope } from '../db/index.js';
import { tooNew } from './backup-error.js';
import { type BackupEnd, type BackupHeader, countLines, readBackup, type Section } from './backup-file.js';
import { assertEmptyTarget, dropEmptySchema } from './empty-target.js';
import { COPY_SETTINGS } from './text-settings.js';
import type { OnProgress } from './write-backup.js';

export interface RestoreAsked {
  readonly ownerUrl: string;
  readonly path: string;
  readonly onProgress?: OnProgress;
  /** Done in each tenant, in its scope, before anything can be seen: sending is held here. */
  inTenant(reader: Reader, header: BackupHeader): Promise<void>;
}

export interface RestoredBackup {
  readonly header: BackupHeader;
  readonly end: BackupEnd;
}

/** Reads a backup to its end and changes nothing. Throws where it is not whole, or of a newer version. */
export async function checkBackup(path: string): Promise<RestoredBackup> {
  let header: BackupHeader | undefined;
  for await (const part of readBackup(path)) {
    if (part.kind === 'header') assertKnown((header = part.header));
    if (part.kind === 'end' && header !== undefined) return { header, end: part.end };
  }
  throw new Error('A backup that was read has no end');
}

function assertKnown({ migrations, product }: BackupHeader): void {
  const known = knownMigrations();
  if (migrations.some((name) => !known.includes(name))) throw tooNew(product);
}

async function enterScope(reader: Reader, tenantId: string | null): Promise<void> {
  const { sql, values } = scopeSettings(systemScope(tenantId ?? ''));
  await reader.query(sql, values);
}

/** Puts the rows of sections into their tables, each through a table of its own beside it: COPY knows no walls, INSERT is held to them. */
class Loading {
  private readonly beside = new Set<string>();
  private scope: string | null = null;
  private section: Section | null = null;
  private copying: ReturnType<typeof copyFrom> | null = null;
  private failure: Error | null = null;
  private rows = 0;

  constructor(
    private readonly client: Client,
    private readonly reader: Reader,
    private readonly onProgress: OnProgress,
  ) {}

  async begin(section: Section): Promise<void> {
    const { table, tenantId } = section;
    const columns = columnsOf(section);
    if (this.scope !== tenantId) await enterScope(this.reader, (this.scope = tenantId));
    if (this.beside.has(table)) await this.reader.query(`truncate pg_temp."restoring_${table}"`);
    else await this.reader.query(`create temporary table "restoring_${table}" on commit drop as select ${columns} from public."${table}" with no data`);
    this.beside.add(table);
    this.section = section;
    this.copying = this.client.query(copyFrom(`copy pg_temp."restoring_${table}" (${columns}) from stdin`));
    // What the database refuses may be heard of between two pieces.
    this.copying.on('error', (error) => (this.failure = error));
  }

  async add(bytes: Buffer): Promise<void> {
    const copying = this.copying;
    if (copying === null) throw new Error('Rows of no table');
    if (this.failure !== null) throw this.failure;
    this.rows += countLines(bytes);
    this.onProgress({ table: this.section?.table ?? '', rows: this.rows });
    if (!copying.write(bytes)) await once(copying, 'drain');
  }

  async end(rows: number): Promise<void> {
    const { copying, section } = this;
    if (copying === null || section === null) throw new Error('The end of no table');
    if (this.failure !== null) throw this.failure;
    const finished = once(copying, 'finish');
    copying.end();
    await finished;
    const columns = columnsOf(section);
    const { rowCount } = await this.client.query(`insert into public."${section.table}" (${columns}) select ${columns} from pg_temp."restoring_${section.table}"`);
    if (rowCount !== rows) throw new DomainError('RESTORE_INCOMPLETE', `Of ${section.table} ${rows} rows are in the backup and ${rowCount ?? 0} came back. Nothing was changed. This is a fault of this version: report it.`);
  }
}

const columnsOf = ({ columns }: Section): string => columns.map((column) => `"${column}"`).join(', ');

async function load({ client, reader }: MigrationRun, { path, onProgress = () => undefined }: RestoreAsked): Promise<BackupEnd> {
  const loading = new Loading(client, reader, onProgress);
  for await (const part of readBackup(path)) {
    if (part.kind === 'section') await loading.begin(part.section);
    else if (part.kind === 'rows') await loading.add(part.bytes);
    else if (part.kind === 'section-end') await loading.end(part.rows);
    else if (part.kind === 'end') return part.end;
  }
  throw new Error('A backup that was read has no end');
}

async function settleTenants({ reader }: MigrationRun, header: BackupHeader, { inTenant }: RestoreAsked): Promise<void> {
  for (const { id } of header.tenants) {
    await enterScope(reader, id);
    // Of an example that is gone its entry alone is left.
    if ((await reader.query('select 1 from tenant where tenant_id = $1', [id])).length === 0) continue;
    await inTenant(reader, header);
  }
}

/**
 * Restores a backup into an empty database, in one transaction: the tables of its version, its rows through the walls, then the migrations since. Killed at
 * any moment it leaves the database as it was. The file is read to its end first, so that one which is not whole is refused before anything is touched.
 */
export async function restoreBackup(asked: RestoreAsked): Promise<RestoredBackup> {
  const { header } = await checkBackup(asked.path);
  return inOwnerMigration(asked.ownerUrl, async (run) => {
    await run.reader.query(COPY_SETTINGS);
    await assertEmptyTarget(run.reader);
    await dropEmptySchema(run.reader);
    await run.migrate(header.migrations);
    const end = await load(run, asked);
    await enterScope(run.reader, null);
    await run.migrate(knownMigrations());
    await settleTenants(run, header, asked);
    return { header, end };
  });
}
