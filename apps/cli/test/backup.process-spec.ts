import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { clockStandingAt } from '@ketenregie/kernel';
import { makeDigests } from '@ketenregie/notices-server';
import { LEFT_OUT } from '@ketenregie/platform/backup';
import { openTenantDb } from '@ketenregie/platform/db';
import { type EmbeddedPostgres, findRunningPostgres, startEmbeddedPostgres, withConnection } from '@ketenregie/platform/postgres';
import { knownUrls } from '../src/database-roles.js';
import { main } from '../src/main.js';
import { type MailReceiver, startMailReceiver } from './mail-receiver.js';
import { addressIn, dataFolders, run, untilAlone } from './product.js';

const FIXTURES = fileURLToPath(new URL('../../../libs/exchange/domain/fixtures/', import.meta.url));
const DAY_BEFORE = '2026-11-23T09:00:00Z';
const MORNING = '2026-11-24T08:00:00Z';
const FAST = { settings: { fsync: 'off', synchronous_commit: 'off' } };

const folders = dataFolders();
const source = folders.make();
const target = folders.make();
const file = join(folders.make(), 'all.backup');
let server: EmbeddedPostgres;
let receiver: MailReceiver;
let password: string;

/** Runs a verb in this process, on that folder; its answer, or an error with what it told. */
async function cli(dataDir: string, args: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<string> {
  const said = { answer: '', told: '' };
  const code = await main(args, { NODE_ENV: 'development', DEMO: '0', DATA_DIR: dataDir, CLOCK: MORNING, ...environment }, {
    answer: (line) => void (said.answer += `${line}\n`), tell: (line) => void (said.told += `${line}\n`),
  });
  if (code !== 0) throw new Error(said.told);
  return said.answer;
}
const onSource = (...args: readonly string[]): Promise<string> => cli(source, args, { DATABASE_URL: server.ownerUrl });

/** Makes the settings of everybody's digest, as the worker does when it first sees them. */
async function meetMembers(): Promise<void> {
  const db = await openTenantDb(knownUrls({ dataDir: source, databaseAppUrl: null, databaseQueueUrl: null }, server.ownerUrl).appUrl, { poolSize: 2 });
  for (const { id } of await db.listTenants()) await makeDigests({ tenantDb: db, clock: clockStandingAt(DAY_BEFORE), sources: [] }, id);
  await db.close();
}

async function fill(): Promise<void> {
  await onSource('migrate');
  const member = (slug: string, email: string): Promise<string> => onSource('members', 'add', '--tenant', slug, '--email', email, '--name', email.split('@')[0] ?? '', '--role', 'owner', '--json');
  await onSource('tenants', 'create', '--slug', 'noord', '--name', 'Kantoor Noord', '--kind', 'office', '--kvk', '90000001');
  await onSource('tenants', 'create', '--slug', 'zuid', '--name', 'Kantoor Zuid', '--kind', 'office', '--kvk', '90000003');
  for (const slug of ['noord', 'zuid']) {
    for (const [name, ...more] of [['staff.csv'], ['clients.csv'], ['supplier-export-1-means.csv', '--supplier', 'reconi'], ['accountant-chains.xlsx']] as const) {
      await onSource('import', join(FIXTURES, name), '--tenant', slug, '--apply', '--json', ...more);
    }
  }
  ({ password } = JSON.parse(await member('noord', 'ilse@noord.example')) as { password: string });
  await member('noord', 'jan@noord.example');
  await member('zuid', 'ilse@noord.example');
  await onSource('reviews', 'plan', '--tenant', 'noord', '--name', 'Ketens', '--starts-on', '2026-10-01');
  await onSource('reviews', 'run', '--tenant', 'noord', '--on', '2026-11-23');
  await meetMembers();
}

beforeAll(async () => {
  server = await startEmbeddedPostgres(source, FAST);
  receiver = await startMailReceiver();
  await fill();
}, 120_000);
afterAll(async () => {
  await server.stop();
  await receiver.close();
  folders.removeAll();
});

/** Every row of a database past the walls, but for what a restore is meant to change. */
async function rowsOf(superuserUrl: string): Promise<Record<string, string[]>> {
  const url = Object.assign(new URL(superuserUrl), { pathname: '/ketenregie' }).toString();
  return withConnection(url, async (client) => {
    const tables = await client.query<{ name: string }>(`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`);
    const kept = tables.rows.map(({ name }) => name).filter((name) => !(name in LEFT_OUT) && name !== 'sending_hold');
    const rows: Record<string, string[]> = {};
    for (const name of kept) {
      rows[name] = (await client.query<{ row: string }>(`select t::text as row from ${name} t order by 1`)).rows.map(({ row: text }) => text);
    }
    return rows;
  });
}

const QUESTIONS = [
  ['access', '--tenant', 'noord', '--person', 'sanne.jansen@waterliniekantoor.example', '--company', '90004412', '--service', 'belastingdienst', '--on', '2026-11-23', '--json'],
  ['access', '--tenant', 'zuid', '--person', 'pieter.devuursteen@waterliniekantoor.example', '--company', '68750110', '--service', 'bd-lh', '--on', '2027-01-16', '--json'],
  ['notices', 'run', '--tenant', 'noord', '--on', '2026-11-24', '--json'],
  ['tenants', '--json'],
  ['events', 'verify'],
] as const;
const answers = (ask: (...args: readonly string[]) => Promise<string>): Promise<string[]> => QUESTIONS.reduce(async (before, args) => [...(await before), await ask(...args)], Promise.resolve<string[]>([]));

/** Asks the database that a running product or command has on a folder. */
async function ask<Row>(dataDir: string, sql: string): Promise<Row[]> {
  const found = await findRunningPostgres(dataDir);
  const url = Object.assign(new URL(found?.superuserUrl ?? ''), { pathname: '/ketenregie' }).toString();
  return withConnection(url, async (client) => (await client.query(sql)).rows as Row[]);
}

async function until(isSo: () => Promise<boolean> | boolean): Promise<void> {
  const deadline = Date.now() + 100_000;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error('It did not happen');
    await pause(250);
  }
}

describe('a backup of a filled installation', () => {
  it('is made beside the work, and says what is in it', async () => {
    const made = JSON.parse(await onSource('backup', file, '--json')) as { tenants: string[]; rows: number; tables: Record<string, number> };
    expect(made).toMatchObject({ tenants: ['noord', 'zuid'], tables: { account: 2, tenant: 2 } });
    expect(made.rows).toBeGreaterThan(1000);
    expect(await cli(target, ['restore', file, '--check'])).toMatch(/^The backup is whole: 2 tenants/);
  });

  it('restored on an empty folder gives the same answers and the same rows, with sending held', async () => {
    const restored = JSON.parse(await cli(target, ['restore', file, '--json'])) as object;
    expect(restored).toMatchObject({ restored: true, tenants: ['noord', 'zuid'], sending: 'held' });
    const there = await startEmbeddedPostgres(target, FAST);
    try {
      expect(await answers((...args) => cli(target, args, { DATABASE_URL: there.ownerUrl }))).toEqual(await answers(onSource));
      expect(await rowsOf(there.superuserUrl)).toEqual(await rowsOf(server.superuserUrl));
      expect(JSON.parse(await cli(target, ['sending', 'status', '--json'], { DATABASE_URL: there.ownerUrl }))).toEqual(
        ['noord', 'zuid'].map((tenant) => expect.objectContaining({ tenant, isHeld: true, reason: expect.stringContaining('restored from a backup of 2') as string, waiting: 0 }) as object),
      );
      await expect(cli(target, ['restore', file], { DATABASE_URL: there.ownerUrl })).rejects.toThrow(/TARGET_NOT_EMPTY/);
    } finally {
      await there.stop();
    }
  }, 120_000);

  it('sends nothing by itself, and after the release each digest once; who could sign in still can', async () => {
    const product = run(target, ['up'], { SMTP_URL: receiver.smtpUrl, CLOCK: MORNING });
    await product.says('Ketenregie is ready on ');
    expect(product.output()).toContain('Sending is held in 2 of 2');
    await expect(cli(target, ['restore', file])).rejects.toThrow(/ALREADY_RUNNING/);
    const session = await fetch(`${addressIn(product.output())}/session`, {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email: 'ilse@noord.example', password }),
    });
    expect(session.status).toBe(200);
    // The worker makes the digests of the morning: it is at work.
    await until(async () => (await ask(target, `select 1 from notice where state = 'pending'`)).length === 3);
    await cli(target, ['sending', 'release', '--tenant', 'noord']);
    await until(() => receiver.kept.length >= 2);
    expect(receiver.kept.map(({ to }) => to).sort()).toEqual(['ilse@noord.example', 'jan@noord.example']);
    product.child.kill('SIGTERM');
    expect(await product.ended).toBe(0);
    await untilAlone(target);
    // The same round of the worker went by the tenant that is held; released, its digest goes too, and none a second time.
    await cli(target, ['sending', 'release']);
    for (const tenant of ['zuid', 'noord']) await cli(target, ['notices', 'run', '--tenant', tenant, '--on', '2026-11-24', '--send', '--json'], { SMTP_URL: receiver.smtpUrl });
    expect([receiver.kept.length, new Set(receiver.kept.map(({ id }) => id)).size]).toEqual([3, 3]);
  }, 300_000);

  it('with what was sent in the meantime counted as sent, sends none of it again', async () => {
    const other = folders.make();
    await cli(other, ['restore', file]);
    const before = receiver.kept.length;
    const released = JSON.parse(await cli(other, ['sending', 'release', '--sent-until', MORNING, '--json'])) as object[];
    expect(released).toEqual([expect.objectContaining({ tenant: 'noord', isHeld: false, countedAsSent: 2, waiting: 0 }), expect.objectContaining({ tenant: 'zuid', isHeld: false, countedAsSent: 1, waiting: 0 })]);
    await cli(other, ['notices', 'run', '--tenant', 'noord', '--on', '2026-11-24', '--send', '--json'], { SMTP_URL: receiver.smtpUrl });
    expect(receiver.kept).toHaveLength(before);
    await cli(other, ['notices', 'run', '--tenant', 'noord', '--on', '2026-11-25', '--send', '--json'], { SMTP_URL: receiver.smtpUrl });
    expect(receiver.kept).toHaveLength(before + 2);
  }, 120_000);
});

describe('what is killed half-way', () => {
  it.each([300, 900, 1800])('leaves a backup whole or absent after %d ms', async (afterMs) => {
    const path = join(folders.make(), 'cut.backup');
    const command = run(source, ['backup', path], { DATABASE_URL: server.ownerUrl });
    await pause(afterMs);
    command.child.kill('SIGKILL');
    await command.ended;
    if (existsSync(path)) expect(await cli(source, ['restore', path, '--check'])).toMatch(/whole/);
    else expect(await onSource('backup', path)).toMatch(/^Wrote/m);
  });

  it('restores nothing, and can be restored afterwards', async () => {
    const folder = folders.make();
    const there = await startEmbeddedPostgres(folder, FAST);
    const command = run(folder, ['restore', file], { DATABASE_URL: there.ownerUrl });
    // Rows are on their way in: the temporary tables of the restore are there.
    await until(async () => (await ask(folder, `select 1 from pg_stat_activity where query like '%restoring_%' and pid <> pg_backend_pid()`)).length > 0);
    command.child.kill('SIGKILL');
    expect(await command.ended).toBe('SIGKILL');
    expect(await cli(folder, ['restore', file], { DATABASE_URL: there.ownerUrl })).toMatch(/Restored 2 tenants/);
    expect(Object.keys(await rowsOf(there.superuserUrl)).length).toBeGreaterThan(20);
    await there.stop();
  }, 120_000);
});
