import { join } from 'node:path';
import { restoreBackup, writeBackup } from '@ketenregie/platform/backup';
import { ensureRoles, inOwnerMigration, migrateUp } from '@ketenregie/platform/db';
import { startEmbeddedPostgres, withConnection } from '@ketenregie/platform/postgres';
import { main } from '../src/main.js';
import { schemaText } from './landings/schema-text.js';
import { type Landing, readLanding, rowsNow, thaw } from './landings/thaw.js';
import { dataFolders, run, untilAlone } from './product.js';

const folders = dataFolders();
afterAll(() => folders.removeAll());

const CLOCK = '2026-11-23T09:00:00Z';
const at = (url: string, database: string): string => Object.assign(new URL(url), { pathname: `/${database}` }).toString();

async function cli(dataDir: string, ...args: readonly string[]): Promise<unknown> {
  const said = { answer: '', told: '' };
  const code = await main([...args, '--json'], { NODE_ENV: 'development', DEMO: '0', DATA_DIR: dataDir, CLOCK }, {
    answer: (line) => void (said.answer += `${line}\n`), tell: (line) => void (said.told += `${line}\n`),
  });
  if (code !== 0) throw new Error(said.told);
  return JSON.parse(said.answer);
}

/** Tables whose rows went into others, and how many of them are found there. */
const MOVED: Readonly<Record<string, string>> = {
  import_item: `select sum(coalesce(json_array_length(companies), 0) + coalesce(json_array_length(people), 0) + coalesce(json_array_length(means), 0) + coalesce(json_array_length(rights), 0))::int as n from import_page`,
  import_finding: `select coalesce(sum(json_array_length(findings)), 0)::int as n from import_page`,
};

/** The rows of a frozen table are there now, or as many of them where they moved to. */
async function expectKept(client: Parameters<typeof rowsNow>[0], frozen: Landing['tables'][number]): Promise<void> {
  const { table, rows } = frozen;
  const moved = MOVED[table];
  if (moved === undefined) expect({ table, rows: await rowsNow(client, frozen) }).toEqual({ table, rows });
  else expect({ table, ...(await client.query<{ n: number }>(moved)).rows[0] }).toEqual({ table, n: rows.length });
}

// Each is a database as an earlier build left it, frozen by tools/landings/freeze.mjs.
describe.each(['0011'])('the data folder of the landing that ended with migration %s', (name) => {
  const landing = readLanding(name);
  const dataDir = folders.make();
  beforeAll(() => thaw(landing, dataDir), 60_000);

  it('is migrated to the very schema of a fresh one, and no row of it is changed or lost', async () => {
    const server = await startEmbeddedPostgres(dataDir, { settings: { fsync: 'off' } });
    try {
      await migrateUp(server.ownerUrl);
      await withConnection(server.superuserUrl, (client) => client.query('create database fresh owner ketenregie_owner'));
      await withConnection(at(server.ownerUrl, 'fresh'), (client) => client.query('revoke create on schema public from public'));
      await migrateUp(at(server.ownerUrl, 'fresh'));
      const fresh = await withConnection(at(server.superuserUrl, 'fresh'), schemaText);
      const migrated = await withConnection(at(server.superuserUrl, 'ketenregie'), async (client) => {
        for (const table of landing.tables) await expectKept(client, table);
        return schemaText(client);
      });
      expect(migrated).toEqual(fresh);
      expect(fresh.length).toBeGreaterThan(500);
      // What was frozen is no empty shell: the tables that everything turns on have rows.
      const filled = landing.tables.filter(({ rows }) => rows.length > 0).map(({ table }) => table);
      expect(filled).toEqual(expect.arrayContaining(['account', 'audit_event', 'authorisation', 'authorisation_change', 'digest_setting', 'import_item', 'member_client', 'notice', 'review_decision', 'session', 'task']));
      await withConnection(server.superuserUrl, (client) => client.query('drop database fresh'));
    } finally {
      await server.stop();
    }
  }, 60_000);

  it('answers as it did', async () => {
    expect(await cli(dataDir, 'tenants')).toEqual(landing.expected.tenants.map((tenant) => expect.objectContaining(tenant) as object));
    for (const { question, answer } of landing.expected.access) {
      const { person = '', company = '', service = '', on = '' } = question;
      expect(await cli(dataDir, 'access', '--tenant', 'noord', '--person', person, '--company', company, '--service', service, '--on', on)).toEqual(answer);
    }
  }, 120_000);
});

/** The first migration with which a database can be backed up; the one thing that landing lacks for it. */
const COPYABLE = 'OwnerCopies1763900000020';

describe('a backup of an older version', () => {
  it('is restored with the tables of its version, and migrated to the very schema of a fresh one, with all its rows', async () => {
    const landing = readLanding('0011');
    const dataDir = folders.make();
    await thaw(landing, dataDir);
    const server = await startEmbeddedPostgres(dataDir, { settings: { fsync: 'off' } });
    try {
      const older = await withConnection(at(server.superuserUrl, 'ketenregie'), async (client) => (await client.query<{ name: string }>('select name from schema_migration')).rows.map(({ name }) => name));
      await inOwnerMigration(server.ownerUrl, ({ migrate }) => migrate([...older, COPYABLE]));
      const path = join(folders.make(), 'older.backup');
      expect((await writeBackup({ ownerUrl: server.ownerUrl, path, product: '0.1.0' })).header.migrations).toHaveLength(older.length + 1);
      for (const database of ['restored', 'fresh']) await withConnection(server.superuserUrl, (client) => client.query(`create database ${database} owner ketenregie_owner`));
      await ensureRoles(at(server.ownerUrl, 'restored'), {});
      await ensureRoles(at(server.ownerUrl, 'fresh'), {});
      await migrateUp(at(server.ownerUrl, 'fresh'));
      await restoreBackup({ ownerUrl: at(server.ownerUrl, 'restored'), path, inTenant: () => Promise.resolve() });
      await migrateUp(at(server.ownerUrl, 'restored'));
      await withConnection(at(server.superuserUrl, 'restored'), async (client) => {
        for (const table of landing.tables.filter(({ table: name }) => !['session', 'sign_in_attempt', 'outbox'].includes(name))) await expectKept(client, table);
        expect(await schemaText(client)).toEqual(await withConnection(at(server.superuserUrl, 'fresh'), schemaText));
      });
    } finally {
      await server.stop();
    }
  }, 120_000);
});

describe('a start', () => {
  it('on the data folder of an earlier landing migrates it and comes to the ready line', async () => {
    const dataDir = folders.make();
    await thaw(readLanding('0011'), dataDir);
    const product = run(dataDir, ['up'], { CLOCK });
    await product.says('Ketenregie is ready on ');
    expect(product.output()).toMatch(/Schema: \d+ migrations applied/);
    product.child.kill('SIGTERM');
    expect(await product.ended).toBe(0);
    await untilAlone(dataDir);
  }, 120_000);

  it('on the data folder of a newer version is refused with what to do, and changes nothing', async () => {
    const dataDir = folders.make();
    await cli(dataDir, 'migrate');
    const server = await startEmbeddedPostgres(dataDir);
    const database = at(server.superuserUrl, 'ketenregie');
    await withConnection(database, (client) => client.query(`insert into schema_migration (timestamp, name) values (9999999999999, 'FromTheFuture9999999999999')`));
    const before = await withConnection(database, schemaText);
    await server.stop();
    const product = run(dataDir, ['up']);
    expect(await product.ended).toBe(1);
    expect(product.output()).toMatch(/newer version of Ketenregie.*FromTheFuture9999999999999.*Start the newer program.*\(SCHEMA_NEWER\)/);
    await untilAlone(dataDir);
    const again = await startEmbeddedPostgres(dataDir);
    expect(await withConnection(at(again.superuserUrl, 'ketenregie'), schemaText)).toEqual(before);
    await again.stop();
  }, 120_000);
});
