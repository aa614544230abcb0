import { setTimeout as pause } from 'node:timers/promises';
import { THROTTLE } from '@ketenregie/identity-domain';
import { type NameServer, type Proxy, startNameServer, startProxy } from './nginx.js';
import { addressIn, type Command, dataFolders, run, untilAlone } from './product.js';

const PUBLIC_URL = 'https://ketenregie.example';
const HOST = 'ketenregie.example';
const program = process.env['TEST_NGINX'];
const folders = dataFolders();
const dataDir = folders.make();
let product: Command;
let direct: string;
let nameServer: NameServer;
let password: string;
let plain: Proxy;
let behindTls: Proxy;

async function verb(...args: readonly string[]): Promise<{ readonly password?: string }> {
  const command = run(dataDir, [...args, '--json'], { NODE_ENV: 'production', DEMO: '' });
  if ((await command.ended) !== 0) throw new Error(command.output());
  return JSON.parse(command.answer()) as { readonly password?: string };
}

async function signIn(at: string, email: string, { secret = 'fout wachtwoord', from }: { secret?: string; from?: string } = {}): Promise<Response> {
  const headers = { 'content-type': 'application/json', host: HOST, ...(from !== undefined && { 'x-forwarded-for': from }) };
  return fetch(`${at}/session`, { method: 'POST', headers, body: JSON.stringify({ email, password: secret }) });
}

let people = 0;
const tried = async (at: string, from: string): Promise<number> => (await signIn(at, `niemand-${(people += 1)}@proef.example`, { from })).status;
const triedOut = (at: string, from: (nr: number) => string): Promise<number[]> => Promise.all(Array.from({ length: THROTTLE.triesPerAddress }, (_, nr) => tried(at, from(nr))));

/** What both answer alike: headers of the API come through once, and as they are. */
async function headersOf(address: string, accept: string): Promise<Record<string, string>> {
  const { headers } = await fetch(address, { headers: { accept, 'accept-encoding': 'identity' } });
  const own = ['server', 'date', 'connection', 'keep-alive', 'x-request-id', 'transfer-encoding', 'content-length', 'accept-ranges'];
  return Object.fromEntries([...headers].filter(([name]) => !own.includes(name)));
}

const bring = (at: string, cookie: string, data: Buffer): Promise<Response> =>
  fetch(`${at}/imports`, { method: 'POST', headers: { 'content-type': 'application/octet-stream', cookie, 'x-tenant': 'noord', 'x-file-name': 'staff.csv' }, body: new Uint8Array(data) });

if (program === undefined) {
  it('says in the last lines of the run that there is no nginx here', () => console.log('infra/nginx NOT RUN: no nginx on the PATH'));
} else {
  beforeAll(async () => {
    product = run(dataDir, ['up'], { NODE_ENV: 'production', DEMO: '', PUBLIC_URL, TRUSTED_PROXIES: 'loopback' });
    await product.says('Ketenregie is ready on ');
    await verb('tenants', 'create', '--slug', 'noord', '--name', 'Kantoor Noord', '--kind', 'office', '--kvk', '90000001');
    password = (await verb('members', 'add', '--tenant', 'noord', '--email', 'ilse@noord.example', '--name', 'Ilse', '--role', 'owner')).password ?? '';
    direct = addressIn(product.output()).replace(PUBLIC_URL, '');
    nameServer = await startNameServer('127.0.0.1');
    const apiPort = Number(new URL(direct).port);
    [plain, behindTls] = (await Promise.all((['no-front', 'behind-tls'] as const).map((front) => startProxy({ program, front, nameServer, apiPort })))) as [Proxy, Proxy];
  }, 120_000);
  afterAll(async () => {
    await Promise.all([plain?.stop(), behindTls?.stop()]);
    nameServer?.close();
    product?.child.kill('SIGTERM');
    await product?.ended;
    await untilAlone(dataDir);
    folders.removeAll();
  }, 60_000);

  describe('the proxy of the containers', () => {
    it('finds its own configuration right', () => expect([plain, behindTls].map(({ tested }) => /test is successful|emerg|warn/.exec(tested)?.[0])).toEqual(['test is successful', 'test is successful']));

    it('passes on the portal with the headers of the API, each once, and says no version of its own', async () => {
      expect(await headersOf(`${plain.url}/`, 'text/html')).toEqual(await headersOf(`${direct}/`, 'text/html'));
      const page = await fetch(`${plain.url}/`, { headers: { accept: 'text/html' } });
      expect([page.status, page.headers.get('server'), page.headers.get('content-security-policy')]).toEqual([200, 'nginx', expect.stringContaining("script-src 'self'")]);
      const asset = /\/assets\/[\w.-]+\.js/.exec(await page.text())?.[0] ?? '';
      const script = await fetch(plain.url + asset, { headers: { 'accept-encoding': 'gzip' } });
      expect([script.headers.get('content-encoding'), script.headers.get('cache-control')]).toEqual(['gzip', expect.stringContaining('immutable')]);
    });

    it('brings the cookie of a secure address, and opens no document that nobody knows', async () => {
      const session = await signIn(plain.url, 'ilse@noord.example', { secret: password });
      expect([session.status, session.headers.get('set-cookie')]).toEqual([200, expect.stringMatching(/^__Host-ketenregie=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+; Secure$/)]);
      const strange = await fetch(`${plain.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query: '{ __typename }' }) });
      expect([strange.status >= 400, await strange.text()]).toEqual([true, expect.not.stringContaining('"data":{')]);
    });

    it('lets a file through, and of one that is too large brings the refusal', async () => {
      const cookie = (await signIn(plain.url, 'ilse@noord.example', { secret: password })).headers.get('set-cookie')?.split(';')[0] ?? '';
      const rows = Array.from({ length: 40_000 }, (_, nr) => `Persoon ${nr};p${nr}@noord.example;chef`).join('\n');
      expect((await bring(plain.url, cookie, Buffer.from(`Naam;E-mail;Functie\n${rows}\n`))).status).toBe(202);
      // One that the API refuses, and one that does not get to it.
      for (const megabytes of [34, 40]) {
        const answer = await bring(plain.url, cookie, Buffer.alloc(megabytes * 1024 * 1024, 'a'));
        expect([answer.status, await answer.json()]).toEqual([megabytes === 34 ? 422 : 413, expect.objectContaining({ code: 'LARGE_FILE_REFUSED', message: expect.stringContaining('meer dan 32 MB') as string })]);
      }
    }, 60_000);

    it('believes a browser nothing of where it is', async () => {
      expect(new Set(await triedOut(plain.url, (nr) => `203.0.113.${nr}`))).toContain(401);
      expect(await tried(plain.url, '203.0.113.99')).toBe(429);
    }, 60_000);

    it('behind a server with TLS takes its word, the last that it added, and so do the tries', async () => {
      expect(new Set(await triedOut(behindTls.url, (nr) => `198.51.100.${nr}, 203.0.113.7`))).toEqual(new Set([401]));
      expect([await tried(behindTls.url, '203.0.113.7'), await tried(behindTls.url, '203.0.113.8')]).toEqual([429, 401]);
    }, 60_000);

    it('says in two languages that the product is away, and finds it at another address when it is back', async () => {
      const status = async (): Promise<number> => (await fetch(`${plain.url}/health/ready`)).status;
      const until = async (wanted: number): Promise<void> => {
        while ((await status()) !== wanted) await pause(100);
      };
      nameServer.say('127.0.0.99');
      await until(503);
      const away = await fetch(`${plain.url}/`);
      expect([away.headers.get('retry-after'), away.headers.get('cache-control'), await away.text()]).toEqual(['10', 'no-store', expect.stringMatching(/even niet bereikbaar.*Try again in a minute/)]);
      nameServer.say('127.0.0.1');
      await until(200);
    }, 60_000);
  });
}
