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
    expect(await product.ended).toBe(0);
    await untilAlone(dataDir);
  }, 60_000);

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
  }, 60_000);
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
  }, 30_000);
});

describe('the command line alone', () => {
  it('starts the database for the call and stops it, for two calls at once too', async () => {
    const dataDir = folders.make();
    const calls = [1, 2].map(() => run(dataDir, ['migrate', '--json']));
    expect(await Promise.all(calls.map((call) => call.ended))).toEqual([0, 0]);
    await untilAlone(dataDir);
  }, 60_000);

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
