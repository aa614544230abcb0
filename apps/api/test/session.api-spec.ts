import { ensureAccount, setPassword } from '@ketenregie/identity-server';
import { TestApp, codeOf, freshKey } from './app.js';
import { type Office, makeOffice } from './fixtures/office.js';

const PASSWORD = 'een goed lang wachtwoord';
let app: TestApp;
let office: Office;

beforeAll(async () => {
  app = await TestApp.start();
  office = await makeOffice(app.db, 'eigen', { mark: 'Eigen', digits: '1010' });
}, 30_000);
afterAll(() => app.stop());

/** A member with a password; his login. */
async function memberWithPassword(name: string): Promise<string> {
  const login = `${name}@eigen.example`;
  const id = await ensureAccount(app.db, { login, displayName: name });
  await setPassword(app.db, id, PASSWORD);
  await app.database.asAdmin(`insert into member (tenant_id, id, account_id, roles, has_all_clients, is_internal) values ($1, gen_random_uuid(), $2, '{owner}', true, true)`, [office.id, id]);
  return login;
}

const post = (body: object, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${app.url}/session`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });

const tokenOf = (response: Response): string => /__Host-ketenregie=([^;]+)/.exec(response.headers.get('set-cookie') ?? '')?.[1] ?? '';

describe('signing in', () => {
  it('sets a cookie that scripts cannot read, says who is signed in, and opens the API', async () => {
    const email = await memberWithPassword('anna');
    const response = await post({ email, password: PASSWORD });
    expect(response.status).toBe(200);
    expect(response.headers.get('set-cookie')).toMatch(/^__Host-ketenregie=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+; Secure$/);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.json()).toEqual({ name: 'anna', email, language: 'nl', hasMailbox: false, tenants: [{ slug: 'eigen', name: 'Eigen Office', kind: 'office', isDemo: false, today: '2026-11-23' }] });
    expect(codeOf(await app.ask({ token: tokenOf(response), tenant: 'eigen' }, '{ tenant { name } }'))).toBeNull();
  });

  it('refuses a wrong password, an unknown account and nonsense; the first two alike', async () => {
    const email = await memberWithPassword('bert');
    const [wrong, unknown] = [await post({ email, password: 'iets anders' }), await post({ email: 'niemand@eigen.example', password: PASSWORD })];
    expect([wrong.status, await wrong.text()]).toEqual([unknown.status, await unknown.text()]);
    expect(wrong.status).toBe(401);
    expect((await post({ email: 7, password: [] })).status).toBe(400);
    expect((await post({})).headers.get('set-cookie')).toBeNull();
  });

  it.each([
    ['another origin', { origin: 'https://kwaad.example' }],
    ['an origin that is none', { origin: 'null' }],
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['a text', { 'content-type': 'text/plain' }],
  ])('is refused from %s', async (_, headers) => {
    const email = await memberWithPassword(`carla-${freshKey()}`);
    const response = await post({ email, password: PASSWORD }, headers);
    expect([response.status, response.headers.get('set-cookie')]).toEqual([403, null]);
  });

  it('is slowed down after too many tries', async () => {
    const email = await memberWithPassword('dirk');
    const tries = await Promise.all(Array.from({ length: 14 }, () => post({ email, password: 'fout wachtwoord' })));
    expect(tries.filter(({ status }) => status === 401)).toHaveLength(10);
    expect((await post({ email, password: PASSWORD })).status).toBe(429);
  });
});

describe('a session', () => {
  it('is told to its own browser, and to no other', async () => {
    const email = await memberWithPassword('eva');
    const token = tokenOf(await post({ email, password: PASSWORD }));
    const read = (cookie: string): Promise<Response> => fetch(`${app.url}/session`, { headers: { cookie } });
    expect(await (await read(`__Host-ketenregie=${token}`)).json()).toMatchObject({ email });
    expect((await read('__Host-ketenregie=x')).status).toBe(204);
  });

  it('is dead after signing out', async () => {
    const email = await memberWithPassword('fred');
    const token = tokenOf(await post({ email, password: PASSWORD }));
    const out = await fetch(`${app.url}/session`, { method: 'DELETE', headers: { 'content-type': 'application/json', cookie: `__Host-ketenregie=${token}` } });
    expect([out.status, out.headers.get('set-cookie')?.includes('Max-Age=0')]).toEqual([204, true]);
    expect(codeOf(await app.ask({ token, tenant: 'eigen' }, '{ tenant { name } }'))).toBe('UNAUTHENTICATED');
  });
});

it('sends security headers with every answer, refusals among them', async () => {
  for (const path of ['/session', '/graphql', '/bestaat/niet']) {
    const { headers } = await fetch(`${app.url}${path}`);
    expect([path, headers.get('x-content-type-options'), headers.get('x-powered-by')]).toEqual([path, 'nosniff', null]);
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
  }
});
