import { authorisationRows } from '@ketenregie/authorisations-server';
import { newId } from '@ketenregie/kernel';
import type { TenantDb } from '@ketenregie/platform/db';
import { type TestDatabase, createTestDatabase } from '@ketenregie/platform/testing';
import { aHalf, anOpenRound, aReviewOffice, manyHalves, record } from './testing/a-review-office.js';
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

describe('keeping all that is usual in one press', () => {
  it('keeps what has nothing unusual and no decision, and no exception with it', async () => {
    const office = await aReviewOffice(db);
    await record(db, office, [...manyHalves(office, 1_200), aHalf(office, { task: 'Ruim', scope: 'all', targets: [] })]);
    const { roundId } = await anOpenRound(db, office);
    const [unusual, first] = await desk.page(office.scope, roundId);
    await desk.revoke(office.carla.scope, [first?.id ?? '']);
    const { lineIds } = await desk.keepUsual(office.anna.scope, roundId);
    expect(lineIds).toHaveLength(1_199);
    expect(lineIds).not.toContain(unusual?.id);
    expect(await desk.counts(office.scope, roundId)).toMatchObject({ total: 1_201, keep: 1_199, revoke: 1, undecided: 1, usualUndecided: 0 });
    await expect(desk.keepUsual(office.anna.scope, roundId)).rejects.toMatchObject({ code: 'NOTHING_TO_KEEP' });
  });

  it('leaves the acting member’s own right to somebody else', async () => {
    const { office, roundId, ofBram } = await desk.open();
    const { lineIds } = await desk.keepUsual(office.bram.scope, roundId);
    expect(lineIds).not.toContain(ofBram);
    expect((await desk.keepUsual(office.carla.scope, roundId)).lineIds).toContain(ofBram);
  });

  it('keeps of a limited member’s clients alone, of those he narrows to, and nothing of another office', async () => {
    const { office, roundId, ofA, ofB } = await desk.open();
    expect((await desk.keepUsual(office.bram.scope, roundId)).lineIds).toEqual([ofB]);
    await expect(desk.keepUsual(office.scope, roundId, { clientId: newId() })).rejects.toMatchObject({ code: 'NOTHING_TO_KEEP' });
    await expect(desk.keepUsual((await aReviewOffice(db)).scope, roundId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await desk.keepUsual(office.scope, roundId, { clientId: office.a.clientId })).lineIds.toSorted()).toEqual([...ofA].sort());
  });
});

describe('taking back an act', () => {
  it('takes back all of it, but for what was decided otherwise since', async () => {
    const { office, roundId, ofA } = await desk.open();
    const { actId, lineIds } = await desk.keepUsual(office.anna.scope, roundId, { clientId: office.a.clientId });
    await desk.revoke(office.anna.scope, ofA.slice(0, 1));
    expect((await desk.undoAct(office.anna.scope, actId)).lineIds).toHaveLength(lineIds.length - 1);
    expect(await desk.counts(office.scope, roundId)).toMatchObject({ keep: 0, revoke: 1 });
    await expect(desk.undoAct(office.anna.scope, actId)).rejects.toMatchObject({ code: 'NOTHING_TO_UNDO' });
  });

  it('is for who acted alone, and not after the round is closed', async () => {
    const { office, roundId, ofA } = await desk.open();
    const { actId } = await desk.keep(office.anna.scope, ofA);
    for (const scope of [office.carla.scope, (await aReviewOffice(db)).scope]) await expect(desk.undoAct(scope, actId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await desk.close(office.carla.scope, roundId);
    await expect(desk.undoAct(office.anna.scope, actId)).rejects.toMatchObject({ code: 'ROUND_CLOSED' });
  });
});
