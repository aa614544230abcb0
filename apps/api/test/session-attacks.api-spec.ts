import { ensureAccount, setPassword } from '@ketenregie/identity-server';
import { newId } from '@ketenregie/kernel';
import { hearStatements } from '@ketenregie/platform/testing';
import { type Caller, TestApp, codeOf, freshKey } from './app.js';
import { fingerprintOf } from './fixtures/fingerprint.js';
import { type Office, makeOffice } from './fixtures/office.js';

const PASSWORD = 'een goed lang wachtwoord';
let app: TestApp;
let office: Office;
let other: Office;
let fingerprint: (tenantId: string) => Promise<string>;

beforeAll(async () => {
  app = await TestApp.start();
  fingerprint = await fingerprintOf(app.database);
  office = await makeOffice(app.db, 'eigen', { mark: 'Zwanebloem', digits: '1010' });
  other = await makeOffice(app.db, 'ander', { mark: 'Ander', digits: '2020' });
}, 30_000);
afterAll(() => app.stop());

/** Somebody who owns the given offices, with a password; his login. */
async function ownerOf(offices: readonly Office[]): Promise<string> {
  const login = `eigenaar-${freshKey()}@eigen.example`;
  const id = await ensureAccount(app.db, { login, displayName: login });
  await setPassword(app.db, id, PASSWORD);
  for (const { id: tenantId } of offices) await app.database.asAdmin(`insert into member (tenant_id, id, account_id, roles, has_all_clients, is_internal) values ($1, gen_random_uuid(), $2, '{owner}', true, true)`, [tenantId, id]);
  return login;
}

const cookieOf = (token: string): string => `__Host-ketenregie=${token}`;
const signIn = (email: string, { headers = {}, password = PASSWORD }: { headers?: Record<string, string>; password?: string } = {}): Promise<Response> =>
  fetch(`${app.url}/session`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify({ email, password }) });
const tokenOf = (response: Response): string => /__Host-ketenregie=([^;]+)/.exec(response.headers.get('set-cookie') ?? '')?.[1] ?? '';
const isAnswered = async (token: string): Promise<boolean> => codeOf(await app.ask({ token, tenant: 'eigen' }, '{ tenant { name } }')) === null;

describe('a session that was planted or left behind', () => {
  it('is not taken over by signing in: the cookie of before is nobody, the new one is another', async () => {
    const email = await ownerOf([office]);
    const planted = 'A'.repeat(43);
    const token = tokenOf(await signIn(email, { headers: { cookie: cookieOf(planted) } }));
    expect([token === planted, await isAnswered(planted), await isAnswered(token)]).toEqual([false, false, true]);
  });

  it('ends when its browser signs in anew, as the same or as somebody else; a session elsewhere stays, and a wrong password ends none', async () => {
    const [email, another] = [await ownerOf([office]), await ownerOf([office])];
    const elsewhere = tokenOf(await signIn(email));
    const first = tokenOf(await signIn(email));
    expect((await signIn(email, { headers: { cookie: cookieOf(first) }, password: 'fout wachtwoord' })).status).toBe(401);
    expect(await isAnswered(first)).toBe(true);
    const second = tokenOf(await signIn(email, { headers: { cookie: cookieOf(first) } }));
    expect([await isAnswered(first), await isAnswered(second), await isAnswered(elsewhere)]).toEqual([false, true, true]);
    const third = tokenOf(await signIn(another, { headers: { cookie: cookieOf(second) } }));
    expect([await isAnswered(second), await isAnswered(third), await isAnswered(elsewhere)]).toEqual([false, true, true]);
  });

  it('is dead on the server after signing out, at every door, and nobody else is signed out', async () => {
    const [mine, another] = [tokenOf(await signIn(await ownerOf([office]))), tokenOf(await signIn(await ownerOf([office])))];
    await fetch(`${app.url}/session`, { method: 'DELETE', headers: { 'content-type': 'application/json', cookie: cookieOf(mine) } });
    const doors = ['/exports/companies.csv?tenant=eigen', `/reports/review-rounds/${office.roundId}?tenant=eigen`];
    const statusOf = async (token: string): Promise<number[]> => Promise.all(doors.map(async (door) => (await fetch(app.url + door, { headers: { cookie: cookieOf(token) } })).status));
    const bring = (token: string): Promise<Response> => fetch(`${app.url}/imports`, { method: 'POST', headers: { cookie: cookieOf(token), 'x-tenant': 'eigen', 'content-type': 'application/octet-stream', 'x-file-name': 'a.csv' }, body: 'Naam;E-mail;Functie\nA Nieuw;a@kantoor.example;stagiair\n' });
    expect([await isAnswered(mine), await statusOf(mine), (await bring(mine)).status]).toEqual([false, [401, 401], 401]);
    expect([await isAnswered(another), await statusOf(another)]).toEqual([true, [200, 200]]);
  });

  it('is no session where its token is read from anywhere but its cookie', async () => {
    const token = tokenOf(await signIn(await ownerOf([office])));
    const doors: [string, Record<string, string>][] = [[`?token=${token}`, {}], ['', { authorization: `Bearer ${token}` }], ['', { cookie: `ketenregie=${token}` }], ['', { cookie: `__Host-ketenregie=x; ketenregie=${token}` }]];
    const statuses = await Promise.all(doors.map(async ([query, headers]) => (await fetch(`${app.url}/session${query}`, { headers })).status));
    expect(statuses).toEqual([204, 204, 204, 204]);
  });
});

describe('a page of another site', () => {
  const RENAME = JSON.stringify({ query: 'mutation { changeTenantSettings(input: { name: "Gekaapt" }) { name } }' });
  const FOREIGN = [{ 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }, { origin: 'https://kwaad.example' }, { origin: 'null' }] as Record<string, string>[];
  const doors: Record<string, (cookie: string, headers: Record<string, string>) => Promise<Response>> = {
    'a mutation': (cookie, headers) => fetch(`${app.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', 'x-tenant': 'eigen', 'idempotency-key': freshKey(), cookie, ...headers }, body: RENAME }),
    'a file that is brought': (cookie, headers) => fetch(`${app.url}/imports`, { method: 'POST', headers: { 'content-type': 'application/octet-stream', 'x-tenant': 'eigen', 'x-file-name': 'a.csv', cookie, ...headers }, body: 'Naam;E-mail\nA Kwaad;a@kwaad.example\n' }),
    'signing out': (cookie, headers) => fetch(`${app.url}/session`, { method: 'DELETE', headers: { 'content-type': 'application/json', cookie, ...headers } }),
  };

  it.each(Object.entries(doors))('cannot send %s in a visitor’s name, and our own page can', async (_, send) => {
    const cookie = cookieOf(tokenOf(await signIn(await ownerOf([office]))));
    const before = await fingerprint(office.id);
    for (const headers of FOREIGN) expect([headers, (await send(cookie, headers)).status]).toEqual([headers, 403]);
    expect(await fingerprint(office.id)).toBe(before);
    expect((await send(cookie, { 'sec-fetch-site': 'same-origin', origin: app.url })).status).toBeLessThan(300);
  });

  it('cannot send what a form can send', async () => {
    const cookie = cookieOf(tokenOf(await signIn(await ownerOf([office]))));
    const before = await fingerprint(office.id);
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      const sent = await fetch(`${app.url}/graphql?tenant=eigen`, { method: 'POST', headers: { 'content-type': type, cookie, 'idempotency-key': freshKey() }, body: RENAME });
      expect([type, sent.status >= 400]).toEqual([type, true]);
    }
    const got = await fetch(`${app.url}/graphql?query=${encodeURIComponent('mutation { changeTenantSettings(input: { name: "Gekaapt" }) { name } }')}`, { headers: { cookie, 'x-tenant': 'eigen', 'apollo-require-preflight': '1', 'idempotency-key': freshKey() } });
    expect(got.status).toBeGreaterThanOrEqual(400);
    expect(await fingerprint(office.id)).toBe(before);
  });

  it('cannot fetch a list or a report in a visitor’s name, nor read any answer of ours', async () => {
    const cookie = cookieOf(tokenOf(await signIn(await ownerOf([office]))));
    for (const path of ['/exports/companies.xlsx?tenant=eigen', `/reports/review-rounds/${office.roundId}?tenant=eigen`, '/session']) {
      const answer = await fetch(app.url + path, { headers: { cookie, 'sec-fetch-site': 'cross-site', origin: 'https://kwaad.example' } });
      expect([path, answer.headers.get('access-control-allow-origin'), answer.headers.get('cross-origin-resource-policy')]).toEqual([path, null, 'same-origin']);
      if (path !== '/session') expect([path, answer.status]).toEqual([path, 403]);
    }
  });
});

describe('two tabs as two offices', () => {
  it('each act lands in the office of its own tab, whichever was opened last, and names nothing of the other', async () => {
    const caller = (tenant: string, token: string): Caller => ({ token, tenant });
    const token = tokenOf(await signIn(await ownerOf([office, other])));
    const rename = (tenant: string, companyId: string) => app.ask(caller(tenant, token), 'mutation ($id: ID!, $town: String!) { changeCompany(input: { id: $id, town: $town }) { town } }', { variables: { id: companyId, town: `Oord ${freshKey()}` } });
    const both = () => Promise.all([fingerprint(office.id), fingerprint(other.id)]);
    const [own, others] = await both();
    expect(codeOf(await rename('eigen', office.a.companyId))).toBeNull();
    const [ownAfter, othersAfter] = await both();
    expect([ownAfter === own, othersAfter === others]).toEqual([false, true]);
    // The old tab's object under the new tab's office, and the other way round: as one that does not exist.
    for (const [tenant, id] of [['ander', office.a.companyId], ['eigen', other.a.companyId]] as const) expect((await rename(tenant, id)).text).toBe((await rename(tenant, newId())).text);
    expect(await both()).toEqual([ownAfter, othersAfter]);
  });
});

describe('what is looked up', () => {
  it('is the same for an account that does not exist as for a wrong password, and for an office that does not exist as for another’s', async () => {
    const email = await ownerOf([office]);
    const token = tokenOf(await signIn(email));
    const heard = hearStatements();
    const of = async (work: () => Promise<unknown>): Promise<string[]> => {
      heard.take();
      await work();
      return heard.take();
    };
    try {
      const [wrong, unknown] = [await of(() => signIn(email, { password: 'fout wachtwoord' })), await of(() => signIn('niemand@nergens.example'))];
      expect(unknown).toEqual(wrong);
      expect(wrong.length).toBeGreaterThan(5);
      const tenantOf = (slug: string) => of(() => app.ask({ token, tenant: slug }, '{ tenant { name } }'));
      const [another, none, own] = [await tenantOf('ander'), await tenantOf('bestaat-niet'), await tenantOf('eigen')];
      expect(none).toEqual(another);
      expect(own.length).toBeGreaterThan(another.length);
    } finally {
      heard.stop();
    }
  });

  it('is counted by address too: who tries one password on many accounts is stopped', async () => {
    const email = await ownerOf([office]);
    const tries: number[] = [];
    for (let at = 0; at < 60 && tries.at(-1) !== 429; at += 1) tries.push((await signIn(`iemand-${at}@eigen.example`, { password: 'fout wachtwoord' })).status);
    expect(tries.at(-1)).toBe(429);
    expect((await signIn(email)).status).toBe(429);
  });
});
