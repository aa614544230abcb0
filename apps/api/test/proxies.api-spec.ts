import { THROTTLE } from '@ketenregie/identity-domain';
import { TestApp } from './app.js';

const started: TestApp[] = [];
afterAll(() => Promise.all(started.map((app) => app.stop())));

let people = 0;

/** A try to sign in as somebody whom nobody tried before, so that tries are counted by address alone; its status. */
type Try = (forwardedFor: string) => Promise<number>;

async function behind(...trustedProxies: readonly string[]): Promise<Try> {
  const app = await TestApp.start({ trustedProxies });
  started.push(app);
  return async (forwardedFor) => {
    const body = JSON.stringify({ email: `nobody-${(people += 1)}@proef.example`, password: 'fout wachtwoord' });
    return (await fetch(`${app.url}/session`, { method: 'POST', headers: { 'content-type': 'application/json', 'x-forwarded-for': forwardedFor }, body })).status;
  };
}

/** As many tries as one address has. */
const all = (trying: (nr: number) => Promise<number>): Promise<number[]> => Promise.all(Array.from({ length: THROTTLE.triesPerAddress }, (_, nr) => trying(nr)));
const refused = (statuses: readonly number[]): number => statuses.filter((status) => status !== 401).length;

describe('where a request comes from', () => {
  it('is what a trusted proxy says: one client is slowed down, and another at the same proxy is not', async () => {
    const tried = await behind('loopback');
    expect(refused(await all(() => tried('203.0.113.7')))).toBe(0);
    expect([await tried('203.0.113.7'), await tried('203.0.113.8')]).toEqual([429, 401]);
  }, 60_000);

  it('is the last that the trusted proxy added: what a browser wrote before it counts for nothing', async () => {
    const tried = await behind('127.0.0.1');
    expect(refused(await all((nr) => tried(`198.51.100.${nr}, 203.0.113.7`)))).toBe(0);
    expect([await tried('198.51.100.99, 203.0.113.7'), await tried('203.0.113.7, 198.51.100.99')]).toEqual([429, 401]);
  }, 60_000);

  it.each([
    ['no proxy is trusted', []],
    ['another proxy is trusted', ['10.0.0.0/8']],
  ])('is who connects, whatever he says, where %s', async (_, trusted) => {
    const tried = await behind(...trusted);
    expect(refused(await all((nr) => tried(`203.0.113.${nr}`)))).toBe(0);
    expect(await tried('203.0.113.99')).toBe(429);
  }, 60_000);
});
