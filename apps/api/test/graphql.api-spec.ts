import { newId } from '@ketenregie/kernel';
import { type Caller, TestApp, codeOf, freshKey } from './app.js';
import { type Office, makeOffice } from './fixtures/office.js';

let app: TestApp;
let office: Office;
let owner: Caller;

beforeAll(async () => {
  app = await TestApp.start();
  office = await makeOffice(app.db, 'eigen', { mark: 'Eigen', digits: '1010' });
  owner = await app.member(office, ['owner']);
}, 30_000);
afterAll(() => app.stop());

const post = (body: string, headers: Record<string, string>): Promise<Response> =>
  fetch(`${app.url}/graphql`, { method: 'POST', headers: { cookie: `__Host-ketenregie=${owner.token}`, 'x-tenant': 'eigen', ...headers }, body });

describe('a session', () => {
  it('is needed for everything, and one that is none helps nobody', async () => {
    for (const token of [null, 'x', 'A'.repeat(43)]) {
      const answer = await app.ask({ token, tenant: 'eigen' }, '{ tenant { name } }');
      expect([answer.status, codeOf(answer)]).toEqual([401, 'UNAUTHENTICATED']);
    }
    expect(codeOf(await app.ask(owner, '{ tenant { name } }'))).toBeNull();
  });

  it('gives the same answer for an office that is not there, not his, or not named', async () => {
    await makeOffice(app.db, 'vreemd', { mark: 'Vreemd', digits: '3030' });
    const texts = await Promise.all(['vreemd', 'bestaat-niet', null].map(async (tenant) => (await app.ask({ ...owner, tenant }, '{ tenant { name } }')).text));
    expect(new Set(texts).size).toBe(1);
    expect(texts[0]).toContain('NOT_FOUND');
  });

  it('stops working at the next request once the member has ended', async () => {
    const leaver = await app.member(office, ['adviser']);
    expect(codeOf(await app.ask(leaver, '{ tenant { name } }'))).toBeNull();
    await app.database.asAdmin(`update member set state = 'ended' where id = $1`, [leaver.memberId]);
    expect(codeOf(await app.ask(leaver, '{ tenant { name } }'))).toBe('NOT_FOUND');
  });
});

describe('an idempotency key', () => {
  const RECORD = 'mutation ($name: String!) { recordPerson(input: { fullName: $name }) { id } }';
  const countOf = async (name: string): Promise<number> => (await app.database.asAdmin<{ n: number }>('select count(*)::int as n from person_version where full_name = $1', [name]))[0]?.n ?? 0;

  it('is needed for a mutation, and has 8 to 100 characters', async () => {
    expect(codeOf(await app.ask(owner, RECORD, { variables: { name: 'Zonder' }, key: null }))).toBe('IDEMPOTENCY_KEY_MISSING');
    expect(codeOf(await app.ask(owner, RECORD, { variables: { name: 'Zonder' }, key: 'kort' }))).toBe('INVALID_INPUT');
    expect(await countOf('Zonder')).toBe(0);
  });

  it('gives the first answer again for the same content, and refuses other content', async () => {
    const key = freshKey();
    const first = await app.ask(owner, RECORD, { variables: { name: 'Eenmaal' }, key });
    expect((await app.ask(owner, RECORD, { variables: { name: 'Eenmaal' }, key })).text).toBe(first.text);
    expect(codeOf(await app.ask(owner, RECORD, { variables: { name: 'Anders' }, key }))).toBe('IDEMPOTENCY_CONFLICT');
    expect([await countOf('Eenmaal'), await countOf('Anders')]).toEqual([1, 0]);
  });

  it('has one effect when twenty come at once', async () => {
    const key = freshKey();
    const answers = await Promise.all(Array.from({ length: 20 }, () => app.ask(owner, RECORD, { variables: { name: 'Tegelijk' }, key })));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(await countOf('Tegelijk')).toBe(1);
  });

  it('is somebody’s own: another member may use the same', async () => {
    const key = freshKey();
    const other = await app.member(office, ['owner']);
    await app.ask(owner, RECORD, { variables: { name: 'Van A' }, key });
    expect(codeOf(await app.ask(other, RECORD, { variables: { name: 'Van B' }, key }))).toBeNull();
  });
});

describe('a document', () => {
  const deep = (levels: number): string => `{ __schema ${'{ types { fields { type '.repeat(levels)}{ name }${' } } }'.repeat(levels)} }`;

  it.each([
    ['too deep', deep(12)],
    ['of many aliases', `{ ${Array.from({ length: 40 }, (_, i) => `a${i}: tenant { name }`).join(' ')} }`],
    ['of ten thousand aliases', `{ ${Array.from({ length: 10_000 }, (_, i) => `a${i}: tenant { name }`).join(' ')} }`],
    ['of two mutations', 'mutation { a: recordPerson(input: { fullName: "A" }) { id } b: recordPerson(input: { fullName: "B" }) { id } }'],
    ['that goes round', 'query { ...A } fragment A on Query { ...B } fragment B on Query { ...A }'],
    ['of something that is not there', '{ tenent { name } }'],
    ['that is none', '{ tenant { name '],
  ])('%s is refused, in few words and without help', async (_, query) => {
    const answer = await app.ask(owner, query);
    expect(answer.status).toBe(400);
    expect(answer.text.length).toBeLessThan(4_000);
    expect(answer.text).not.toMatch(/Did you mean|stacktrace|node_modules/);
  });

  it('with a wrong variable is refused by name', async () => {
    const answer = await app.ask(owner, 'query ($first: Int!) { companies(first: $first) { totalCount } }', { variables: { first: 'veel' } });
    expect(codeOf(answer)).toBe('BAD_USER_INPUT');
  });

  it('asks for 1 to 200 rows, never for all', async () => {
    for (const first of [0, -1, 201]) expect(codeOf(await app.ask(owner, `{ companies(first: ${first}) { totalCount } }`))).toBe('INVALID_INPUT');
  });

  it('is not taken from a form, a text, a GET or a batch', async () => {
    const mutation = JSON.stringify({ query: 'mutation { recordPerson(input: { fullName: "Form" }) { id } }' });
    const form = await post('query=%7Btenant%7Bname%7D%7D', { 'content-type': 'application/x-www-form-urlencoded' });
    const text = await post(mutation, { 'content-type': 'text/plain' });
    const batch = await post(`[${mutation}]`, { 'content-type': 'application/json' });
    const get = await fetch(`${app.url}/graphql?query=%7Btenant%7Bname%7D%7D`, { headers: { cookie: `__Host-ketenregie=${owner.token}`, 'x-tenant': 'eigen' } });
    expect([form.status, text.status, batch.status, get.status].every((status) => status >= 400 && status < 500)).toBe(true);
  });
});

describe('what goes wrong', () => {
  it('is told without a word of SQL, and a thing that is not there has no more to say than that', async () => {
    await app.database.asAdmin('alter table person rename to person_away');
    const broken = await app.ask(owner, '{ people { totalCount } }');
    await app.database.asAdmin('alter table person_away rename to person');
    expect(codeOf(broken)).toBe('INTERNAL');
    expect(broken.text).not.toMatch(/relation|person|select/);
    const missing = await app.ask(owner, 'query ($id: ID!) { person(id: $id) { fullName } }', { variables: { id: newId() } });
    expect([codeOf(missing), missing.body.errors?.[0]?.message]).toEqual(['NOT_FOUND', 'The person was not found.']);
  });

  it.each(["' or 1=1 --", '00000000-0000-0000-0000-00000000000g', 'x'.repeat(500)])('is never SQL where the id is %j', async (id) => {
    expect(codeOf(await app.ask(owner, 'query ($id: ID!) { company(id: $id) { name } }', { variables: { id } }))).toBe('INVALID_INPUT');
  });
});

describe('in production', () => {
  it('the schema is not told', async () => {
    const production = await TestApp.start({ isProduction: true });
    try {
      const own = await makeOffice(production.db, 'prod', { mark: 'Prod', digits: '4040' });
      const member = await production.member(own, ['owner']);
      const answer = await production.ask(member, '{ __schema { types { name } } }');
      expect([answer.status, answer.body.data ?? null]).toEqual([400, null]);
    } finally {
      await production.stop();
    }
  }, 20_000);
});
