import { readFileSync } from 'node:fs';
import { type GraphQLField, buildSchema, getNamedType, isObjectType } from 'graphql';
import { newId } from '@ketenregie/kernel';
import { hearStatements, type StatementsHeard } from '@ketenregie/platform/testing';
import { type Caller, TestApp } from './app.js';
import { fingerprintOf } from './fixtures/fingerprint.js';
import { documentOf, idArguments } from './fixtures/hostile-values.js';
import { type Office, makeOffice } from './fixtures/office.js';
import { OPERATIONS } from './fixtures/operations.js';

type Kind = 'query' | 'mutation';
type RootField = GraphQLField<unknown, unknown>;

const schema = buildSchema(readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8'));
const rootFields = (['query', 'mutation'] as const).flatMap((kind) =>
  Object.values((kind === 'query' ? schema.getQueryType() : schema.getMutationType())?.getFields() ?? {}).map((field): [string, Kind, RootField] => [field.name, kind, field]),
);
const named = rootFields.filter(([, , field]) => idArguments(field, {}).length > 0);

let app: TestApp;
let office: Office;
let other: Office;
let owner: Caller & { readonly memberId: string };
let reviewerId: string;
let fingerprint: (tenantId: string) => Promise<string>;
let statements: StatementsHeard;
/** Who guesses, what he has himself, and the ids of others that he names. */
let guessers: readonly { readonly who: string; readonly caller: Caller; readonly own: object; readonly foreign: readonly string[] }[];

beforeAll(async () => {
  statements = hearStatements();
  app = await TestApp.start();
  fingerprint = await fingerprintOf(app.database);
  office = await makeOffice(app.db, 'eigen', { mark: 'Zwanebloem', digits: '1010' });
  other = await makeOffice(app.db, 'ander', { mark: 'Ander', digits: '2020' });
  owner = await app.member(office, ['owner']);
  const contact = await app.member(office, ['client-contact'], [office.a.clientId]);
  const { a } = office;
  await app.ask(owner, 'mutation ($id: ID!) { decideReviewLines(input: { ids: [$id], decision: "keep" }) { id } }', { variables: { id: office.lineId } });
  const [reviewer] = await app.database.asAdmin<{ id: string }>('select reviewer_member_id as id from review_line where tenant_id = $1 and reviewer_member_id is not null limit 1', [office.id]);
  reviewerId = reviewer?.id ?? '';
  const ofAlfa = [a.clientId, a.companyId, a.clientHalfId, a.officeHalfId, a.changeId, office.roundId, office.lineId, office.actId, office.programmeId, office.unstartedProgrammeId, contact.memberId];
  const ofOffice = [...ofAlfa, office.id, office.personId, office.importId, office.otherImportId, office.appliedImportId, office.doubtfulMailId, owner.memberId, reviewerId];
  const roles = ['office-administrator', 'adviser', 'auditor'] as const;
  guessers = [
    { who: 'the owner of another office', caller: await app.member(other, ['owner']), own: { ...other, ...other.a }, foreign: ofOffice },
    { who: 'somebody of another client', caller: await app.member(office, roles, [office.b.clientId]), own: { ...nothing(), ...office.b, personId: office.personId }, foreign: ofAlfa },
  ];
}, 60_000);
afterAll(async () => {
  await app.stop();
  statements.stop();
});

/** Of what belongs to the first client in the fixture: nowhere. */
const nothing = (): object => ({ roundId: newId(), lineId: newId(), actId: newId(), programmeId: newId(), unstartedProgrammeId: newId() });

/** As much as tells whether something was found: how many, else that it is there. */
function askedOf(field: RootField): string {
  const type = getNamedType(field.type);
  const fields = isObjectType(type) ? type.getFields() : {};
  if (field.name === 'access') return 'companyId personId can';
  return Object.hasOwn(fields, 'totalCount') ? 'totalCount' : Object.hasOwn(fields, 'edges') ? 'edges { __typename }' : '__typename';
}

/** Said by the clock and not by what is asked. */
const ONCE_A_MINUTE = /^update session set last_seen_at/;

/** The answer to an id, and all that was asked of the database for it. */
async function said(caller: Caller, [name, kind, field]: [string, Kind, RootField], { own, label, id }: { own: object; label: string; id: string }): Promise<string> {
  // A mutation is given all that it can be about, so that nothing else is in its way; a query no more than it needs, so that nothing else narrows it.
  const variables = OPERATIONS[name]?.variables?.(own as never);
  const known = kind === 'query' ? { ...variables } : { ...own, ...variables };
  const argument = idArguments(field, known).find((each) => each.label === label);
  statements.take();
  const { status, text } = await app.ask(caller, documentOf(kind, field, askedOf(field)), { variables: argument?.naming(id) ?? {} });
  return [`${status} ${text}`, ...statements.take().filter((statement) => !ONCE_A_MINUTE.test(statement))].join('\n\n');
}

/** Where two accounts part: the answer, or the first statement that only one of them took. */
function firstDifference(here: string, nowhere: string): string {
  const [one, other] = [here.split('\n\n'), nowhere.split('\n\n')];
  const at = one.findIndex((part, index) => part !== other[index]);
  return `${(one[at] ?? 'nothing more').slice(0, 300)} and not ${(other[at === -1 ? one.length : at] ?? 'nothing more').slice(0, 300)}`;
}

describe('an id of somebody else', () => {
  it.each(named)('is to %s one that does not exist, in each argument that takes one, and takes the same statements', async (...operation) => {
    const before = await fingerprint(office.id);
    const told: string[] = [];
    for (const { who, caller, own, foreign } of guessers) {
      for (const { label } of idArguments(operation[2], {})) {
        let nowhere = await said(caller, operation, { own, label, id: newId() });
        for (const id of foreign) {
          let here = await said(caller, operation, { own, label, id });
          // What is asked often is read into memory, once and beside the answers: a difference that is one is there each time.
          for (let again = 0; here !== nowhere && again < 3; again += 1) {
            nowhere = await said(caller, operation, { own, label, id: newId() });
            if (here !== nowhere) here = await said(caller, operation, { own, label, id });
          }
          if (here !== nowhere) told.push(`${who}, ${label}: ${firstDifference(here, nowhere)}`);
        }
      }
    }
    expect(told).toEqual([]);
    if (operation[1] === 'query') expect(await fingerprint(office.id)).toBe(before);
  }, 300_000);

  it.each(named.filter(([, kind]) => kind === 'query'))('is one to the owner that makes a difference to %s (the right one can)', async (...operation) => {
    const own = { ...office, ...office.a };
    const ids = [office.a.clientId, office.a.companyId, office.a.clientHalfId, office.a.changeId, office.roundId, office.programmeId, office.personId, office.importId, office.appliedImportId, owner.memberId, reviewerId];
    const differs = await Promise.all(
      idArguments(operation[2], {}).map(async ({ label }) => {
        const nowhere = await said(owner, operation, { own, label, id: newId() });
        const answers = await Promise.all(ids.map((id) => said(owner, operation, { own, label, id })));
        return [label, answers.some((answer) => answer !== nowhere)];
      }),
    );
    expect(differs).toEqual(differs.map(([label]) => [label, true]));
  });
});
