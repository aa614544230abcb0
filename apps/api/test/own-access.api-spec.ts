import { addMember, ensureAccount, openSession } from '@ketenregie/identity-server';
import { recordMeans, recordPeople } from '@ketenregie/people-server';
import { calendarDate } from '@ketenregie/kernel';
import { systemScope } from '@ketenregie/platform/db';
import type { Role } from '@ketenregie/tenants-domain';
import { type Caller, TestApp, codeOf } from './app.js';
import { type Office, makeOffice } from './fixtures/office.js';

const TODAY = calendarDate('2026-11-23');
const MINE = '{ mine { fullName means { supplierReference } rights { companyName personName can may } administrators } }';

let app: TestApp;
let office: Office;
let other: Office;
let colleagueId: string;

beforeAll(async () => {
  app = await TestApp.start();
  [office, other] = [await makeOffice(app.db, 'eigen', { mark: 'Eigen', digits: '1010' }), await makeOffice(app.db, 'ander', { mark: 'Ander', digits: '2020' })];
  colleagueId = await app.db.write(systemScope(office.id), async (writer) => {
    const recording = { referenceOn: TODAY, importId: null, recordedBy: 'system' };
    const person = { position: 0, fullName: 'Collega Zonder', initials: null, email: null, jobTitle: null, isDirector: false, inServiceFrom: null, inServiceUntil: null, isAuthoritative: true };
    const personId = (await recordPeople(writer, [person], recording))[0]?.personId ?? '';
    await recordMeans(writer, [{ position: 0, personId, supplierKey: 'kpn', supplierReference: 'C-9', level: 'EH3', variant: 'standard', state: 'active', statedOn: TODAY, issuedOn: null, endsOn: null, lastUsedOn: null, method: null }], recording);
    return personId;
  });
}, 30_000);
afterAll(() => app.stop());

let accounts = 0;

/** A member who is a person of the staff list, with these clients assigned. */
async function somebody(personId: string, roles: readonly Role[] = ['employee'], clients: readonly string[] = []): Promise<Caller> {
  const accountId = await ensureAccount(app.db, { login: `iemand-${(accounts += 1)}@eigen.example`, displayName: 'Iemand' });
  await app.db.write(systemScope(office.id), (writer) => addMember(writer, { accountId, roles, clients, personId, displayName: `Lid ${accounts}` }));
  return { token: await openSession(app.db, accountId), tenant: office.slug };
}

const mineOf = async (caller: Caller): Promise<unknown> => (await app.ask(caller, MINE)).body.data?.['mine'];

const ALL_OF_HIS = {
  fullName: 'Eigen Person',
  means: [{ supplierReference: 'Eigen-U1' }],
  rights: ['Alfa', 'Beta'].map((name) => ({ companyName: `Eigen ${name} BV`, personName: 'Eigen Person', can: 'yes', may: expect.any(String) })),
};

it('shows an employee his own means and rights at every client, and nothing of anybody else', async () => {
  const employee = await somebody(office.personId);
  expect(await mineOf(employee)).toMatchObject(ALL_OF_HIS);
  expect((await app.ask(employee, MINE)).text).not.toMatch(/Collega|C-9|Ander/);
});

it('shows a colleague who is linked nowhere his means alone', async () => {
  const answer = await mineOf(await somebody(colleagueId));
  expect(answer).toMatchObject({ fullName: 'Collega Zonder', means: [{ supplierReference: 'C-9' }], rights: [] });
});

it('shows an adviser of one client his rights at the other too, while every list still stops at the wall', async () => {
  const adviser = await somebody(office.personId, ['adviser'], [office.a.clientId]);
  expect(await mineOf(adviser)).toMatchObject(ALL_OF_HIS);
  expect((await app.ask(adviser, '{ accessList { edges { node { companyName } } } }')).text).not.toContain('Beta');
  expect((await app.ask(adviser, '{ companies { edges { node { name } } } }')).text).not.toContain('Beta');
});

it('gives an employee no list, no person and no answer beside it', async () => {
  const employee = await somebody(office.personId);
  for (const document of ['{ people { totalCount } }', '{ accessList { totalCount } }', '{ companies { totalCount } }', '{ tasks { totalCount } }', `{ person(id: "${office.personId}") { fullName } }`]) {
    expect([document, codeOf(await app.ask(employee, document))]).toEqual([document, 'FORBIDDEN']);
  }
});

it('shows nothing to who is nobody of the staff list, to a client’s contact, and at another office', async () => {
  expect(await mineOf(await app.member(office, ['employee'], []))).toBeNull();
  expect(codeOf(await app.ask(await app.member(office, ['client-contact'], [office.a.clientId]), MINE))).toBe('FORBIDDEN');
  const employee = await somebody(office.personId);
  expect(codeOf(await app.ask({ ...employee, tenant: other.slug }, MINE))).toBe('NOT_FOUND');
});

it('names who administers, to turn to when a phone is lost', async () => {
  await somebody(colleagueId, ['office-administrator']);
  expect(await mineOf(await somebody(office.personId))).toMatchObject({ administrators: [expect.stringMatching(/^Lid \d+$/)] });
});
