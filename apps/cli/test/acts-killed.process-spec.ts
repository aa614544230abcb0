import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type EmbeddedPostgres, startEmbeddedPostgres, withConnection } from '@ketenregie/platform/postgres';
import { holdRows } from './hold-rows.js';
import { addressIn, type Command, dataFolders, processOf, run, untilGone } from './product.js';

const ROWS = 3_000;
const HEADER = 'Klantnaam;KvK-nummer;Dienst;Ketenmachtiging;Niveau;Geldig tot;Gekoppelde medewerkers';
/** A list whose companies no other list has: an import that brings nothing new has nothing to take back. */
const listFrom = (kvkNumber: number): string => [HEADER, ...Array.from({ length: ROWS }, (_, nr) => `Bedrijf ${kvkNumber + nr} B.V.;${kvkNumber + nr};btw;ja;EH3;01-02-2028;`), ''].join('\n');
const folders = dataFolders();
const dataDir = folders.make();
let server: EmbeddedPostgres;
let password: string;
let product: Command;
let address: string;
let cookie: string;

const environment = (): NodeJS.ProcessEnv => ({ DATABASE_URL: server.ownerUrl, CLOCK: '2026-11-23' });
/** Past all walls: to look, never to stand in for the product. */
const ask = <Row>(sql: string): Promise<Row[]> => withConnection(Object.assign(new URL(server.superuserUrl), { pathname: '/ketenregie' }).toString(), async (client) => (await client.query(sql)).rows as Row[]);

async function verb(...args: readonly string[]): Promise<Record<string, unknown>> {
  const command = run(dataDir, [...args, '--json'], environment());
  if ((await command.ended) !== 0) throw new Error(command.output());
  return JSON.parse(command.answer()) as Record<string, unknown>;
}

async function startProduct(): Promise<void> {
  product = run(dataDir, ['up'], environment());
  await product.says('Ketenregie is ready on ');
  address = addressIn(product.output());
  const session = await fetch(`${address}/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email: 'ilse@noord.example', password }) });
  cookie = session.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

async function stopProduct(): Promise<void> {
  product.child.kill('SIGTERM');
  await product.ended;
  await untilGone(dataDir, 'dist/main.js');
}

/** What the portal sends when somebody presses the button; the state that comes back. */
async function press(act: 'applyImport' | 'undoImport', importId: string, key: string): Promise<string> {
  const headers = { 'content-type': 'application/json', cookie, 'x-tenant': 'noord', 'idempotency-key': key };
  const answer = await fetch(`${address}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query: `mutation ($id: ID!) { ${act}(id: $id) { state } }`, variables: { id: importId } }) });
  const { data, errors } = (await answer.json()) as { data?: Record<string, { state: string }>; errors?: object[] };
  return data?.[act]?.state ?? JSON.stringify(errors);
}

const KNOWN = ['company', 'company_version', 'person_version', 'means_version', 'authorisation', 'authorisation_version', 'authorisation_target', 'task'];
/** All that is known, as one line a table. */
const known = (): Promise<object[]> => ask(KNOWN.map((name) => `select '${name}' as name, count(*)::int as rows, md5(coalesce(string_agg(t::text, '' order by t::text), '')) as print from ${name} t`).join(' union all ') + ' order by 1');
const stateOf = async (importId: string): Promise<string | undefined> => (await ask<{ state: string }>(`select state from import where id = '${importId}'`))[0]?.state;
const logged = async (action: string, importId: string): Promise<number> => (await ask(`select 1 from audit_event where action = '${action}' and object_id = '${importId}'`)).length;
const IDLE = `select 1 from pg_stat_activity where usename = 'ketenregie_app' and state <> 'idle'`;

async function reached(moment: string): Promise<void> {
  while ((await ask(moment)).length === 0) await pause(2);
}

beforeAll(async () => {
  server = await startEmbeddedPostgres(dataDir, { settings: { fsync: 'off' } });
  await verb('migrate');
  await verb('tenants', 'create', '--slug', 'noord', '--name', 'Kantoor Noord', '--kind', 'office', '--kvk', '90000001');
  ({ password } = (await verb('members', 'add', '--tenant', 'noord', '--email', 'ilse@noord.example', '--name', 'Ilse', '--role', 'owner')) as { password: string });
}, 60_000);
afterAll(async () => {
  await server.stop();
  folders.removeAll();
});

afterEach(() => stopProduct());

/** Where all is changed and nothing is final: the log is written last. */
const AT_THE_LOG = `select 1 from pg_stat_activity where usename = 'ketenregie_app' and wait_event_type = 'Lock' and query like '%audit_head%'`;

const ENDS = { applyImport: { state: 'applied', action: 'import.applied' }, undoImport: { state: 'undone', action: 'import.undone' } } as const;

async function staged(act: keyof typeof ENDS, kvkNumber: number): Promise<string> {
  writeFileSync(join(dataDir, 'ketens.csv'), listFrom(kvkNumber));
  const { importId } = (await verb('import', join(dataDir, 'ketens.csv'), '--tenant', 'noord', ...(act === 'undoImport' ? ['--apply'] : []))) as { importId: string };
  return importId;
}

describe('a process that is killed while somebody waits for a large import', () => {
  it.each([
    ['applyImport', 'api', 20_000_000],
    ['undoImport', 'api', 30_000_000],
    ['undoImport', 'worker', 40_000_000],
  ] as const)('%s, and the %s dies: whole or not begun, pressed again it is done, and the log says it once', async (act, victim, kvkNumber) => {
    const importId = await staged(act, kvkNumber);
    await startProduct();
    const before = await known();
    const { state, action } = ENDS[act];
    const key = `key-${act}-${victim}`;
    const release = await holdRows(server.superuserUrl, 'select 1 from audit_head for update');
    const answer = press(act, importId, key).catch(() => 'no answer');
    await Promise.race([reached(AT_THE_LOG), answer.then((early) => Promise.reject(new Error(`It was over before: ${early}`)))]);
    process.kill(processOf(dataDir, `${victim}/dist/main.js`), 'SIGKILL');
    await untilGone(dataDir, `${victim}/dist/main.js`);
    await release();
    expect(await product.ended).toBe(1);
    // What the dead process had open is rolled back as soon as its connection is found gone.
    while ((await ask(IDLE)).length > 0) await pause(20);
    const isDone = (await answer) === state;
    // The API is asked to stop, not killed, where the worker died: it answers whoever waits.
    expect(isDone).toBe(victim === 'worker');
    if (!isDone) expect([await known(), await logged(action, importId)]).toEqual([before, 0]);
    await startProduct();
    // The portal repeats the attempt whose answer never came under its own key.
    expect([await press(act, importId, key), await press(act, importId, key), await stateOf(importId)]).toEqual([state, state, state]);
    expect([await logged(action, importId), JSON.stringify(await known()) === JSON.stringify(before)]).toEqual([1, false]);
    await verb('events', 'verify');
  }, 180_000);
});
