import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type EmbeddedPostgres, startEmbeddedPostgres, withConnection } from '@ketenregie/platform/postgres';

// Where there is no docker, this runs what its containers would run: the same commands with the same environment, on a server whose roles the same SQL made.
const root = fileURLToPath(new URL('../../../', import.meta.url));
/** The code that runs: the checkout's build, or what the image holds (its /app), where that was made. */
const app = process.env['IMAGE_ROOT'] ?? root;
const folder = mkdtempSync(join(tmpdir(), 'ketenregie-compose-'));
const PASSWORDS = { POSTGRES_PASSWORD: 'su', OWNER_PASSWORD: 'owner-of-compose', APP_PASSWORD: 'app-of-compose', QUEUE_PASSWORD: 'queue-of-compose' };

/** A service of docker-compose.yml, as far as it is run here. */
interface ComposeService {
  readonly command?: readonly string[];
  readonly entrypoint?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly healthcheck?: { readonly test: readonly string[] };
}

interface ComposeFile {
  readCompose(root: string, environment: Readonly<Record<string, string>>): { readonly services: Readonly<Record<string, ComposeService>> };
}

const { readCompose } = (await import(new URL('../../../tools/deploy/compose-file.mjs', import.meta.url).href)) as ComposeFile;
const { services } = readCompose(root, PASSWORDS);
let server: EmbeddedPostgres;
let database: string;
let port: number;
const started: ChildProcess[] = [];

interface Ran {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  output(): string;
}

function service(name: string): ComposeService {
  const found = services[name];
  if (found === undefined) throw new Error(`No service ${name}`);
  return found;
}

/** The names that containers have for each other, as this machine knows them. There is no Redis here: the queue is in PostgreSQL. */
const onThisMachine = (text: string): string =>
  text.replace('postgres:5432/ketenregie', new URL(database).host + new URL(database).pathname).replace('redis://redis:6379', '').replace('smtp://mail:1025', 'smtp://127.0.0.1:9').replace('127.0.0.1:3000', `127.0.0.1:${port}`).replace('/tmp/heartbeat', join(folder, 'heartbeat'));

/** Runs a service, with nothing in its environment but what compose and the image give it. */
function run(name: string, more: readonly string[] = []): Ran {
  const { entrypoint = ['node'], command = [], environment = {} } = service(name);
  const given = Object.fromEntries(Object.entries(environment).map(([variable, value]) => [variable, onThisMachine(value)]));
  const [, ...args] = [...entrypoint, ...command, ...more];
  const child = spawn(process.execPath, args, { cwd: app, env: { ...given, DATA_DIR: join(folder, 'data'), ...(given['PORT'] !== undefined && { PORT: String(port) }) }, stdio: ['ignore', 'pipe', 'pipe'] });
  started.push(child);
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return { child, ended: new Promise((resolve) => child.once('close', resolve)), output: () => text };
}

async function says(ran: Ran, text: string): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!ran.output().includes(text)) {
    if (ran.child.exitCode !== null || Date.now() > deadline) throw new Error(`${text} was not said, but: ${ran.output()}`);
    await pause(50);
  }
}

async function isHealthy(name: string): Promise<boolean> {
  const [, , ...args] = service(name).healthcheck?.test ?? [];
  const { HEARTBEAT_FILE: beat = '' } = service(name).environment ?? {};
  const child = spawn(process.execPath, args.map(onThisMachine), { cwd: app, env: { HEARTBEAT_FILE: onThisMachine(beat) }, stdio: 'ignore' });
  return (await new Promise((resolve) => child.once('close', resolve))) === 0;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port: free } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return free;
}

/** What 10-roles.sh does: the passwords as settings, then the one file. */
async function bootstrapRoles(): Promise<void> {
  await withConnection(database, async (client) => {
    await client.query(`select set_config('bootstrap.owner', $1, false), set_config('bootstrap.app', $2, false), set_config('bootstrap.queue', $3, false)`, [PASSWORDS.OWNER_PASSWORD, PASSWORDS.APP_PASSWORD, PASSWORDS.QUEUE_PASSWORD]);
    await client.query(readFileSync(join(root, 'infra/postgres/roles.sql'), 'utf8'));
  });
}

beforeAll(async () => {
  server = await startEmbeddedPostgres(join(folder, 'server'), { settings: { fsync: 'off' } });
  // As the image makes it: a database of the superuser's, and no roles of ours.
  await withConnection(server.superuserUrl, async (client) => {
    await client.query('drop database ketenregie');
    await client.query('drop role ketenregie_owner');
    await client.query('create database ketenregie');
  });
  database = Object.assign(new URL(server.superuserUrl), { pathname: '/ketenregie' }).toString();
  port = await freePort();
}, 60_000);
afterAll(async () => {
  for (const child of started) if (child.exitCode === null) child.kill('SIGKILL');
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

// In the order in which compose starts them.
describe('what the containers run', () => {
  it('has roles with the least rights, which may be made again', async () => {
    await bootstrapRoles();
    await bootstrapRoles();
    const powers = await withConnection(database, (client) => client.query(`select rolname, rolsuper or rolcreaterole or rolcreatedb or rolbypassrls or rolreplication as "isStrong" from pg_roles where rolname like 'ketenregie%' order by 1`));
    expect(powers.rows).toEqual(['ketenregie_app', 'ketenregie_owner', 'ketenregie_queue'].map((rolname) => ({ rolname, isStrong: false })));
  });

  it('migrates once, and not again', async () => {
    const first = run('migrate');
    expect([await first.ended, first.output()]).toEqual([0, expect.stringContaining('Applied: ')]);
    const again = run('migrate');
    expect([await again.ended, again.output()]).toEqual([0, 'The database is up to date.\n']);
  }, 60_000);

  it('serves the portal in production, healthy by its own check, and runs no document that it does not know', async () => {
    expect(await isHealthy('api')).toBe(false);
    const api = run('api');
    await says(api, 'service.ready');
    expect(await isHealthy('api')).toBe(true);
    const at = `http://127.0.0.1:${port}`;
    const page = await fetch(`${at}/`, { headers: { accept: 'text/html' } });
    expect([page.status, page.headers.get('content-type'), page.headers.get('content-security-policy')]).toEqual([200, expect.stringContaining('text/html'), expect.stringContaining("default-src 'self'")]);
    const asset = /\/assets\/[\w.-]+\.js/.exec(await page.text())?.[0] ?? '';
    expect((await fetch(at + asset)).headers.get('cache-control')).toContain('immutable');
    const strange = await fetch(`${at}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query: '{ __schema { types { name } } }' }) });
    expect([strange.status >= 400, await strange.text()]).toEqual([true, expect.not.stringContaining('__Schema')]);
    expect(api.output()).not.toContain('-of-compose');
  }, 90_000);

  it('works on the queue, healthy by its own check, and ends within its time when it is asked to', async () => {
    expect(await isHealthy('worker')).toBe(false);
    const worker = run('worker');
    await says(worker, 'service.ready');
    expect(await isHealthy('worker')).toBe(true);
    worker.child.kill('SIGTERM');
    expect([await worker.ended, await isHealthy('worker')]).toEqual([0, false]);
  }, 90_000);

  it('lets the operator make a tenant and a backup, as the owner without any power', async () => {
    const tenant = run('cli', ['tenants', 'create', '--slug', 'noord', '--name', 'Kantoor Noord', '--kind', 'office', '--kvk', '90000001']);
    expect([await tenant.ended, tenant.output()]).toEqual([0, 'Created noord.\n']);
    const file = join(folder, 'all.backup');
    const backup = run('cli', ['backup', file]);
    expect([await backup.ended, backup.output()]).toEqual([0, expect.stringMatching(/^Wrote .*: 1 tenants/m)]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const check = run('cli', ['restore', file, '--check']);
    expect([await check.ended, check.output()]).toEqual([0, expect.stringContaining('The backup is whole')]);
    const refused = run('cli', ['restore', file]);
    expect([await refused.ended, refused.output()]).toEqual([1, expect.stringContaining('TARGET_NOT_EMPTY')]);
  }, 90_000);
});
