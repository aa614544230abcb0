import { type Answered, type Caller, TestApp, codeOf } from './app.js';
import { type Office, makeOffice } from './fixtures/office.js';

let app: TestApp;
let office: Office;
let owner: Caller & { readonly memberId: string };

beforeAll(async () => {
  app = await TestApp.start();
  office = await makeOffice(app.db, 'eigen', { mark: 'Zwanebloem', digits: '1010' });
  owner = await app.member(office, ['owner']);
}, 30_000);
afterAll(() => app.stop());

const LIST = 'query ($after: String) { accessList(first: 1, after: $after) { totalCount viewCounts { count } edges { cursor node { companyName } } } }';
const ASKED = 'query ($person: String!, $kvk: String) { access(person: $person, company: { kvk: $kvk }, service: "bd-ob") { companyName } }';
const COMPANIES = 'query ($after: String) { companies(first: 1, after: $after) { totalCount edges { cursor node { name } } } }';
const ask = (caller: Caller, document: string, variables: object = {}): Promise<Answered> => app.ask(caller, document, { variables });
const asked = (caller: Caller): Promise<Answered> => ask(caller, ASKED, { person: office.personName, kvk: office.a.kvkNumber });
const exported = async ({ token }: Caller): Promise<string> => (await fetch(`${app.url}/exports/access.csv?tenant=eigen`, { headers: { cookie: `__Host-ketenregie=${token}` } })).text();
const session = ({ token }: Caller): Promise<Response> => fetch(`${app.url}/session`, { headers: { cookie: `__Host-ketenregie=${token}` } });

/** Lists are kept and facts read into memory for who asks more than once. */
async function askOften(caller: Caller): Promise<Answered[]> {
  for (let time = 0; time < 5; time += 1) await Promise.all([ask(caller, LIST), asked(caller)]);
  return [await ask(caller, LIST), await asked(caller), await ask(caller, COMPANIES)];
}

describe('what was withdrawn is gone at the next request, and what was kept of it is shown to nobody', () => {
  it('of a client: not in a list that was looked at before, an answer from memory, a later page or a file', async () => {
    const adviser = await app.member(office, ['adviser'], [office.a.clientId]);
    const before = await askOften(adviser);
    expect(before.map(({ text }) => text.includes('Zwanebloem Alfa'))).toEqual([true, true, true]);
    expect(await exported(adviser)).toContain('Zwanebloem Alfa');
    const after = /"cursor":"([^"]+)"/.exec(before[2]?.text ?? '')?.[1];
    await app.database.asAdmin('update member_client set client_id = $2 where member_id = $1', [adviser.memberId, office.b.clientId]);
    const now = [...(await askOften(adviser)), await ask(adviser, COMPANIES, { after })];
    expect(now.map(({ text }) => text.includes('Alfa'))).toEqual([false, false, false, false]);
    expect(now[0]?.text).toContain('Zwanebloem Beta');
    expect(await exported(adviser)).not.toContain('Alfa');
    expect((await ask(owner, LIST)).text).toMatch(/Zwanebloem (Alfa|Beta)/);
  });

  it('of a role: refused though it was just allowed', async () => {
    const auditor = await app.member(office, ['auditor']);
    await askOften(auditor);
    expect(codeOf(await ask(auditor, LIST))).toBeNull();
    await app.database.asAdmin(`update member set roles = '{employee}' where id = $1`, [auditor.memberId]);
    expect([codeOf(await ask(auditor, LIST)), codeOf(await asked(auditor))]).toEqual(['FORBIDDEN', 'FORBIDDEN']);
  });

  it('of a membership: the office is one that does not exist, also at the door', async () => {
    const gone = await app.member(office, ['owner']);
    await askOften(gone);
    expect(await (await session(gone)).text()).toContain('Zwanebloem Office');
    await app.database.asAdmin(`update member set state = 'ended' where id = $1`, [gone.memberId]);
    const nowhere = await ask({ ...gone, tenant: 'bestaat-niet' }, LIST);
    expect([(await ask(gone, LIST)).text, codeOf(nowhere)]).toEqual([nowhere.text, 'NOT_FOUND']);
    expect([await (await session(gone)).text(), (await ask(gone, '{ me { memberships { name } } }')).text].map((text) => text.includes('Zwanebloem'))).toEqual([false, false]);
  });

  it('of an account that is blocked: nothing at all, as to who is not signed in', async () => {
    const blocked = await app.member(office, ['owner']);
    expect([(await session(blocked)).status, codeOf(await ask(blocked, '{ me { login } }'))]).toEqual([200, null]);
    await app.database.asAdmin('update account set blocked_at = now() where id = (select account_id from member where id = $1)', [blocked.memberId]);
    expect([(await session(blocked)).status, codeOf(await ask(blocked, '{ me { login } }')), codeOf(await ask(blocked, 'mutation { changeMyLanguage(language: "en") { login } }'))]).toEqual([204, 'UNAUTHENTICATED', 'UNAUTHENTICATED']);
  });
});

it('a place in a list is no way into another’s: what follows it is one’s own', async () => {
  const ofBeta = await app.member(office, ['adviser'], [office.b.clientId]);
  for (const document of [LIST, COMPANIES]) {
    const { text } = await ask(owner, document);
    const answer = await ask(ofBeta, document, { after: /"cursor":"([^"]+)"/.exec(text)?.[1] });
    expect([codeOf(answer), answer.text.includes('Alfa'), (await ask(ofBeta, document)).text.includes('Beta')]).toEqual([null, false, true]);
  }
});
