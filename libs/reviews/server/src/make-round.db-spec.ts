import { authorisationRows } from '@ketenregie/authorisations-server';
import { addDays, addMonths, calendarDate } from '@ketenregie/kernel';
import type { TenantDb } from '@ketenregie/platform/db';
import { type TestDatabase, createTestDatabase } from '@ketenregie/platform/testing';
import { ROLE_ACTIONS } from '@ketenregie/tenants-domain';
import { DECIDING_ROLES } from './reviewing-members.js';
import { closeRound, findRound, linesPage, makeRound, type MakingDb, planProgramme, runReviews, startDueRounds, startReviewRound } from './index.js';
import { aHalf, anOpenRound, aProgramme, aReviewOffice, manyHalves, record, type ReviewOffice, TODAY } from './testing/a-review-office.js';
import { populationHash } from './round.row.js';

let database: TestDatabase;
let db: TenantDb;
beforeAll(async () => {
  database = await createTestDatabase();
  db = await database.open({ rows: [...authorisationRows], poolSize: 6 });
});
afterAll(() => database.drop());

const roundOf = (office: ReviewOffice, id: string) => db.read(office.scope, (reader) => findRound(reader, id, { seesAll: true }));
const linesOf = async (office: ReviewOffice, roundId: string) =>
  (await db.read(office.scope, (reader) => linesPage(reader, { roundId, filter: {}, first: 200, after: null }))).edges.map(({ node }) => node);

/** What must be the same of two rounds over the same rights. */
const contentOf = (lines: Awaited<ReturnType<typeof linesOf>>) => lines.map(({ authorisationId, facts, exceptions, reviewerMemberId }) => ({ authorisationId, facts, exceptions, reviewerMemberId })).sort((a, b) => (a.authorisationId < b.authorisationId ? -1 : 1));

async function aStartedRound(office: ReviewOffice): Promise<string> {
  const programmeId = await db.write(office.scope, (writer) => planProgramme(writer, aProgramme(), TODAY));
  return db.write(office.scope, (writer) => startReviewRound(writer, programmeId, TODAY));
}

class Killed extends Error {}

/** A door that dies at its n-th write: before it commits, or just after. */
function dying(at: number, when: 'before commit' | 'after commit'): MakingDb {
  let writes = 0;
  return {
    read: (scope, work) => db.read(scope, work),
    progress: (scope) => db.progress(scope),
    async write(scope, work) {
      const isLast = (writes += 1) === at;
      const result = await db.write(scope, async (writer) => {
        const done = await work(writer);
        if (isLast && when === 'before commit') throw new Killed();
        return done;
      });
      if (isLast) throw new Killed();
      return result;
    },
  };
}

describe('the making of a round', () => {
  it('has every right that is not over, with its facts, once', async () => {
    const office = await aReviewOffice(db);
    const facts = [
      aHalf(office), aHalf(office, { kind: 'office-half', personId: office.anna.personId }), aHalf(office, { ...office.b, state: 'unknown' }),
      aHalf(office, { ...office.b, state: 'ended', targets: [{ serviceKey: 'uwv-werkgeversportaal', providerKey: null, isWholeProvider: false }] }),
      aHalf(office, { kind: 'direct', intermediaryCompanyId: null, personId: office.bram.personId }),
      aHalf(office, { ...office.b, scope: 'all', targets: [], endsOn: addDays(TODAY, -1) }),
    ].map((fact, position) => ({ ...fact, position }));
    const ids = await record(db, office, facts);
    const { roundId } = await anOpenRound(db, office);
    const lines = await linesOf(office, roundId);
    expect(lines.map(({ authorisationId }) => authorisationId).sort()).toEqual(ids.slice(0, 3).sort());
    expect(lines.find(({ authorisationId }) => authorisationId === ids[1])).toMatchObject({
      personName: 'Anna Bos', companyName: 'Bakkerij Zon', clientName: 'Klant 1', intermediaryName: 'Kantoor Noord', outcome: 'undecided',
      facts: { kind: 'office-half', level: 'EH3', endsOn: '2028-12-31', seenOn: '2026-11-01', origin: 'typed', targets: [expect.objectContaining({ serviceKey: 'uwv-verzuim' })] },
    });
    expect(await roundOf(office, roundId)).toMatchObject({
      state: 'open', lineCount: 3, leftOut: { ended: 1, lapsed: 1 }, sources: [{ supplierKey: 'reconi', origin: 'typed', count: 3 }], populationHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      dueOn: addDays(TODAY, 21), nextOn: addMonths(TODAY, 3),
    });
  });

  it.each([1, 2, 3, 4, 5].flatMap((at) => [[at, 'before commit'], [at, 'after commit']] as const))('killed at write %i, %s, goes on without a missing or double line', async (at, when) => {
    const office = await aReviewOffice(db);
    const ids = await record(db, office, manyHalves(office, 10));
    const roundId = await aStartedRound(office);
    await expect(makeRound(dying(at, when), { scope: office.scope, roundId, chunk: 3 })).rejects.toThrow(Killed);
    // What is recorded meanwhile is not in it, wherever its id falls.
    await record(db, office, [aHalf(office, { kind: 'office-half', personId: office.anna.personId }), aHalf(office, office.b)]);
    await makeRound(db, { scope: office.scope, roundId, chunk: 3 });
    const expected = at === 1 && when === 'before commit' ? 12 : 10;
    const lines = await linesOf(office, roundId);
    expect(new Set(lines.map(({ authorisationId }) => authorisationId)).size).toBe(expected);
    expect(lines).toHaveLength(expected);
    expect(ids.every((id) => lines.some(({ authorisationId }) => authorisationId === id))).toBe(true);
    expect(await roundOf(office, roundId)).toMatchObject({ state: 'open', lineCount: expected });
  });

  it('gives the same population in one chunk, in many, by three makers at once, and made again', async () => {
    const office = await aReviewOffice(db);
    await record(db, office, manyHalves(office, 20));
    const rounds: string[] = [];
    for (const chunk of [100, 7, 2]) {
      const roundId = await aStartedRound(office);
      await Promise.all(Array.from({ length: chunk === 2 ? 3 : 1 }, () => makeRound(db, { scope: office.scope, roundId, chunk })));
      rounds.push(roundId);
    }
    await makeRound(db, { scope: office.scope, roundId: rounds[0] ?? '' });
    const made = await Promise.all(rounds.map(async (id) => contentOf(await linesOf(office, id))));
    expect(made[0]).toHaveLength(20);
    expect(made[1]).toEqual(made[0]);
    expect(made[2]).toEqual(made[0]);
    const hashes = await Promise.all(rounds.map(async (id) => (await roundOf(office, id))?.populationHash));
    expect(new Set(hashes).size).toBe(1);
    expect(hashes[0]).toBe(await db.read(office.scope, (reader) => populationHash(reader, rounds[0] ?? '')));
  });

  it('asks as many statements of one right as of a hundred', async () => {
    const counts: number[] = [];
    for (const size of [1, 100]) {
      const office = await aReviewOffice(db);
      await record(db, office, manyHalves(office, size));
      const roundId = await aStartedRound(office);
      let statements = 0;
      const counting: MakingDb = {
        read: (scope, work) => db.read(scope, work),
        progress: (scope) => db.progress(scope),
        write: (scope, work) => db.write(scope, (writer) => {
          const query = writer.query.bind(writer);
          writer.query = (sql, values) => ((statements += 1), query(sql, values));
          return work(writer);
        }),
      };
      await makeRound(counting, { scope: office.scope, roundId });
      counts.push(statements);
    }
    expect(counts[1]).toBe(counts[0]);
  });

  it('shows how far it is as an operation that ends well, one for a round that was resumed', async () => {
    const office = await aReviewOffice(db);
    await record(db, office, manyHalves(office, 10));
    const roundId = await aStartedRound(office);
    await expect(makeRound(dying(3, 'after commit'), { scope: office.scope, roundId, chunk: 3 })).rejects.toThrow(Killed);
    await makeRound(db, { scope: office.scope, roundId, chunk: 3 });
    const operations = await db.read(office.scope, (reader) => reader.query('select state, done_count::int as done from operation where subject_id = $1', [roundId]));
    expect(operations).toEqual([{ state: 'done', done: 10 }]);
  });
});

describe('who reviews', () => {
  it('is whom the list names, the adviser assigned, and the administrator for what is about themselves', async () => {
    const office = await aReviewOffice(db);
    const half = (of: ReviewOffice['a'], personId: string) => aHalf(office, { ...of, kind: 'office-half', personId });
    const ids = await record(db, office, [aHalf(office), half(office.a, office.anna.personId), half(office.b, office.anna.personId), half(office.b, office.bram.personId)]);
    const { roundId } = await anOpenRound(db, office);
    const lines = new Map((await linesOf(office, roundId)).map((line) => [line.authorisationId, [line.reviewerName, line.reviewerRule]]));
    expect(ids.map((id) => lines.get(id))).toEqual([['Anna Bos', 'accountable'], ['Carla de Wit', 'no-self-review'], ['Bram Smit', 'assigned'], ['Carla de Wit', 'no-self-review']]);
  });

  it('is a member whose role may decide', () => {
    expect(DECIDING_ROLES).toEqual(ROLE_ACTIONS['review.decide']);
  });
});

describe('the rounds that are due', () => {
  const run = (office: ReviewOffice, on = TODAY) => runReviews({ db, tenantSlug: office.slug, on });

  it('start once, however often and from how many sides', async () => {
    const office = await aReviewOffice(db);
    await record(db, office, manyHalves(office, 3));
    await db.write(office.scope, (writer) => planProgramme(writer, aProgramme(), TODAY));
    const runs = await Promise.all([run(office), run(office), db.write(office.scope, (writer) => startDueRounds(writer, TODAY))]);
    expect(runs.flat()).toHaveLength(1);
    expect(await run(office)).toEqual([]);
    expect(await db.read(office.scope, (reader) => reader.query(`select 1 from outbox where topic = 'make-review-round'`))).toHaveLength(1);
  });

  it('print with their counts; missed ones come as one, late, when the open one is closed', async () => {
    const office = await aReviewOffice(db);
    await record(db, office, manyHalves(office, 3));
    await db.write(office.scope, (writer) => planProgramme(writer, aProgramme(), TODAY));
    const [first] = await run(office);
    expect(first).toMatchObject({ periodOn: TODAY, isLate: false, missedPeriods: 0, state: 'open', counts: { total: 3, undecided: 3, keep: 0 } });
    const later = calendarDate('2027-09-01');
    expect(await run(office, later)).toEqual([]);
    await db.write(office.scope, (writer) => closeRound(writer, first?.id ?? '', later));
    expect(await run(office, later)).toMatchObject([{ periodOn: '2027-08-23', isLate: true, missedPeriods: 2 }]);
  });

  it('are those of active programmes of this office', async () => {
    const [office, twin] = [await aReviewOffice(db), await aReviewOffice(db)];
    await db.write(office.scope, (writer) => planProgramme(writer, aProgramme({ state: 'paused' }), TODAY));
    await db.write(twin.scope, (writer) => planProgramme(writer, aProgramme(), TODAY));
    expect(await run(office)).toEqual([]);
    expect(await run(twin)).toHaveLength(1);
    await expect(runReviews({ db, tenantSlug: 'bestaat-niet', on: TODAY })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it.each<[string, Parameters<typeof aProgramme>[0], string]>([
    ['without a name', { name: ' ' }, 'name'],
    ['of no months', { every: 'months', months: 0 }, 'months'],
    ['about a client it does not name', { scope: 'client' }, 'clientId'],
    ['about a supplier nobody knows', { scope: 'supplier', supplierKey: 'x' }, 'supplierKey'],
    ['without days to decide', { dueDays: 0 }, 'dueDays'],
  ])('come of no programme %s', async (_, change, field) => {
    const office = await aReviewOffice(db);
    await expect(db.write(office.scope, (writer) => planProgramme(writer, aProgramme(change), TODAY))).rejects.toMatchObject({ code: 'INVALID_INPUT', field });
  });

  it('are about the client or the supplier of their programme alone', async () => {
    const office = await aReviewOffice(db);
    const [, ofB] = await record(db, office, [aHalf(office), aHalf(office, office.b), aHalf(office, { scope: 'all', targets: [], supplierKey: 'digidentity' })]);
    const client = await anOpenRound(db, office, { scope: 'client', clientId: office.b.clientId });
    expect((await linesOf(office, client.roundId)).map(({ authorisationId }) => authorisationId)).toEqual([ofB]);
    const supplier = await anOpenRound(db, office, { scope: 'supplier', supplierKey: 'reconi' });
    expect(await linesOf(office, supplier.roundId)).toHaveLength(2);
    expect(await roundOf(office, supplier.roundId)).toMatchObject({ leftOut: { 'other-supplier': 1 } });
  });
});
