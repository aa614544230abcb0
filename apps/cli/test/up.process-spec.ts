import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { addressIn, dataFolders, processesOn, run, serverPid, untilAlone, untilGone } from './product.js';

const folders = dataFolders();
afterAll(() => folders.removeAll());

const READY = 'Ketenregie is ready on ';
const health = async (address: string, which: string): Promise<[number, unknown]> => {
  const answer = await fetch(`${address}/health/${which}`);
  return [answer.status, await answer.json()];
};

describe('the product', () => {
  const dataDir = folders.make();

  it('starts with one command, tells its health, serves one folder once, and stops without a trace', async () => {
    const product = run(dataDir, ['up']);
    await product.says(READY);
    expect(product.output().trim().split('\n').at(-1)).toMatch(/^Ketenregie is ready on http:\/\/127\.0\.0\.1:\d+$/);
    const address = addressIn(product.output());
    expect(await health(address, 'live')).toEqual([200, { status: 'ok' }]);
    expect(await health(address, 'ready')).toEqual([200, { status: 'ok', checks: { database: 'ok', schema: 'ok', role: 'ok', queue: 'ok' } }]);

    const second = run(dataDir, ['up']);
    expect([await second.ended, second.output()]).toEqual([1, expect.stringContaining(`running already on ${address}`)]);
    const elsewhere = run(folders.make(), ['up'], { PORT: new URL(address).port });
    expect([await elsewhere.ended, elsewhere.output()]).toEqual([1, expect.stringContaining('is in use')]);
    const meanwhile = run(dataDir, ['migrate', '--json']);
    expect([await meanwhile.ended, meanwhile.output()]).toEqual([0, '{"applied":[]}\n']);

    product.child.kill('SIGTERM');
    expect([await product.ended, product.output()]).toEqual([0, expect.stringContaining(`Stopped. What was done is kept in ${dataDir}`)]);
    await untilAlone(dataDir);
  }, 180_000);

  it('starts once where it is started twice at the same moment', async () => {
    const both = [1, 2].map(() => run(dataDir, ['up']));
    const first = await Promise.any(both.map(async (each) => (await each.says(READY), each)));
    const other = both.find((each) => each !== first);
    expect([await other?.ended, other?.output()]).toEqual([1, expect.stringContaining('running already on')]);
    first.child.kill('SIGTERM');
    expect(await first.ended).toBe(0);
    await untilAlone(dataDir);
  }, 180_000);

  it.each([
    ['a file', (folder: string) => join(folder, 'file'), 'it is a file'],
    ['below a file', (folder: string) => join(folder, 'file', 'data'), 'it is below a file'],
  ])('says why the data folder cannot be used and what to do, in one line: %s', async (_, placeIn, reason) => {
    const folder = folders.make();
    writeFileSync(join(folder, 'file'), '');
    for (const args of [['up'], ['tenants']]) {
      const refused = run(placeIn(folder), args);
      expect([await refused.ended, refused.output()]).toEqual([1, expect.stringMatching(new RegExp(`^The data folder .*${reason}.*DATA_DIR=/another/folder npm start \\(DATA_DIR_UNUSABLE\\)\n$`))]);
    }
  }, 180_000);

  it('leaves its database to the next start when it is killed, and no service; and starts again after its database was killed', async () => {
    const killed = run(dataDir, ['up']);
    await killed.says(READY);
    const server = serverPid(dataDir);
    killed.child.kill('SIGKILL');
    await untilGone(dataDir, 'dist/main.js');

    const next = run(dataDir, ['up']);
    await next.says(READY);
    expect([next.output(), serverPid(dataDir)]).toEqual([expect.stringContaining('taken over'), server]);

    next.child.kill('SIGKILL');
    process.kill(server, 'SIGKILL');
    await untilAlone(dataDir);
    const again = run(dataDir, ['migrate', '--json']);
    expect([await again.ended, again.output()]).toEqual([0, '{"applied":[]}\n']);
    await untilAlone(dataDir);
  }, 180_000);
});

describe('a signal during the start', () => {
  it.each([400, 900, 1500])('leaves no orphan after %d ms', async (afterMs) => {
    const dataDir = folders.make();
    const product = run(dataDir, ['up']);
    await pause(afterMs);
    product.child.kill('SIGTERM');
    await product.ended;
    await untilAlone(dataDir);
    expect(processesOn(dataDir)).toEqual([]);
  }, 180_000);
});

describe('the command line alone', () => {
  it('starts the database for the call and stops it, for two calls at once too', async () => {
    const dataDir = folders.make();
    const calls = [1, 2].map(() => run(dataDir, ['migrate', '--json']));
    expect(await Promise.all(calls.map((call) => call.ended))).toEqual([0, 0]);
    await untilAlone(dataDir);
  }, 180_000);

  it.each([
    ['no verb', [], {}, 2],
    ['an unknown verb', ['dance'], {}, 2],
    ['an unknown option', ['migrate', '--fast'], {}, 2],
    ['an argument too many', ['up', 'and-away'], {}, 2],
    ['a variable that cannot be', ['up'], { PORT: 'many' }, 1],
    ['a clock in production', ['up'], { NODE_ENV: 'production', CLOCK: '2026-11-23' }, 1],
    ['the restricted roles without the owner', ['migrate'], { DATABASE_APP_URL: 'postgres://a@127.0.0.1/x', DATABASE_QUEUE_URL: 'postgres://q@127.0.0.1/x' }, 1],
  ])('says what is wrong with %s', async (_name, args, environment, code) => {
    const command = run(folders.make(), args, environment);
    expect(await command.ended).toBe(code);
    expect(command.output()).toMatch(/Usage: |PORT: |CLOCK: |DATABASE_URL: /);
    expect(command.output()).not.toMatch(/\n {4}at /);
  }, 15_000);
});
