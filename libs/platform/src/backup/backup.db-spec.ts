import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { knownMigrations, purgeTenant, type Reader } from '../db/index.js';
import { createTestDatabase, plantTwoTenants, readCatalogue, type TestDatabase } from '../testing/index.js';
import { LEFT_OUT, checkBackup, planBackup, restoreBackup, writeBackup } from './index.js';

const folder = mkdtempSync(join(tmpdir(), 'ketenregie-backup-'));
let source: TestDatabase;
let file: string;
let count = 0;
const fresh = (): string => join(folder, `b${(count += 1)}.kb`);
const nothing = (): Promise<void> => Promise.resolve();

const PRODUCT = '0.1.0';
const backup = (database: TestDatabase, path = fresh()) => writeBackup({ ownerUrl: database.ownerUrl, path, product: PRODUCT });
const restore = (database: TestDatabase, path: string, inTenant: (reader: Reader) => Promise<void> = nothing) => restoreBackup({ ownerUrl: database.ownerUrl, path, inTenant });

/** All rows of all tables, seen past the walls; what is left out on purpose aside. */
async function everything(database: TestDatabase): Promise<Record<string, string[]>> {
  const { tables } = await readCatalogue({ query: database.asAdmin });
  const kept = tables.map(({ table }) => table).filter((table) => !(table in LEFT_OUT));
  const rows = await Promise.all(kept.map(async (table) => [table, (await database.asAdmin<{ row: string }>(`select t::text as row from ${table} t order by 1`)).map(({ row }) => row)] as const));
  return Object.fromEntries(rows);
}

async function emptyDatabase(): Promise<TestDatabase> {
  const database = await createTestDatabase();
  opened.push(database);
  return database;
}
const opened: TestDatabase[] = [];

beforeAll(async () => {
  source = await emptyDatabase();
  await plantTwoTenants(source, await source.open());
  file = (await backup(source)).path;
});
afterAll(async () => {
  await Promise.all(opened.map((database) => database.drop()));
  rmSync(folder, { recursive: true, force: true });
});

describe('a backup', () => {
  it('brings every row of every table back, of both tenants, and no session', async () => {
    const target = await emptyDatabase();
    const { end } = await restore(target, file);
    const [there, back] = [await everything(source), await everything(target)];
    expect(back).toEqual(there);
    expect(Object.values(there).filter((rows) => rows.length === 0)).toEqual([]);
    expect(Object.fromEntries(end.tables.map(({ table, rows }) => [table, rows]))).toEqual(Object.fromEntries(Object.entries(there).map(([table, rows]) => [table, rows.length])));
    expect(await target.asAdmin('select 1 from session')).toEqual([]);
    expect((await target.asAdmin<{ name: string }>('select name from schema_migration order by id')).map(({ name }) => name)).toEqual(knownMigrations());
  });

  it('of what was restored has the same rows and sums again, table by table', async () => {
    const target = await emptyDatabase();
    const { end } = await restore(target, file);
    expect((await backup(target)).end.tables).toEqual(end.tables);
  });

  it('holds the entry of an example that is gone, and none of a tenant whose rows are missing', async () => {
    const database = await emptyDatabase();
    await plantTwoTenants(database, await database.open());
    await database.asAdmin(`insert into tenant_directory (id, slug, state) values ('01890000-0000-7000-8000-000000000001', 'gone-1', 'removed')`);
    const target = await emptyDatabase();
    await restore(target, (await backup(database)).path);
    expect((await everything(target))['tenant_directory']).toEqual((await everything(database))['tenant_directory']);
    await database.asAdmin(`update tenant_directory set state = 'active' where slug = 'gone-1'`);
    await expect(backup(database)).rejects.toMatchObject({ code: 'BACKUP_INCOMPLETE' });
  });

  it('is readable by its maker alone, and leaves no part beside it', () => {
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('takes the part of a killed backup away, and not that of one under way', async () => {
    const path = fresh();
    const [dead, alive] = [`${folder}/.${path.split('/').at(-1)}.4194305.part`, `${folder}/.${path.split('/').at(-1)}.1.part`];
    for (const part of [dead, alive]) writeFileSync(part, 'half');
    await backup(source, path);
    expect([existsSync(dead), existsSync(alive)]).toEqual([false, true]);
    rmSync(alive);
  });

  it('never takes the place of a file', async () => {
    await expect(backup(source, file)).rejects.toMatchObject({ code: 'FILE_EXISTS' });
    await expect(backup(source, join(folder, 'nowhere', 'b.kb'))).rejects.toMatchObject({ code: 'FILE_NOT_FOUND' });
  });

  it('shows one moment, whatever is written meanwhile', async () => {
    const database = await emptyDatabase();
    await plantTwoTenants(database, await database.open());
    const before = await everything(database);
    const path = fresh();
    let isWritten = false;
    let writing: Promise<boolean> | undefined;
    // The first progress comes with the first tables; those of the tenants come after it.
    const made = writeBackup({
      ownerUrl: database.ownerUrl, path, product: PRODUCT,
      onProgress: () => {
        writing ??= database.asAdmin('delete from outbox; update client set name = $$Anders$$').then(() => (isWritten = true));
      },
    });
    await made;
    expect(isWritten).toBe(true);
    const target = await emptyDatabase();
    await restore(target, path);
    const { client, outbox } = await everything(target);
    expect({ client, outbox }).toEqual({ client: before['client'], outbox: before['outbox'] });
    expect((await everything(database))['outbox']).toEqual([]);
  });

  it('is refused where the role does not see what must be there', async () => {
    const database = await emptyDatabase();
    await plantTwoTenants(database, await database.open());
    await database.asAdmin('drop policy copied_by_owner on account');
    await expect(backup(database)).rejects.toMatchObject({ code: 'TABLE_NOT_COVERED' });
    await database.asAdmin('create policy copied_by_owner on account for select to ketenregie_owner using (false)');
    await expect(backup(database)).rejects.toMatchObject({ code: 'BACKUP_INCOMPLETE' });
  });

  it('of a superuser, whom no wall binds, holds each row once', async () => {
    const url = new URL(source.adminUrl);
    const made = await writeBackup({ ownerUrl: url.toString(), path: fresh(), product: PRODUCT });
    const { end } = await checkBackup(file);
    expect(made.end.tables).toEqual(end.tables);
  });

  it.each([
    ['no schema', 'delete from schema_migration', 'NOT_MIGRATED'],
    ['a newer schema', `insert into schema_migration (timestamp, name) values (9, 'FromTheFuture9')`, 'SCHEMA_NEWER'],
  ])('is refused of %s', async (_, planted, code) => {
    const database = await emptyDatabase();
    await database.asAdmin(planted);
    await expect(backup(database)).rejects.toMatchObject({ code });
  });

  it('covers every table: those without rows by name, and no table has a sequence to be set', async () => {
    const { tables } = await readCatalogue({ query: source.asAdmin });
    const planned = await planBackup({ query: source.asAdmin });
    expect([...planned.map(({ table }) => table), ...Object.keys(LEFT_OUT)].sort()).toEqual(tables.map(({ table }) => table).sort());
    expect(await source.asAdmin(`select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'S'`)).toEqual([{ relname: 'schema_migration_id_seq' }]);
  });
});

/** What every refusal must leave: an empty database in which the right backup can still be restored. */
async function expectRefused(path: string, code: string): Promise<void> {
  const target = await emptyDatabase();
  await expect(restore(target, path)).rejects.toMatchObject({ code });
  expect((await everything(target))['tenant_directory']).toEqual([]);
}

describe('a restore refuses', () => {
  const changed = (change: (inner: string) => string): string => {
    const path = fresh();
    writeFileSync(path, gzipSync(Buffer.from(change(gunzipSync(readFileSync(file)).toString('latin1')), 'latin1')));
    return path;
  };
  const cut = (bytes: number): string => {
    const path = fresh();
    const whole = readFileSync(file);
    writeFileSync(path, whole.subarray(0, bytes < 0 ? whole.length + bytes : bytes));
    return path;
  };
  const framed = (json: string): string => `J ${Buffer.byteLength(json)}\n${json}\n`;
  const header = (change: (text: string) => string): string =>
    changed((inner) => {
      const text = /^J \d+\n(.*)\n/.exec(inner)?.[1] ?? '';
      return framed(change(text)) + inner.slice(inner.indexOf('\n', inner.indexOf('\n') + 1) + 1);
    });

  it.each<[string, () => string, string]>([
    ['a file cut at its end', () => cut(-1), 'BACKUP_DAMAGED'],
    ['a file cut in half', () => cut(Math.floor(statSync(file).size / 2)), 'BACKUP_DAMAGED'],
    ['an empty file', () => cut(0), 'BACKUP_DAMAGED'],
    ['a file with a flipped bit', () => {
      const path = fresh();
      const bytes = readFileSync(file);
      const middle = Math.floor(bytes.length / 2);
      bytes.writeUInt8(bytes.readUInt8(middle) ^ 4, middle);
      writeFileSync(path, bytes);
      return path;
    }, 'BACKUP_DAMAGED'],
    ['a file with something behind it', () => {
      const path = fresh();
      writeFileSync(path, Buffer.concat([readFileSync(file), Buffer.from('more')]));
      return path;
    }, 'BACKUP_DAMAGED'],
    ['a name changed within', () => changed((inner) => inner.replace('J. Jansen 0', 'J. Jansen 9')), 'BACKUP_DAMAGED'],
    ['a part left out', () => changed((inner) => inner.replace(/J \d+\n\{"table":"outbox".*?\n(D \d+\n[^]*?\n\n)+J \d+\n\{"rows":\d+,"sha256":"[0-9a-f]+"\}\n/, '')), 'BACKUP_DAMAGED'],
    ['its end left out', () => changed((inner) => inner.slice(0, inner.lastIndexOf('J '))), 'BACKUP_DAMAGED'],
    ['something behind its end', () => changed((inner) => inner + framed('{}')), 'BACKUP_DAMAGED'],
    ['a file of something else', () => {
      const path = fresh();
      writeFileSync(path, gzipSync('create table x ();'));
      return path;
    }, 'BACKUP_DAMAGED'],
    ['another JSON', () => changed(() => framed('{"format":"other"}')), 'NO_BACKUP'],
    ['a plain text', () => {
      const path = fresh();
      writeFileSync(path, 'naam;e-mail\n');
      return path;
    }, 'BACKUP_DAMAGED'],
    ['a file that is not there', fresh, 'FILE_NOT_FOUND'],
    ['a folder', () => folder, 'FILE_NOT_FOUND'],
    ['a newer form of file', () => header((text) => text.replace('"formatVersion":1', '"formatVersion":2')), 'BACKUP_TOO_NEW'],
    ['a migration it does not know', () => header((text) => text.replace('"migrations":[', '"migrations":["FromTheFuture9999999999999",')), 'BACKUP_TOO_NEW'],
  ])('%s', (_, make, code) => expectRefused(make(), code));

  it('a database with example tenants, and says how they go; once they are gone it is restored', async () => {
    const target = await emptyDatabase();
    const worlds = Object.values(await plantTwoTenants(target, await target.open()));
    await target.asAdmin('update tenant set is_example = true');
    await target.asAdmin('update account set is_example = true');
    await target.asAdmin(`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = 'ketenregie_app'`);
    await expect(restore(target, file)).rejects.toMatchObject({ code: 'TARGET_NOT_EMPTY', message: expect.stringContaining('cli -- examples remove') as string });
    for (const { tenantId } of worlds) await purgeTenant(target.ownerUrl, tenantId, { isForgotten: false });
    await restore(target, file);
    expect(await everything(target)).toEqual(await everything(source));
  });

  it('none of it where nothing was changed', async () => {
    const { end } = await restore(await emptyDatabase(), changed((inner) => inner));
    expect(end.rows).toBeGreaterThan(50);
  });

  it('a database that holds a tenant, one with tables of somebody else, one of a newer version, one in use', async () => {
    await expect(restore(source, file)).rejects.toMatchObject({ code: 'TARGET_NOT_EMPTY', message: expect.stringContaining('the tenant t-') as string });
    const others = await emptyDatabase();
    await others.asAdmin('drop table schema_migration');
    await expect(restore(others, file)).rejects.toMatchObject({ code: 'TARGET_NOT_EMPTY' });
    const newer = await emptyDatabase();
    await newer.asAdmin(`insert into schema_migration (timestamp, name) values (9, 'FromTheFuture9')`);
    await expect(restore(newer, file)).rejects.toMatchObject({ code: 'SCHEMA_NEWER' });
    const used = await emptyDatabase();
    const door = await used.open();
    await door.ping();
    await expect(restore(used, file)).rejects.toMatchObject({ code: 'DATABASE_IN_USE' });
  });
});

describe('a restore', () => {
  it('that fails in its last step leaves the database as it was, and can be made again', async () => {
    const target = await emptyDatabase();
    const before = await everything(target);
    await expect(restore(target, file, () => Promise.reject(new Error('cut')))).rejects.toThrow('cut');
    expect(await everything(target)).toEqual(before);
    await restore(target, file);
    expect(await everything(target)).toEqual(await everything(source));
  });

  it('is done in each tenant, in its own scope, before anybody can see it', async () => {
    const target = await emptyDatabase();
    const seen: string[] = [];
    await restore(target, file, async (reader) => {
      seen.push(...(await reader.query<{ id: string }>('select tenant_id as id from tenant')).map(({ id }) => id));
    });
    const ids = (await source.asAdmin<{ id: string }>('select id from tenant_directory order by id')).map(({ id }) => id);
    expect(seen).toEqual(ids);
  });
});
