import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { newId } from '@ketenregie/kernel';
import { ROLES, mayDo } from '@ketenregie/tenants-domain';
import { type Answered, type Caller, TestApp, codeOf } from './app.js';
import { type Office, makeOffice } from './fixtures/office.js';
import { type Aim, OPERATIONS, type OperationFixture } from './fixtures/operations.js';

const schema = buildSchema(readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8'));
const rootFields = [schema.getQueryType(), schema.getMutationType()].flatMap((type) => Object.keys(type?.getFields() ?? {}));
const operations = Object.entries(OPERATIONS);
const MARK = 'Zwanebloem';

let app: TestApp;
let office: Office;
let other: Office;
let roles: Map<string, Caller>;
let owner: Caller;
let stranger: Caller;
let ofBeta: Caller;
let contactOfBeta: Caller;

beforeAll(async () => {
  app = await TestApp.start();
  office = await makeOffice(app.db, 'eigen', { mark: MARK, digits: '1010' });
  other = await makeOffice(app.db, 'ander', { mark: 'Ander', digits: '2020' });
  roles = new Map();
  for (const role of ROLES) roles.set(role, await app.member(office, [role], role === 'client-contact' ? [office.a.clientId] : 'all'));
  owner = roles.get('owner') as Caller;
  stranger = await app.member(other, ['owner']);
  ofBeta = await app.member(office, ['adviser', 'auditor'], [office.b.clientId]);
  contactOfBeta = await app.member(office, ['client-contact'], [office.b.clientId]);
}, 30_000);
afterAll(() => app.stop());

const importsOf = ({ importId, repairKey, otherImportId, appliedImportId }: Office) => ({ importId, repairKey, otherImportId, appliedImportId });

const alfa = (): Aim => ({ ...office.a, ...importsOf(office), personId: office.personId, personName: office.personName });

/** The same aim at things that are not there. */
const nowhere = (): Aim => ({
  ...{ clientId: newId(), companyId: newId(), companyName: 'x', kvkNumber: '90999999', clientHalfId: newId(), officeHalfId: newId(), changeId: newId() },
  ...{ personId: newId(), personName: 'Niemand Nergens', importId: newId(), repairKey: 'x', otherImportId: newId(), appliedImportId: newId() },
});

function call(caller: Caller, { document, variables }: OperationFixture, aim: Aim): Promise<Answered> {
  return app.ask(caller, document, { variables: variables?.(aim) ?? {} });
}

it('has a fixture for each operation of the schema, and none for what is not there', () => {
  expect(operations.map(([name]) => name).sort()).toEqual([...rootFields].sort());
});

describe.each(operations)('%s', (name, fixture) => {
  it('is refused to a stranger', async () => {
    const answer = await call({ token: null, tenant: 'eigen' }, fixture, alfa());
    expect([answer.status, codeOf(answer)]).toEqual([401, 'UNAUTHENTICATED']);
  });

  it('shows another tenant what it shows of things that are not there', async () => {
    const [reached, missing] = [await call(stranger, fixture, alfa()), await call(stranger, fixture, nowhere())];
    expect(reached.text).not.toContain(MARK);
    if (fixture.variables !== undefined && fixture.isTenantWide !== true) expect([reached.status, reached.text]).toEqual([missing.status, missing.text]);
    expect((await call({ ...owner, tenant: 'ander' }, fixture, alfa())).text).toBe((await call({ ...owner, tenant: 'bestaat-niet' }, fixture, alfa())).text);
  });

  it('shows a member of another client nothing of this one', async () => {
    const answers = [await call(ofBeta, fixture, alfa()), await call(contactOfBeta, fixture, alfa())];
    for (const { text } of answers) expect(text).not.toContain(`${MARK} Alfa`);
    if (fixture.variables === undefined || fixture.isTenantWide === true) return;
    const missing = await call(ofBeta, fixture, { ...nowhere(), personName: office.personName, personId: office.personId });
    expect(answers[0]?.text).toBe(missing.text);
  });

  it('works for the owner of its own office', async () => {
    const answer = await call(owner, fixture, alfa());
    expect(answer.body.errors).toBeUndefined();
    if (fixture.variables !== undefined && fixture.isEmptyFine !== true && !rootIsMutation(name)) expect(JSON.stringify(answer.body.data)).not.toMatch(/"totalCount":0|:\[\]}$/);
  });

  it('is allowed or forbidden to each role as the table says', async () => {
    for (const [role, caller] of roles) {
      const isAllowed = fixture.action === null || mayDo([role as (typeof ROLES)[number]], fixture.action);
      const code = codeOf(await call(caller, fixture, alfa()));
      if (isAllowed) expect([role, code]).not.toEqual([role, 'FORBIDDEN']);
      else expect([role, code]).toEqual([role, 'FORBIDDEN']);
    }
  });
});

function rootIsMutation(name: string): boolean {
  return Object.hasOwn(schema.getMutationType()?.getFields() ?? {}, name);
}
