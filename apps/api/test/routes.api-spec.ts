import { newId } from '@ketenregie/kernel';
import { ROLES, mayDo } from '@ketenregie/tenants-domain';
import { type Caller, TestApp } from './app.js';
import { fingerprintOf } from './fixtures/fingerprint.js';
import { type Office, makeOffice } from './fixtures/office.js';
import { ROUTES, type RouteFixture } from './fixtures/routes.js';

const MARK = 'Zwanebloem';
const guarded = Object.entries(ROUTES).filter(([, { isOpen }]) => isOpen !== true);

let app: TestApp;
let office: Office;
let other: Office;
let owner: Caller;
let stranger: Caller;
let fingerprint: (tenantId: string) => Promise<string>;

beforeAll(async () => {
  app = await TestApp.start();
  fingerprint = await fingerprintOf(app.database);
  office = await makeOffice(app.db, 'eigen', { mark: MARK, digits: '1010' });
  other = await makeOffice(app.db, 'ander', { mark: 'Ander', digits: '2020' });
  owner = await app.member(office, ['owner']);
  stranger = await app.member(other, ['owner']);
}, 30_000);
afterAll(() => app.stop());

interface Reply {
  readonly status: number;
  readonly text: string;
}

async function ask(caller: Caller, route: string, { addresses = [], addressOf, headers = {}, body }: RouteFixture, suffix = ''): Promise<Reply> {
  const own = { ...headers, ...(caller.token !== null && { cookie: `__Host-ketenregie=${caller.token}` }), ...(caller.tenant !== null && { 'x-tenant': caller.tenant }) };
  const replies = await Promise.all(
    (addressOf === undefined ? addresses : [addressOf(office)]).map(async (address) => {
      const response = await fetch(`${app.url}${address}${suffix}`, { method: route.split(' ')[0] ?? 'GET', headers: own, ...(body !== undefined && { body }) });
      return { status: response.status, text: await response.text() };
    }),
  );
  return { status: Math.max(...replies.map(({ status }) => status)), text: replies.map(({ text }) => text).join('\n') };
}

it('has a fixture for each route that is served, and none for what is not there', () => {
  const listed = new Set(Object.keys(ROUTES).map((name) => name.split(' ').slice(0, 2).join(' ')));
  const served = app.routes().filter((route) => !route.includes('/graphql'));
  expect([...listed].sort()).toEqual([...new Set(served)].sort());
});

describe.each(guarded)('%s', (route, fixture) => {
  it('is refused to a stranger, and to another office as if there were none', async () => {
    const before = await fingerprint(office.id);
    expect((await ask({ token: null, tenant: 'eigen' }, route, fixture)).status).toBe(401);
    const [reached, missing] = [await ask({ ...stranger, tenant: 'eigen' }, route, fixture), await ask({ ...stranger, tenant: 'bestaat-niet' }, route, fixture)];
    expect([reached.status, reached.text]).toEqual([404, missing.text]);
    expect(await fingerprint(office.id)).toBe(before);
  });

  it('gives another office nothing of this one, and the owner what is his', async () => {
    const theirs = await ask(stranger, route, fixture);
    expect([theirs.status < 300 || (theirs.status === 404 && fixture.addressOf !== undefined), theirs.text.includes(MARK)]).toEqual([true, false]);
    const ours = await ask(owner, route, fixture);
    expect(ours.status).toBeLessThan(300);
    expect(ours.text.includes(fixture.shows ?? '')).toBe(true);
  });

  it('gives a member of one client nothing of another', async () => {
    const ofBeta = await app.member(office, ['adviser', 'auditor'], [office.b.clientId]);
    const answer = await ask(ofBeta, route, fixture);
    expect(answer.text).not.toContain(`${MARK} Alfa`);
    if (fixture.addressOf !== undefined) expect(answer).toEqual(await ask(ofBeta, route, { ...fixture, addressOf: () => fixture.addressOf?.({ ...office, roundId: newId() }) ?? '' }));
    expect(mayDo(['client-contact'], 'export.make')).toBe(false);
  });

  it('is allowed or forbidden to each role as the table says, and changes nothing for who may not', async () => {
    for (const role of ROLES) {
      const caller = await app.member(office, [role], role === 'client-contact' ? [office.a.clientId] : 'all');
      const before = await fingerprint(office.id);
      const { status } = await ask(caller, route, fixture);
      const isAllowed = (fixture.actions ?? []).every((action) => mayDo([role], action));
      expect([role, status < 300, status]).toEqual([role, isAllowed, isAllowed ? status : 403]);
      if (!isAllowed) expect(await fingerprint(office.id)).toBe(before);
    }
  });

  it('breaks on no character that cannot be kept', async () => {
    for (const suffix of ['?search=a%00b', '?supplier=a%00b&kind=', '?tenant=a%00b', '?search=%ED%A0%80', '?action=%00', '?a[b][c]=1&a[b]=2', `?search=${'x'.repeat(4_000)}`]) {
      expect([suffix.slice(0, 20), (await ask(owner, route, fixture, suffix)).status]).toEqual([suffix.slice(0, 20), expect.any(Number)]);
      expect((await ask(owner, route, fixture, suffix)).status).toBeLessThan(500);
    }
  });
});
