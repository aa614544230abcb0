import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { newId } from '@ketenregie/kernel';
import { ROLES, mayDo } from '@ketenregie/tenants-domain';
import { type Answered, type Caller, TestApp, codeOf } from './app.js';
import { fingerprintOf } from './fixtures/fingerprint.js';
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
/** What the owner decided: only he takes it back. */
let actId: string;
let fingerprint: (tenantId: string) => Promise<string>;

beforeAll(async () => {
  app = await TestApp.start();
  fingerprint = await fingerprintOf(app.database);
  office = await makeOffice(app.db, 'eigen', { mark: MARK, digits: '1010' });
  other = await makeOffice(app.db, 'ander', { mark: 'Ander', digits: '2020' });
  roles = new Map();
  for (const role of ROLES) roles.set(role, await app.member(office, [role], role === 'client-contact' ? [office.a.clientId] : 'all'));
  owner = roles.get('owner') as Caller;
  stranger = await app.member(other, ['owner']);
  ofBeta = await app.member(office, ['adviser', 'auditor'], [office.b.clientId]);
  contactOfBeta = await app.member(office, ['client-contact'], [office.b.clientId]);
  const decided = await app.ask(owner, 'mutation ($id: ID!) { decideReviewLines(input: { ids: [$id], decision: "keep" }) { id } }', { variables: { id: office.lineId } });
  actId = (decided.body.data?.['decideReviewLines'] as { id: string }).id;
}, 30_000);
afterAll(() => app.stop());

const importsOf = ({ importId, repairKey, otherImportId, appliedImportId, doubtfulMailId }: Office) => ({ importId, repairKey, otherImportId, appliedImportId, doubtfulMailId });
const reviewsOf = ({ roundId, lineId, programmeId, unstartedProgrammeId }: Office) => ({ roundId, lineId, programmeId, unstartedProgrammeId, actId });

const alfa = (): Aim => ({ ...office.a, ...importsOf(office), ...reviewsOf(office), personId: office.personId, personName: office.personName });

/** The same aim at things that are not there. */
const nowhere = (): Aim => ({
  ...{ clientId: newId(), companyId: newId(), companyName: 'x', kvkNumber: '90999999', clientHalfId: newId(), officeHalfId: newId(), changeId: newId() },
  ...{ personId: newId(), personName: 'Niemand Nergens', importId: newId(), repairKey: 'x', otherImportId: newId(), appliedImportId: newId(), doubtfulMailId: newId() },
  ...{ roundId: newId(), lineId: newId(), actId: newId(), programmeId: newId(), unstartedProgrammeId: newId() },
});

/** Calls, and says whether anything of the office changed by it. */
async function effectOf(work: () => Promise<unknown>): Promise<boolean> {
  const before = await fingerprint(office.id);
  await work();
  return (await fingerprint(office.id)) !== before;
}

function call(caller: Caller, { document, variables }: OperationFixture, aim: Aim): Promise<Answered> {
  return app.ask(caller, document, { variables: variables?.(aim) ?? {} });
}

it('has a fixture for each operation of the schema, and none for what is not there', () => {
  expect(operations.map(([name]) => name).sort()).toEqual([...rootFields].sort());
});

describe.each(operations)('%s', (name, fixture) => {
  it('is refused to a stranger', async () => {
    const work = async (): Promise<void> => {
      const answer = await call({ token: null, tenant: 'eigen' }, fixture, alfa());
      expect([answer.status, codeOf(answer)]).toEqual([401, 'UNAUTHENTICATED']);
    };
    expect(await effectOf(work)).toBe(false);
  });

  it('shows another tenant what it shows of things that are not there, and lets it change nothing', async () => {
    let [reached, missing] = [] as Answered[] as [Answered, Answered];
    const work = async (): Promise<void> => void ([reached, missing] = [await call(stranger, fixture, alfa()), await call(stranger, fixture, nowhere())]);
    expect(await effectOf(work)).toBe(false);
    expect(reached.text).not.toContain(MARK);
    if (fixture.variables !== undefined && fixture.isTenantWide !== true) expect([reached.status, reached.text]).toEqual([missing.status, missing.text]);
    expect((await call({ ...owner, tenant: 'ander' }, fixture, alfa())).text).toBe((await call({ ...owner, tenant: 'bestaat-niet' }, fixture, alfa())).text);
  });

  it('shows a member of another client nothing of this one, and lets him change nothing of it', async () => {
    const answers: Answered[] = [];
    const work = async (): Promise<void> => void answers.push(await call(ofBeta, fixture, alfa()), await call(contactOfBeta, fixture, alfa()));
    const hasEffect = await effectOf(work);
    if (fixture.variables !== undefined && fixture.isTenantWide !== true) expect(hasEffect).toBe(false);
    for (const { text } of answers) expect(text).not.toContain(`${MARK} Alfa`);
    if (fixture.variables === undefined || fixture.isTenantWide === true) return;
    const missing = await call(ofBeta, fixture, { ...nowhere(), personName: office.personName, personId: office.personId });
    expect(answers[0]?.text).toBe(missing.text);
  });

  it('works for the owner of its own office', async () => {
    const answer = await call(owner, fixture, alfa());
    if (fixture.refusedHere !== undefined) return expect(codeOf(answer)).toBe(fixture.refusedHere);
    expect(answer.body.errors).toBeUndefined();
    if (fixture.variables !== undefined && fixture.isEmptyFine !== true && !rootIsMutation(name)) expect(JSON.stringify(answer.body.data)).not.toMatch(/"totalCount":0|:\[\]}$/);
  });

  it('is allowed or forbidden to each role as the table says', async () => {
    for (const [role, caller] of roles) {
      const isAllowed = fixture.action === null || mayDo([role as (typeof ROLES)[number]], fixture.action);
      let code: string | null = null;
      const hasEffect = await effectOf(async () => void (code = codeOf(await call(caller, fixture, alfa()))));
      if (isAllowed) expect([role, code]).not.toEqual([role, 'FORBIDDEN']);
      else expect([role, code, hasEffect]).toEqual([role, 'FORBIDDEN', false]);
    }
  });
});

it('sees an effect where there is one', async () => {
  const { changePerson } = OPERATIONS;
  if (changePerson === undefined) throw new Error('no fixture');
  expect(await effectOf(() => call(owner, { ...changePerson, document: changePerson.document.replace('fiscalist', 'notaris') }, alfa()))).toBe(true);
});

function rootIsMutation(name: string): boolean {
  return Object.hasOwn(schema.getMutationType()?.getFields() ?? {}, name);
}
