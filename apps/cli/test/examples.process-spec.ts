import { statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startEmbeddedPostgres, withConnection } from '@ketenregie/platform/postgres';
import { holdRows } from './hold-rows.js';
import { addressIn, dataFolders, run, untilAlone, untilGone } from './product.js';

const folders = dataFolders();
afterAll(() => folders.removeAll());

const READY = 'Ketenregie is ready on ';
const DEMO = { DEMO: '1' };

const passwordIn = (output: string): string => /Password of each account: (\S+)/.exec(output)?.[1] ?? '';
const signInsIn = (output: string): string[] => [...output.matchAll(/^ {2}(\S+@\S+)/gm)].map(([, email]) => email ?? '');

async function session(address: string, email: string, password: string): Promise<{ readonly status: number; readonly cookie: string }> {
  const { status, headers } = await fetch(`${address}/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email, password }) });
  return { status, cookie: headers.getSetCookie()[0]?.split(';')[0] ?? '' };
}

const signIn = async (address: string, email: string, password: string): Promise<number> => (await session(address, email, password)).status;

async function ask(address: string, cookie: string, query: string): Promise<string> {
  const headers = { 'content-type': 'application/json', cookie, 'x-tenant': 'noorderlicht', 'idempotency-key': 'key-of-process-spec' };
  const answer = await fetch(`${address}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
  return answer.text();
}

describe('a start on an empty data folder', () => {
  const dataDir = folders.make();

  it('is killed while it makes the examples; the next one makes them whole, says how to sign in, and says so last but one', async () => {
    const killed = run(dataDir, ['up'], DEMO);
    await killed.says('making Van der Meer Holding');
    killed.child.kill('SIGKILL');
    await untilGone(dataDir, 'dist/main.js');

    const product = run(dataDir, ['up'], DEMO);
    await product.says(READY);
    expect(product.output().trim().split('\n').at(-1)).toMatch(/^Ketenregie is ready on http:\/\/127\.0\.0\.1:\d+$/);
    const [password, emails] = [passwordIn(product.answer()), signInsIn(product.answer())];
    expect(emails).toHaveLength(11);
    const address = addressIn(product.output());
    for (const email of emails) expect([email, await signIn(address, email, password)]).toEqual([email, 200]);
    expect(await signIn(address, emails[0] ?? '', `${password}x`)).toBe(401);
    const secret = join(dataDir, 'secrets', 'example-password');
    expect((statSync(secret).mode & 0o777).toString(8)).toBe('600');
    product.child.kill('SIGTERM');
    expect(await product.ended).toBe(0);

    const again = run(dataDir, ['up'], DEMO);
    await again.says(READY);
    expect([passwordIn(again.answer()), signInsIn(again.answer()), again.output()]).toEqual([password, emails, expect.not.stringContaining('making')]);
    again.child.kill('SIGTERM');
    expect(await again.ended).toBe(0);
    await untilAlone(dataDir);
  }, 120_000);

  it('loses an example in the moment that somebody removes it, and does not get it back', async () => {
    const product = run(dataDir, ['up'], DEMO);
    await product.says(READY);
    const [address, password] = [addressIn(product.output()), passwordIn(product.answer())];
    const { cookie } = await session(address, 'sanne.wiersma@noorderlicht.example', password);
    expect(await run(dataDir, ['notices', 'run', '--tenant', 'noorderlicht', '--on', '2100-01-01', '--send', '--json'], DEMO).ended).toBe(0);
    const mailbox = (await (await fetch(`${address}/mailbox/messages`, { headers: { cookie } })).json()) as { messages: readonly object[] };
    expect(mailbox.messages.length).toBeGreaterThan(0);
    expect(await ask(address, cookie, 'mutation { removeExample }')).toBe('{"data":{"removeExample":true}}\n');
    await product.says('Example data: removed');
    expect(await ask(address, cookie, '{ tenant { name } }')).toContain('UNAUTHENTICATED');
    expect(await signIn(address, 'sanne.wiersma@noorderlicht.example', password)).toBe(401);
    expect(await signIn(address, 'petra.lindeman@vandermeer.example', password)).toBe(200);
    product.child.kill('SIGTERM');
    expect(await product.ended).toBe(0);

    const next = run(dataDir, ['up'], DEMO);
    await next.says(READY);
    expect(signInsIn(next.answer())).toEqual(['petra.lindeman@vandermeer.example', 'karin@vandermeer.example', 'ahmed.yilmaz@vandermeer.example', 'ruud.tamminga@controlewerk.example']);
    expect(next.output()).not.toMatch(/making|Noorderlicht/);
    next.child.kill('SIGTERM');
    expect(await next.ended).toBe(0);
    await untilAlone(dataDir);
  }, 120_000);

  /** Killed in the middle of deleting: of the example no row is gone, and the next removal takes all. */
  async function killedWhileItRemoves(): Promise<void> {
    const server = await startEmbeddedPostgres(dataDir);
    const url = Object.assign(new URL(server.superuserUrl), { pathname: '/ketenregie' }).toString();
    const ask = <Row>(sql: string): Promise<Row[]> => withConnection(url, async (client) => (await client.query(sql)).rows as Row[]);
    const everything = `select (select count(*)::int from member) as members, (select count(*)::int from authorisation_version) as rights, (select count(*)::int from audit_event) as events`;
    const before = await ask<{ members: number }>(everything);
    expect(before[0]?.members).toBeGreaterThan(0);
    const release = await holdRows(server.superuserUrl, 'select 1 from member for update');
    const killed = run(dataDir, ['examples', 'remove', '--json']);
    while ((await ask(`select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like 'delete from "member"%'`)).length === 0) await pause(10);
    killed.child.kill('SIGKILL');
    expect(await killed.ended).toBe('SIGKILL');
    await release();
    while ((await ask(`select 1 from pg_stat_activity where usename = 'ketenregie_owner' and state <> 'idle'`)).length > 0) await pause(10);
    expect(await ask(everything)).toEqual(before);
    await server.stop();
  }

  it('is refused in production, where such accounts may not be, until they are removed, also where a removal was killed half-way', async () => {
    const product = run(dataDir, ['up'], { NODE_ENV: 'production', DEMO: '' });
    expect([await product.ended, product.output()]).toEqual([1, expect.stringContaining('example')]);
    expect(product.output()).not.toContain(READY);
    await killedWhileItRemoves();
    const removal = run(dataDir, ['examples', 'remove', '--json']);
    expect([await removal.ended, removal.answer()]).toEqual([0, '{"removed":1}\n']);
    const again = run(dataDir, ['up'], { NODE_ENV: 'production', DEMO: '' });
    await again.says(READY);
    again.child.kill('SIGTERM');
    expect(await again.ended).toBe(0);
    const fresh = run(dataDir, ['up'], DEMO);
    await fresh.says(READY);
    expect(fresh.output()).not.toMatch(/making|Password/);
    fresh.child.kill('SIGTERM');
    expect(await fresh.ended).toBe(0);
    await untilAlone(dataDir);
  }, 120_000);
});

describe('a start in production', () => {
  it('makes no example, and says no sign-in', async () => {
    const dataDir = folders.make();
    const asked = run(dataDir, ['up'], { NODE_ENV: 'production', DEMO: '1' });
    expect([await asked.ended, asked.output()]).toEqual([1, expect.stringContaining('DEMO')]);
    const product = run(dataDir, ['up'], { NODE_ENV: 'production', DEMO: '' });
    await product.says(READY);
    expect(product.output()).not.toMatch(/example|Password/i);
    product.child.kill('SIGTERM');
    expect(await product.ended).toBe(0);
    const tenants = run(dataDir, ['tenants', '--json']);
    expect([await tenants.ended, tenants.answer()]).toEqual([0, '[]\n']);
    await untilAlone(dataDir);
  }, 60_000);
});
