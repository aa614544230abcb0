import { authorisationRows } from '@ketenregie/authorisations-server';
import { newId } from '@ketenregie/kernel';
import type { Scope, TenantDb } from '@ketenregie/platform/db';
import { type TestDatabase, createTestDatabase } from '@ketenregie/platform/testing';
import { outcomeOf, type RecordedDecision } from '@ketenregie/reviews-domain';
import { findRound, type LineFilter, linesPage, openReviewWork, standingByLine } from './index.js';
import { aHalf, anOpenRound, aReviewOffice, record } from './testing/a-review-office.js';
import { RoundDesk } from './testing/a-round.js';

let database: TestDatabase;
let db: TenantDb;
let desk: RoundDesk;
beforeAll(async () => {
  database = await createTestDatabase();
  db = await database.open({ rows: [...authorisationRows] });
  desk = new RoundDesk(db);
});
afterAll(() => database.drop());

describe('deciding', () => {
  it('stands with who, when and why, in one event an act', async () => {
    const { office, roundId, ofA } = await desk.open();
    await desk.revoke(office.anna.scope, ofA.slice(0, 2), ' Uit dienst ');
    await desk.keep(office.anna.scope, ofA.slice(2));
    expect(await desk.counts(office.scope, roundId)).toMatchObject({ total: 6, keep: 2, revoke: 2, undecided: 2, change: 0, differs: 0 });
    const said = await db.read(office.scope, (reader) => standingByLine(reader, ofA.slice(0, 1)));
    expect(said.get(ofA[0] ?? '')).toEqual([expect.objectContaining({ decision: 'revoke', decidedBy: office.anna.scope.actor, decidedByName: 'Anna Bos', reason: 'Uit dienst' })]);
    const events = await db.read(office.scope, (reader) => reader.query(`select actor, client_id as "clientId", reason, payload from audit_event where action = 'review-round.decided' and object_id = $1 order by sequence`, [roundId]));
    expect(events).toEqual([
      expect.objectContaining({ actor: office.anna.scope.actor, clientId: office.a.clientId, reason: 'Uit dienst', payload: expect.objectContaining({ decision: 'revoke', count: 2 }) }),
      expect.objectContaining({ reason: null, payload: expect.objectContaining({ decision: 'keep', count: 2 }) }),
    ]);
  });

  it.each(['revoke', 'change'] as const)('to %s needs a reason, to keep needs none', async (decision) => {
    const { office, ofA } = await desk.open();
    await expect(desk[decision](office.anna.scope, ofA, ' ')).rejects.toMatchObject({ code: 'INVALID_INPUT', field: 'reason' });
    await expect(desk.keep(office.anna.scope, ofA)).resolves.toMatchObject({ lineIds: expect.arrayContaining(ofA) });
  });

  it('keeps several at once where nothing is unusual, and never over exceptions', async () => {
    const office = await aReviewOffice(db);
    const [, wide] = await record(db, office, [aHalf(office), aHalf(office, { scope: 'all', targets: [] }), aHalf(office, office.b)]);
    const { roundId } = await anOpenRound(db, office);
    const lines = await desk.page(office.scope, roundId);
    expect(lines.map(({ exceptions }) => exceptions)).toEqual([['wide-scope'], [], []]);
    expect(lines[0]?.authorisationId).toBe(wide);
    await expect(desk.keep(office.anna.scope, lines.map(({ id }) => id))).rejects.toMatchObject({ code: 'REVIEW_EXCEPTIONS_IN_BULK' });
    await desk.keep(office.anna.scope, lines.slice(1).map(({ id }) => id));
    await desk.keep(office.anna.scope, lines.slice(0, 1).map(({ id }) => id));
    expect(await desk.counts(office.scope, roundId)).toMatchObject({ keep: 3, undecided: 0, exceptions: 1 });
  });

  it('is refused about a right of one’s own, and not to somebody else', async () => {
    const { office, ofBram } = await desk.open();
    await expect(desk.keep(office.bram.scope, [ofBram])).rejects.toMatchObject({ code: 'SELF_REVIEW' });
    await expect(desk.keep(office.carla.scope, [ofBram])).resolves.toBeDefined();
  });

  it('shows two who differ, and neither overwrites the other', async () => {
    const { office, roundId, ofA: [line = ''] } = await desk.open();
    await desk.keep(office.anna.scope, [line]);
    await desk.revoke(office.carla.scope, [line]);
    expect(await desk.counts(office.scope, roundId)).toMatchObject({ differs: 1, keep: 0, revoke: 0 });
    expect(await desk.page(office.scope, roundId, { outcomes: ['differs'] })).toMatchObject([{ id: line }]);
    await desk.revoke(office.anna.scope, [line]);
    expect(await desk.counts(office.scope, roundId)).toMatchObject({ differs: 0, revoke: 1 });
  });

  it('is taken back by who decided, as often as he likes, and not by another', async () => {
    const { office, roundId, ofA } = await desk.open();
    await desk.keep(office.anna.scope, ofA);
    await expect(desk.undo(office.carla.scope, ofA)).rejects.toMatchObject({ code: 'NOTHING_TO_UNDO' });
    expect((await desk.undo(office.anna.scope, ofA.slice(0, 2))).lineIds).toHaveLength(2);
    expect(await desk.counts(office.scope, roundId)).toMatchObject({ keep: 2, undecided: 4 });
    await expect(desk.undo(office.anna.scope, ofA.slice(0, 2))).rejects.toMatchObject({ code: 'NOTHING_TO_UNDO' });
    await desk.change(office.anna.scope, ofA.slice(0, 1));
    expect(await desk.counts(office.scope, roundId)).toMatchObject({ change: 1 });
  });

  it('stands in SQL as the domain says', async () => {
    const { office, roundId, ofA } = await desk.open(9);
    const members = [office.anna, office.carla];
    const log = new Map<string, RecordedDecision[]>();
    let seed = 20_261_123;
    const below = (limit: number): number => ((seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) >> 8) % limit;
    for (let step = 0; step < 36; step += 1) {
      const [line = '', by] = [ofA[below(ofA.length)], members[below(2)]];
      const decision = (['keep', 'revoke', 'undecided', 'change', 'keep'] as const)[below(5)] ?? 'keep';
      if (by === undefined) continue;
      const act = decision === 'undecided' ? desk.undo(by.scope, [line]).catch(() => null) : desk[decision](by.scope, [line]);
      if ((await act) !== null) log.set(line, [...(log.get(line) ?? []), { by: by.scope.actor, decision }]);
    }
    const lines = (await desk.page(office.scope, roundId)).filter(({ id }) => ofA.includes(id));
    expect(lines.map(({ outcome }) => outcome)).toEqual(lines.map(({ id }) => outcomeOf(log.get(id) ?? [])));
    expect(new Set(lines.map(({ outcome }) => outcome)).size).toBeGreaterThan(2);
  });
});

describe('the walls', () => {
  it('show a limited member the lines and counts of his clients, and let him decide those alone', async () => {
    const { office, roundId, ofA, ofB, ofBram } = await desk.open();
    const { scope } = office.bram;
    expect((await desk.page(scope, roundId)).map(({ id }) => id).sort()).toEqual([ofB, ofBram].sort());
    expect(await desk.counts(scope, roundId)).toMatchObject({ total: 2 });
    await expect(desk.keep(scope, [ofB, ...ofA])).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(desk.keep(scope, [ofB])).resolves.toMatchObject({ lineIds: [ofB] });
    await expect(desk.close(scope, roundId)).rejects.toMatchObject({ code: 'ROUND_NOT_WHOLE' });
    await expect(desk.close(office.carla.scope, roundId)).resolves.toBe(roundId);
  });

  it('hide a round from another office, and from a member without a line in it', async () => {
    const [{ office, roundId, ofA }, twin] = [await desk.open(), await desk.open()];
    const see = (scope: Scope, seesAll: boolean) => db.read(scope, (reader) => findRound(reader, roundId, { seesAll }));
    const elsewhere = { ...office.bram.scope, clientIds: [newId()] };
    for (const [scope, seesAll] of [[twin.office.scope, true], [elsewhere, false]] as const) {
      expect(await see(scope, seesAll)).toBeNull();
      expect(await desk.page(scope, roundId)).toEqual([]);
      await expect(desk.keep(scope, ofA)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(desk.close(scope, roundId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    expect(await see(office.bram.scope, false)).toMatchObject({ id: roundId });
    expect(await desk.page(twin.office.scope, twin.roundId)).toHaveLength(6);
  });

  it('keep lines and decisions as they were written', async () => {
    const { office, ofA } = await desk.open();
    await desk.keep(office.anna.scope, ofA);
    for (const sql of [`update review_line set group_key = 'x'`, `update review_decision set decision = 'keep'`, 'delete from review_line', 'delete from review_decision']) {
      await expect(db.write(office.scope, (writer) => writer.query(sql))).rejects.toThrow(/permission denied/);
    }
  });
});

describe('reading', () => {
  it('narrows and pages in a stable order', async () => {
    const { office, roundId, ofBram, ofA } = await desk.open(5);
    await desk.revoke(office.anna.scope, ofA.slice(0, 1));
    const found = async (filter: LineFilter) => (await desk.page(office.scope, roundId, filter)).length;
    expect(await Promise.all([{ outcomes: ['undecided'] }, { outcomes: ['revoke'] }, { personId: office.bram.personId }, { serviceKey: 'uwv-verzuim' }, { serviceKey: 'x' }, { hasExceptions: true }, { clientId: office.b.clientId }, { reviewerMemberId: office.anna.memberId }].map((filter) => found(filter as LineFilter)))).toEqual([6, 1, 1, 7, 0, 0, 2, 5]);
    const all = (await desk.page(office.scope, roundId)).map(({ id }) => id);
    const paged: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { edges, pageInfo } = await db.read(office.scope, (reader) => linesPage(reader, { roundId, filter: {}, first: 2, after }));
      paged.push(...edges.map(({ node }) => node.id));
      [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
    }
    expect(paged).toEqual(all);
    expect(all).toContain(ofBram);
  });

  it('tells each reviewer what waits for him', async () => {
    const { office, roundId, ofA } = await desk.open();
    await desk.keep(office.anna.scope, ofA.slice(1));
    const work = await db.read(office.scope, (reader) => openReviewWork(reader));
    expect(work.map(({ memberId, undecided }) => [memberId, undecided])).toEqual(expect.arrayContaining([[office.anna.memberId, 1], [office.bram.memberId, 1], [office.carla.memberId, 1]]));
    await desk.close(office.carla.scope, roundId);
    expect(await db.read(office.scope, (reader) => openReviewWork(reader))).toEqual([]);
  });
});
