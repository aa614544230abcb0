import { calendarDate, newId } from '@ketenregie/kernel';
import type { Scope, TenantDb } from '@ketenregie/platform/db';
import { type TestDatabase, createTestDatabase } from '@ketenregie/platform/testing';
import { authorisationRows, changesByRight, decideChanges, decideRevocation, recordAuthorisations, recordChangeStep, rightsById, stepsByChange } from './index.js';
import { type Office, REFERENCE_ON, aFact, anOffice } from './testing/an-office.js';

const TODAY = calendarDate('2026-12-01');
let database: TestDatabase;
let db: TenantDb;
beforeAll(async () => {
  database = await createTestDatabase();
  db = await database.open({ rows: [...authorisationRows] });
});
afterAll(() => database.drop());

async function aRight(): Promise<{ office: Office; rightId: string; me: Scope; colleague: Scope }> {
  const office = await anOffice(db, { needsFourEyes: true });
  const [outcome] = await db.write(office.scope, (writer) => recordAuthorisations(writer, [aFact(office)], { referenceOn: REFERENCE_ON, importId: null, recordedBy: 'system' }));
  const member = (): Scope => ({ ...office.scope, actor: `member:${newId()}` });
  return { office, rightId: outcome?.authorisationId ?? '', me: member(), colleague: member() };
}

const decide = (scope: Scope, authorisationId: string, change: { reason?: string; decidedBy?: string } = {}) =>
  db.write(scope, (writer) => decideChanges(writer, [{ authorisationId, reason: 'Niveau omhoog', ...change }], TODAY));
const right = (scope: Scope, id: string) => db.read(scope, async (reader) => (await rightsById(reader, [id], { on: TODAY, knownAt: null })).get(id));
const changesOf = (scope: Scope, id: string) => db.read(scope, async (reader) => (await changesByRight(reader, [id])).get(id) ?? []);

describe('deciding a change', () => {
  it('makes a to-do with its first step and one event, and leaves the right as it is', async () => {
    const { rightId, me } = await aRight();
    const before = await right(me, rightId);
    const [id = ''] = await decide(me, rightId);
    expect(await right(me, rightId)).toEqual(before);
    expect(await changesOf(me, rightId)).toEqual([expect.objectContaining({ id, kind: 'change', state: 'to-do', decidedOn: TODAY, decidedBy: me.actor, reason: 'Niveau omhoog' })]);
    expect((await db.read(me, (reader) => stepsByChange(reader, [id]))).get(id)).toEqual([expect.objectContaining({ state: 'to-do', recordedBy: me.actor })]);
    const events = await db.read(me, (reader) => reader.query(`select payload->>'count' as count from audit_event where action = 'authorisations.changes-decided' and object_id = $1`, [rightId]));
    expect(events).toEqual([{ count: '1' }]);
  });

  it('is done only when it was seen: a statement says carried out, evidence confirms, and the right is then what is recorded next', async () => {
    const { rightId, me, colleague } = await aRight();
    const [changeId = ''] = await decide(me, rightId);
    const step = (scope: Scope, state: 'carried-out' | 'confirmed', evidenceClass: 'A' | 'D') => db.write(scope, (writer) => recordChangeStep(writer, { changeId, state, evidenceClass }, TODAY));
    await step(me, 'carried-out', 'D');
    await expect(step(colleague, 'confirmed', 'D')).rejects.toMatchObject({ code: 'EVIDENCE_TOO_WEAK' });
    await step(colleague, 'confirmed', 'A');
    expect(await changesOf(me, rightId)).toMatchObject([{ state: 'confirmed' }]);
    expect(await right(me, rightId)).toMatchObject({ state: 'active', statedOn: REFERENCE_ON });
  });

  it('names who decided it where another acts, and it is that one who may not confirm it', async () => {
    const { rightId, me, colleague } = await aRight();
    const [changeId = ''] = await decide(me, rightId, { decidedBy: colleague.actor });
    expect(await changesOf(me, rightId)).toMatchObject([{ decidedBy: colleague.actor }]);
    const confirm = (scope: Scope) => db.write(scope, (writer) => recordChangeStep(writer, { changeId, state: 'confirmed', evidenceClass: 'A' }, TODAY));
    await expect(confirm(colleague)).rejects.toMatchObject({ code: 'FOUR_EYES' });
    await expect(confirm(me)).resolves.toBe(changeId);
  });

  it('stands beside a revocation, which names who decided it in the same way', async () => {
    const { rightId, me, colleague } = await aRight();
    await decide(me, rightId);
    await db.write(me, (writer) => decideRevocation(writer, { authorisationId: rightId, reason: 'Uit dienst', decidedBy: colleague.actor }, TODAY));
    expect(await changesOf(me, rightId)).toMatchObject([{ kind: 'change', decidedBy: me.actor }, { kind: 'revoke', decidedBy: colleague.actor }]);
  });

  it('is taken in by one that is open, and opened once by two at the same time', async () => {
    const { rightId, me, colleague } = await aRight();
    const both = await Promise.all([decide(me, rightId), decide(colleague, rightId)]);
    expect(both.flat()).toHaveLength(1);
    expect(await decide(me, rightId)).toEqual([]);
  });

  it('opens nothing for a right that has ended, and needs a reason', async () => {
    const { rightId, me, colleague } = await aRight();
    const changeId = await db.write(me, (writer) => decideRevocation(writer, { authorisationId: rightId, reason: 'x' }, TODAY));
    await db.write(colleague, (writer) => recordChangeStep(writer, { changeId, state: 'confirmed', evidenceClass: 'A' }, TODAY));
    expect(await decide(me, rightId)).toEqual([]);
    await expect(decide(me, rightId, { reason: ' ' })).rejects.toMatchObject({ code: 'INVALID_INPUT', field: 'reason' });
  });

  it('reaches nothing of another tenant or another client, and does of the own one', async () => {
    const { office, rightId } = await aRight();
    const stranger = await anOffice(db);
    expect(await decide(stranger.scope, rightId)).toEqual([]);
    expect(await decide(office.limitedTo(office.b.clientId), rightId)).toEqual([]);
    expect(await decide(office.limitedTo(office.a.clientId), rightId)).toHaveLength(1);
  });
});
