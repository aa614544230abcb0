import { calendarDate, newId } from '@ketenregie/kernel';
import { systemScope } from '@ketenregie/platform/db';
import { makeRound, planProgramme, startReviewRound } from '@ketenregie/reviews-server';
import { type Answered, type Caller, TestApp, codeOf } from './app.js';
import { type Office, makeOffice } from './fixtures/office.js';

const TODAY = calendarDate('2026-11-23');

let app: TestApp;
let office: Office;
let owner: Caller & { readonly memberId: string };
let ofAlfa: Caller & { readonly memberId: string };
let ofBeta: Caller & { readonly memberId: string };
let contactOfBeta: Caller & { readonly memberId: string };
/** A round about all clients, closed. */
let roundId: string;

beforeAll(async () => {
  app = await TestApp.start();
  office = await makeOffice(app.db, 'eigen', { mark: 'Zwanebloem', digits: '1010' });
  await makeOffice(app.db, 'ander', { mark: 'Ander', digits: '2020' });
  owner = await app.member(office, ['owner']);
  const roles = ['office-administrator', 'adviser', 'auditor'] as const;
  ofAlfa = await app.member(office, roles, [office.a.clientId]);
  ofBeta = await app.member(office, roles, [office.b.clientId]);
  contactOfBeta = await app.member(office, ['client-contact'], [office.b.clientId]);
  roundId = await closedRound();
}, 60_000);
afterAll(() => app.stop());

const plan = (name: string) => ({ name, every: 'quarter', months: null, startsOn: TODAY, dueDays: 21, fallbackMemberId: null, state: 'active', scope: 'all', clientId: null, supplierKey: null }) as const;

async function closedRound(): Promise<string> {
  const scope = systemScope(office.id);
  const id = await app.db.write(scope, async (writer) => startReviewRound(writer, await planProgramme(writer, plan('Alles'), TODAY), TODAY));
  await makeRound(app.db, { scope, roundId: id });
  await ask(owner, 'mutation ($id: ID!) { closeReviewRound(id: $id) { state } }', { id });
  return id;
}

/** An office in which only one client has chains that a round of all clients takes up, while another's had ended; and who sees that one alone. */
async function roundOfHisLinesAlone(): Promise<{ readonly roundId: string; readonly ofOne: Caller; readonly ofAll: Caller }> {
  const third = await makeOffice(app.db, 'derde', { mark: 'Derde', digits: '3030' });
  await app.database.asAdmin(`update authorisation_version set state = 'ended', ends_on = '2026-01-01' where tenant_id = $1 and client_id = $2`, [third.id, third.b.clientId]);
  const scope = systemScope(third.id);
  const id = await app.db.write(scope, async (writer) => startReviewRound(writer, await planProgramme(writer, plan('Alles nog eens'), TODAY), TODAY));
  await makeRound(app.db, { scope, roundId: id });
  return { roundId: id, ofOne: await app.member(third, ['office-administrator'], [third.a.clientId]), ofAll: await app.member(third, ['owner']) };
}

const ask = (caller: Caller, document: string, variables: object = {}): Promise<Answered> => app.ask(caller, document, { variables });
const dataOf = async <Data>(caller: Caller, document: string, variables: object = {}): Promise<Data> => {
  const answer = await ask(caller, document, variables);
  if (answer.body.data == null) throw new Error(answer.text);
  return answer.body.data as Data;
};

describe('to who sees some clients', () => {
  it('the contacts of others are not there, nor is of how many clients a colleague is; the owner sees all', async () => {
    const wide = await app.member(office, ['adviser'], [office.a.clientId, office.b.clientId]);
    const membersFor = async (caller: Caller) => new Map((await dataOf<{ members: { id: string; clientCount: number }[] }>(caller, '{ members { id clientCount } }')).members.map(({ id, clientCount }) => [id, clientCount]));
    const [seenByAlfa, seenByBeta, seenByOwner] = [await membersFor(ofAlfa), await membersFor(ofBeta), await membersFor(owner)];
    expect([seenByAlfa, seenByBeta, seenByOwner].map((members) => members.has(contactOfBeta.memberId))).toEqual([false, true, true]);
    expect([seenByAlfa, seenByBeta, seenByOwner].map((members) => members.get(wide.memberId))).toEqual([1, 1, 2]);
    expect([seenByAlfa.get(ofBeta.memberId), seenByAlfa.get(ofAlfa.memberId), seenByAlfa.has(owner.memberId)]).toEqual([0, 1, true]);
  });

  it('what a round of all clients led to is not counted, in the portal or on paper; to the owner it is', async () => {
    const closing = async (caller: Caller) => (await dataOf<{ reviewRound: { closing: object | null } }>(caller, 'query ($id: ID!) { reviewRound(id: $id) { closing { revokes } } }', { id: roundId })).reviewRound.closing;
    expect([await closing(ofAlfa), await closing(owner)]).toEqual([null, { revokes: 0 }]);
    const report = async ({ token }: Caller) => (await fetch(`${app.url}/reports/review-rounds/${roundId}?tenant=eigen&language=nl`, { headers: { cookie: `__Host-ketenregie=${token}` } })).text();
    const linesOf = async (caller: Caller) => (await dataOf<{ reviewRound: { counts: { total: number } } }>(caller, 'query ($id: ID!) { reviewRound(id: $id) { counts { total } } }', { id: roundId })).reviewRound.counts.total;
    const linesOn = (page: string) => Number(/Regels<\/th><td>(\d+)/.exec(page)?.[1]);
    const [mine, all] = [await linesOf(ofAlfa), await linesOf(owner)];
    const [forAlfa, forOwner] = [await report(ofAlfa), await report(owner)];
    expect([linesOn(forAlfa), linesOn(forOwner)]).toEqual([mine, all]);
    expect(mine).toBeLessThan(all);
    expect(['Bekeken en niet meegenomen', 'Uit deze controle'].map((word) => [forAlfa.includes(word), forOwner.includes(word)])).toEqual([[false, true], [false, true]]);
  });

  it('a round of all clients of which all lines are his is a part all the same: not what was left out, nor whether the others have any; and it is not his to close', async () => {
    const { roundId: id, ofOne, ofAll } = await roundOfHisLinesAlone();
    const document = 'query ($id: ID!) { reviewRound(id: $id) { counts { total } sources { count } decisionsHash closing { revokes } viewerCan } }';
    type Round = { reviewRound: { counts: { total: number }; sources: object[]; decisionsHash: string | null; closing: object | null; viewerCan: string[] } };
    const roundFor = async (caller: Caller) => (await dataOf<Round>(caller, document, { id })).reviewRound;
    const report = async ({ token }: Caller) => (await fetch(`${app.url}/reports/review-rounds/${id}?tenant=derde&language=nl`, { headers: { cookie: `__Host-ketenregie=${token}` } })).text();
    const [mine, all] = [await roundFor(ofOne), await roundFor(ofAll)];
    expect([mine.counts.total, mine.counts.total > 0]).toEqual([all.counts.total, true]);
    expect([mine.sources, mine.viewerCan, all.viewerCan]).toEqual([[], ['review.decide'], ['review.decide', 'review.close']]);
    const [forHim, forOwner] = [await report(ofOne), await report(ofAll)];
    expect(['Bekeken en niet meegenomen', 'Uit deze controle'].map((word) => [forHim.includes(word), forOwner.includes(word)])).toEqual([[false, true], [false, false]]);
    expect([forHim.includes('Dit overzicht is een deel'), forOwner.includes('Dit overzicht is een deel')]).toEqual([true, false]);
    const close = 'mutation ($id: ID!) { closeReviewRound(id: $id) { state } }';
    expect([codeOf(await ask(ofOne, close, { id })), codeOf(await ask(ofAll, close, { id }))]).toEqual(['ROUND_NOT_WHOLE', null]);
    const [mineClosed, allClosed] = [await roundFor(ofOne), await roundFor(ofAll)];
    expect([mineClosed.closing, mineClosed.decisionsHash, allClosed.closing]).toEqual([null, null, { revokes: 0 }]);
    expect(allClosed.decisionsHash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('the log has no numbers from whose gaps others are counted, and is read page after page', async () => {
    const document = 'query ($after: String, $first: Int!) { auditEvents(first: $first, after: $after) { totalCount edges { cursor node { id sequence } } pageInfo { endCursor } } }';
    type Log = { auditEvents: { totalCount: number; edges: { cursor: string; node: { id: string; sequence: number | null } }[]; pageInfo: { endCursor: string } } };
    const { auditEvents: whole } = await dataOf<Log>(ofAlfa, document, { first: 200 });
    expect(whole.edges.length).toBe(whole.totalCount);
    expect(whole.totalCount).toBeGreaterThan(3);
    expect(whole.edges.map(({ node, cursor }) => [node.sequence, Buffer.from(cursor, 'base64url').toString()])).toEqual(whole.edges.map(({ node }) => [null, JSON.stringify([node.id])]));
    const { auditEvents: first } = await dataOf<Log>(ofAlfa, document, { first: 2 });
    const { auditEvents: rest } = await dataOf<Log>(ofAlfa, document, { first: 200, after: first.pageInfo.endCursor });
    expect([...first.edges, ...rest.edges]).toEqual(whole.edges);
    const { auditEvents: owners } = await dataOf<Log>(owner, document, { first: 200 });
    expect(owners.edges.map(({ node }) => node.sequence)).toEqual(owners.edges.map((_, at) => owners.totalCount - at));
    const csv = await fetch(`${app.url}/exports/logbook.csv?tenant=eigen`, { headers: { cookie: `__Host-ketenregie=${ofAlfa.token}` } });
    const lines = (await csv.text()).split('\r\n').slice(1, -1);
    expect([lines.length, lines.filter((line) => !line.startsWith(';'))]).toEqual([whole.totalCount, []]);
  });

  it('a service that only another client uses is used by nobody', async () => {
    const input = { kind: 'direct', companyId: office.b.companyId, personId: office.personId, scope: 'targets', state: 'active', targets: [{ serviceKey: 'bd-lh' }] };
    const isUsed = async (caller: Caller) => (await dataOf<{ service: { isAdopted: boolean } }>(caller, '{ service(key: "bd-lh") { isAdopted } }')).service.isAdopted;
    const everybody = async () => Promise.all([ofAlfa, ofBeta, contactOfBeta, owner].map(isUsed));
    expect(await everybody()).toEqual([false, false, false, false]);
    await dataOf(owner, 'mutation ($input: RecordAuthorisationInput!) { recordAuthorisation(input: $input) { id } }', { input });
    expect(await everybody()).toEqual([false, true, true, true]);
  });
});

describe('who sees some clients', () => {
  it('plans and starts no review of others, and does of his own', async () => {
    const document = 'mutation ($input: PlanReviewProgrammeInput!) { planReviewProgramme(input: $input) { id viewerCan } }';
    const input = { name: 'Eigen', every: 'year', startsOn: TODAY, scope: 'all' };
    const all = await dataOf<{ planReviewProgramme: { id: string } }>(owner, document, { input });
    const { id } = all.planReviewProgramme;
    const refused = [await ask(ofAlfa, document, { input }), await ask(ofAlfa, document, { input: { ...input, id } }), await ask(ofAlfa, 'mutation ($id: ID!) { startReviewRound(programmeId: $id) { id } }', { id })];
    expect(refused.map(codeOf)).toEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN']);
    const seen = await dataOf<{ reviewProgrammes: { id: string; viewerCan: string[] }[] }>(ofAlfa, '{ reviewProgrammes { id viewerCan } }');
    expect(seen.reviewProgrammes.find((programme) => programme.id === id)?.viewerCan).toEqual([]);
    const own = await dataOf<{ planReviewProgramme: { viewerCan: string[] } }>(ofAlfa, document, { input: { ...input, scope: 'client', clientId: office.a.clientId } });
    expect(own.planReviewProgramme.viewerCan).toEqual(['review.plan', 'review.start']);
  });

  it('records no right of the office’s own company, which he may read, and does of his client’s', async () => {
    const { ownCompanies: [own] } = await dataOf<{ ownCompanies: { id: string }[] }>(ofAlfa, '{ ownCompanies { id } }');
    const record = (companyId?: string) => ask(ofAlfa, 'mutation ($input: RecordAuthorisationInput!) { recordAuthorisation(input: $input) { companyId } }', { input: { kind: 'direct', companyId, personId: office.personId, scope: 'all', state: 'active' } });
    expect([codeOf(await record(own?.id)), codeOf(await record(office.a.companyId))]).toEqual(['FORBIDDEN', null]);
  });

  it('brings no file and is not offered to, and who sees all is', async () => {
    const bring = async ({ token }: Caller) => fetch(`${app.url}/imports`, { method: 'POST', headers: { cookie: `__Host-ketenregie=${token}`, 'x-tenant': 'eigen', 'content-type': 'application/octet-stream', 'x-file-name': 'a.csv' }, body: 'Naam;E-mail;Functie\nNieuw Iemand;n@kantoor.example;stagiair\n' });
    const refused = await bring(ofAlfa);
    expect([refused.status, ((await refused.json()) as { code: string }).code, (await bring(owner)).status]).toEqual([403, 'FORBIDDEN', 202]);
    const offered = async (caller: Caller) => (await dataOf<{ tenant: { viewerCan: string[] } }>(caller, '{ tenant { viewerCan } }')).tenant.viewerCan.filter((action) => /^import|company\.create/.test(action));
    expect([await offered(ofAlfa), await offered(owner)]).toEqual([[], ['company.create', 'import.see', 'import.stage', 'import.apply', 'import.undo']]);
  });

  it('learns nothing of others by putting theirs among his own', async () => {
    const among = async (document: string, ids: (other: string) => object, other: string) => [await ask(ofBeta, document, ids(newId())), await ask(ofBeta, document, ids(other))].map(({ status, text }) => [status, text]);
    const { b, a } = office;
    const asked = [
      await among('query ($ids: [ID!]) { accessList(filter: { companyIds: $ids }) { totalCount viewCounts { view count } } }', (other) => ({ ids: [b.companyId, other] }), a.companyId),
      await among('query ($ids: [ID!]) { accessList(filter: { clientIds: $ids }) { totalCount viewCounts { view count } } }', (other) => ({ ids: [b.clientId, other] }), a.clientId),
      await among('mutation ($ids: [ID!]!) { decideReviewLines(input: { ids: $ids, decision: "keep" }) { id } }', (other) => ({ ids: [other] }), office.lineId),
      await among('mutation ($ids: [ID!]!) { undoReviewDecisions(ids: $ids) { id } }', (other) => ({ ids: [other] }), office.lineId),
    ];
    for (const [nowhere, theirs] of asked) expect(theirs).toEqual(nowhere);
    expect(asked[0]?.[0]?.[1]).toMatch(/"totalCount":[1-9]/);
  });
});

describe('that something is there already', () => {
  const company = (caller: Caller, input: object) => ask(caller, 'mutation ($input: CompanyInput!) { recordCompany(input: $input) { name } }', { input: { name: 'Nieuwe Naam BV', ...input } });
  const renumbered = (caller: Caller, kvkNumber: string) => ask(caller, 'mutation ($input: CompanyChangeInput!) { changeCompany(input: $input) { name } }', { input: { id: office.b.companyId, kvkNumber } });

  it('is not told who sees some clients, of a number in use or free', async () => {
    const numbers = [office.a.kvkNumber, '90101077'];
    const [taken, free] = await Promise.all(numbers.map((kvkNumber) => company(ofBeta, { kvkNumber })));
    expect([taken?.text, codeOf(taken as Answered)]).toEqual([free?.text, 'FORBIDDEN']);
    const [takenHere, freeHere] = await Promise.all(numbers.map((kvkNumber) => renumbered(ofBeta, kvkNumber)));
    expect([takenHere?.text, codeOf(takenHere as Answered)]).toEqual([freeHere?.text, 'FORBIDDEN']);
    expect([codeOf(await company(owner, { kvkNumber: numbers[0] })), codeOf(await company(owner, { kvkNumber: numbers[1] }))]).toEqual(['COMPANY_KNOWN', null]);
  });

  it('is not told another office, of a company, a client number, a person or an address', async () => {
    const stranger = await app.member({ id: (await app.db.findTenant('ander'))?.id ?? '', slug: 'ander' }, ['owner']);
    expect(codeOf(await company(stranger, { kvkNumber: office.a.kvkNumber, clientNumber: 'Zwanebloem-1', name: office.a.companyName }))).toBeNull();
    const person = { fullName: office.personName, email: 'person@eigen.example' };
    const record = (caller: Caller) => ask(caller, 'mutation ($input: PersonInput!) { recordPerson(input: $input) { fullName } }', { input: person });
    expect([codeOf(await record(stranger)), codeOf(await record(owner))]).toEqual([null, 'PERSON_KNOWN']);
  });
});
