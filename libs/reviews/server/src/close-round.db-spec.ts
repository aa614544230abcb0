import { authorisationRows, changesByRight, decideRevocation } from '@ketenregie/authorisations-server';
import { addMonths } from '@ketenregie/kernel';
import type { TenantDb } from '@ketenregie/platform/db';
import { type TestDatabase, createTestDatabase } from '@ketenregie/platform/testing';
import { findRound, makeRound, startReviewRound } from './index.js';
import { aHalf, record, type ReviewOffice, TODAY } from './testing/a-review-office.js';
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

const changesOf = (office: ReviewOffice, ids: readonly string[]) => db.read(office.scope, (reader) => changesByRight(reader, ids));

describe('closing', () => {
  it('turns revokes and changes into something to do, by who decided; silence stays and is not counted as kept', async () => {
    const { office, roundId, ofA } = await desk.open();
    const lines = await desk.page(office.scope, roundId);
    const rightOf = (id: string) => lines.find((line) => line.id === id)?.authorisationId ?? '';
    const [revoked = '', changed = '', kept = ''] = ofA;
    await desk.revoke(office.anna.scope, [revoked], 'Uit dienst');
    await desk.change(office.anna.scope, [changed], 'Niveau omhoog');
    await desk.keep(office.anna.scope, [kept]);
    await desk.close(office.carla.scope, roundId);
    const changes = await changesOf(office, lines.map(({ authorisationId }) => authorisationId));
    expect(changes.get(rightOf(revoked))).toEqual([expect.objectContaining({ kind: 'revoke', state: 'to-do', reason: 'Uit dienst', decidedBy: office.anna.scope.actor })]);
    expect(changes.get(rightOf(changed))).toEqual([expect.objectContaining({ kind: 'change', state: 'to-do', reason: 'Niveau omhoog', decidedBy: office.anna.scope.actor })]);
    expect([...changes.values()].flat()).toHaveLength(2);
    const round = await db.read(office.scope, (reader) => findRound(reader, roundId, { seesAll: true }));
    expect(round).toMatchObject({ state: 'closed', closedBy: office.carla.scope.actor, closing: { revokes: 1, changes: 1, alreadyUnderWay: 0 }, decisionsHash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(await desk.counts(office.scope, roundId)).toMatchObject({ total: 6, keep: 1, revoke: 1, change: 1, undecided: 3 });
  });

  it('leaves alone what two differ about and what is being revoked already', async () => {
    const { office, roundId, ofA: [disputed = '', twice = ''] } = await desk.open();
    await desk.revoke(office.anna.scope, [disputed, twice]);
    await desk.keep(office.carla.scope, [disputed]);
    const right = (await desk.page(office.scope, roundId)).find(({ id }) => id === twice)?.authorisationId ?? '';
    await db.write(office.scope, (writer) => decideRevocation(writer, { authorisationId: right, reason: 'Elders besloten' }, TODAY));
    await desk.close(office.carla.scope, roundId);
    expect(await db.read(office.scope, (reader) => findRound(reader, roundId, { seesAll: true }))).toMatchObject({ closing: { revokes: 0, changes: 0, alreadyUnderWay: 1 } });
  });

  it('is the end: nothing is decided, undone or closed after it', async () => {
    const { office, roundId, ofA } = await desk.open();
    await desk.keep(office.anna.scope, ofA);
    await desk.close(office.carla.scope, roundId);
    for (const act of [() => desk.revoke(office.anna.scope, ofA), () => desk.undo(office.anna.scope, ofA), () => desk.close(office.carla.scope, roundId)]) {
      await expect(act()).rejects.toMatchObject({ code: 'ROUND_CLOSED' });
    }
    expect(await desk.counts(office.scope, roundId)).toMatchObject({ keep: 4 });
  });

  it('tells the next round what was kept, what was not, and what changed', async () => {
    const { office, roundId, programmeId, ofA } = await desk.open(3);
    const lines = await desk.page(office.scope, roundId);
    await desk.keep(office.anna.scope, ofA.slice(0, 2));
    await desk.close(office.carla.scope, roundId);
    const later = addMonths(TODAY, 3);
    await record(db, office, [aHalf(office, { statedOn: later, targets: [{ serviceKey: null, providerKey: 'uwv', isWholeProvider: true }] })]);
    const next = await db.write(office.scope, (writer) => startReviewRound(writer, programmeId, later));
    await makeRound(db, { scope: office.scope, roundId: next });
    const found = new Map((await desk.page(office.scope, next)).map((line) => [line.authorisationId, line.exceptions]));
    const rightOf = (id = '') => lines.find((line) => line.id === id)?.authorisationId ?? '';
    expect(ofA.map((id) => found.get(rightOf(id)))).toEqual([['not-seen'], ['not-seen'], ['not-kept-before', 'not-seen']]);
    expect([...found.values()]).toContainEqual(['new', 'wide-scope', 'not-seen']);
  });
});

