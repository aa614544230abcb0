import { isSeenAtSupplier } from '@ketenregie/authorisations-domain';
import { type AccessWorld, answer, chooseBest, judgeAll, lowestLevelOf, requiredLevelAt, statusOf } from '@ketenregie/access-domain';
import { type Facts, type Question, questionsOver, randomFacts, randomSource, worldFor } from '@ketenregie/access-domain/testing';
import { type Scope, systemScope, type TenantDb } from '@ketenregie/platform/db';
import { createTestDatabase, type TestDatabase } from '@ketenregie/platform/testing';
import { newId } from '@ketenregie/kernel';
import { AccessMemory, type AccessRow, accessPage, answerAccess, answersFor, WARN_DAYS } from './index.js';
import { fillMemory, fromMemory } from './testing/fill-memory.js';
import { isInPlay, loadFacts, type LoadedTenant, publishServices, storableFacts, vagueFacts } from './testing/load-facts.js';

const WORLDS = Number(process.env['ACCESS_WORLDS'] ?? 100);
const SEED = Number(process.env['ACCESS_SEED'] ?? Math.floor(Math.random() * 1_000_000));
const ASKED_ONE_BY_ONE = 8;
const named = `seed ${SEED}, ${WORLDS} worlds`;

let database: TestDatabase;
let db: TenantDb;
let memory: AccessMemory;
beforeAll(async () => {
  database = await createTestDatabase();
  db = await database.open();
  memory = new AccessMemory(db);
});
afterAll(() => database.drop());

/** The world of a question as the model has it; in a holding all companies are its own. */
function oracleWorld(facts: Facts, question: Question, isHolding: boolean): AccessWorld {
  const world = worldFor(facts, question);
  return { ...world, company: world.company && { ...world.company, isOurs: world.company.isOurs || isHolding } };
}

/** What a row of the set-based answer must say, by the model alone. */
function expectedRow(world: AccessWorld) {
  const { can, may, mayNot, certainty, endsOn, endsBy, repairableUntil, firstBreak, unknowns, evidence } = answer(world);
  const best = chooseBest(judgeAll(world));
  const { candidate } = best;
  const isChain = candidate.kind === 'chain';
  const isSeen = evidence.every(isSeenAtSupplier);
  return {
    can, may, mayNot, certainty, endsOn, endsBy, repairableUntil, firstBreak, unknowns,
    status: statusOf(best, world.on, WARN_DAYS),
    level: lowestLevelOf(candidate),
    requiredLevel: world.service && requiredLevelAt(world.service),
    seenOn: isSeen ? (evidence.map(({ seenOn }) => seenOn).toSorted()[0] ?? null) : null,
    clientHalfId: isChain ? (candidate.clientHalf?.id ?? null) : null,
    officeHalfId: isChain ? (candidate.officeHalf?.id ?? null) : null,
    rightId: isChain ? null : (candidate.right?.id ?? null),
    meansId: candidate.means?.id ?? null,
  };
}

const keyOf = ({ personId, companyId, serviceKey }: Pick<Question, 'personId' | 'companyId' | 'serviceKey'>): string => `${personId} ${companyId} ${serviceKey}`;

function toldOf({ personId, companyId, serviceKey, personName: _p, companyName: _c, companyKvk: _k, clientId: _cl, providerKey: _pr, serviceNameNl: _n, serviceNameEn: _e, ...told }: AccessRow) {
  return [keyOf({ personId, companyId, serviceKey }), told] as const;
}

const byKey = (rows: readonly (readonly [string, unknown])[]): Record<string, unknown> => Object.fromEntries(rows.toSorted(([a], [b]) => (a < b ? -1 : 1)));

const isKnown = ({ people, companies, services }: Facts, { personId, companyId, serviceKey }: Question): boolean =>
  people.some(({ id }) => id === personId) && companies.some(({ id }) => id === companyId) && services.some(({ key }) => key === serviceKey);

interface Case {
  readonly tenant: LoadedTenant;
  readonly scope: Scope;
  /** What the reader may see, or all of it. */
  readonly visible: Facts;
  readonly isHolding: boolean;
}

const expected = ({ visible, isHolding }: Case, questions: readonly Question[]) => byKey(questions.map((question) => [keyOf(question), expectedRow(oracleWorld(visible, question, isHolding))] as const));

/** Every combination, in one statement a day; three of the five days, by turns. */
async function holdSetsAgainstModel(asked: Case, nr: number): Promise<void> {
  const all = questionsOver(asked.tenant.facts);
  const questions = all.filter((question) => isKnown(asked.visible, question));
  const days = [...new Set(all.map(({ on }) => on))].filter((_, place) => [0, 2, 3].includes((place + nr) % 5));
  const idsOf = (pick: (question: Question) => string): readonly string[] => [...new Set(all.map(pick))];
  const everything = { personIds: idsOf(({ personId }) => personId), companyIds: idsOf(({ companyId }) => companyId), serviceKeys: idsOf(({ serviceKey }) => serviceKey), isEveryCombination: true };
  await db.read(asked.scope, async (reader) => {
    for (const on of days) {
      const ofDay = questions.filter((question) => question.on === on);
      const rows = await answersFor(reader, everything, { on, knownAt: null });
      expect(byKey(rows.map(toldOf))).toEqual(expected(asked, ofDay));
    }
  });
}

/** The list, page by page, has exactly the questions that are in play, each once, and counts them. */
async function holdListAgainstModel(asked: Case): Promise<void> {
  const [on] = questionsOver(asked.tenant.facts).map((question) => question.on);
  if (on === undefined) return;
  const inPlay = questionsOver(asked.tenant.facts).filter((question) => question.on === on && isInPlay(asked.visible, question));
  const found: AccessRow[] = [];
  await db.read(asked.scope, async (reader) => {
    for (let after: string | null | undefined; after !== null; ) {
      const page = await accessPage(reader, { isEveryService: true }, { on, knownAt: null, page: { first: 50, after } });
      expect(page.totalCount).toBe(inPlay.length);
      found.push(...page.edges.map(({ node }) => node));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    }
  });
  expect(found).toHaveLength(inPlay.length);
  expect(byKey(found.map(toldOf))).toEqual(expected(asked, inPlay));
  const ends = found.map(({ endsOn }) => endsOn ?? 'infinity');
  expect(ends).toEqual(ends.toSorted());
}

/** Some questions asked one by one, with path and evidence: of the tables, and of the memory, which reads the version of the facts and no more. */
async function holdOneByOneAgainstModel({ tenant, scope, visible, isHolding }: Case, seed: number): Promise<void> {
  const random = randomSource(seed);
  const questions = questionsOver(tenant.facts);
  await fillMemory(memory, { db, tenantId: scope.tenantId });
  for (const question of Array.from({ length: ASKED_ONE_BY_ONE }, () => random.pick(questions))) {
    const { personId, companyId, serviceKey, on } = question;
    const [asked, moment] = [{ person: personId, company: { id: companyId }, service: serviceKey }, { on, knownAt: null }];
    const { answers, isProvider } = await db.read(scope, (reader) => answerAccess(reader, asked, moment));
    expect(isProvider).toBe(false);
    expect(answers.map(({ answer: found }) => found)).toEqual([answer(oracleWorld(visible, question, isHolding))]);
    expect(await fromMemory(memory, db.snapshot(scope), { asked, moment })).toEqual({ statements: 1, found: { answers, isProvider } });
  }
}

/** What a member of one client may see: that client's companies and rights, our own companies, and no rights at those. */
function onlyOf(facts: Facts, clientId: string): Facts {
  const authorisations = facts.authorisations.filter((right) => right.clientId === clientId);
  return {
    ...facts,
    companies: facts.companies.filter((company) => [clientId, facts.ownClientId].includes(company.clientId)),
    authorisations,
    changes: facts.changes.filter(({ rightId }) => authorisations.some(({ id }) => id === rightId)),
  };
}

describe(`answers from the tables (${named})`, () => {
  it('are the answers of the model: for sets, for lists, one by one, and for a member of one client', async () => {
    for (let nr = 0; nr < WORLDS; nr += 1) {
      const made = randomFacts(SEED + nr);
      const facts = storableFacts(nr % 4 === 3 ? vagueFacts(made) : made, nr % 2 === 1);
      const isHolding = nr % 5 === 0;
      await publishServices(database, facts, 1000 + nr);
      const tenant = await loadFacts(db, facts, { version: 1000 + nr, kind: isHolding ? 'holding' : 'office' });
      const all: Case = { tenant, scope: tenant.scope, visible: facts, isHolding };
      await holdSetsAgainstModel(all, nr);
      await holdOneByOneAgainstModel(all, SEED + nr);
      const [, clientId = ''] = facts.clientIds;
      const limited = { ...tenant.scope, hasAllClients: false, clientIds: [clientId] };
      const ofClient: Case = { ...all, scope: limited, visible: onlyOf(facts, clientId) };
      await (nr % 2 === 0 ? holdListAgainstModel(all) : holdListAgainstModel(ofClient));
      if (nr % 4 === 0) await holdSetsAgainstModel(ofClient, nr);
      await holdOneByOneAgainstModel(ofClient, SEED - nr);
    }
  }, 120_000);

  it('are none for a second tenant that asks by the same ids, and for somebody who is not of the staff', async () => {
    const facts = storableFacts(randomFacts(SEED), false);
    await publishServices(database, facts, 900_000);
    const tenant = await loadFacts(db, facts, { version: 900_000 });
    const { personId, companyId, serviceKey, on } = questionsOver(facts)[0] as Question;
    const everything = { personIds: facts.people.map(({ id }) => id), companyIds: facts.companies.map(({ id }) => id), serviceKeys: facts.services.map(({ key }) => key), isEveryCombination: true };
    const rowsIn = (scope: Scope) => db.read(scope, (reader) => answersFor(reader, everything, { on, knownAt: null }));
    const askedIn = (scope: Scope) => db.read(scope, (reader) => answerAccess(reader, { person: personId, company: { id: companyId }, service: serviceKey }, { on, knownAt: null }));
    const [stranger, contact] = [systemScope(newId()), { ...tenant.scope, isInternal: false }];
    expect(await rowsIn(tenant.scope)).toHaveLength(75);
    expect(await rowsIn(stranger)).toEqual([]);
    expect(await rowsIn(contact)).toEqual([]);
    expect((await askedIn(stranger)).answers).toMatchObject([{ company: null, person: null, answer: { can: 'no', firstBreak: { code: 'company-unknown' } } }]);
    expect((await askedIn(contact)).answers).toMatchObject([{ person: null, answer: { may: 'no' } }]);
  });
});
