import { type CalendarDate, calendarDate, clockStandingAt } from '@ketenregie/kernel';
import type { Scope, TenantDb } from '@ketenregie/platform/db';
import { silentLog } from '@ketenregie/platform/logging';
import { createTestDatabase, type TestDatabase } from '@ketenregie/platform/testing';
import { isSweepDue, openTasks, sweepAll, sweepState, sweepTasks, sweepWhereDue } from './index.js';
import { aBusyOffice, BUSY_ON, type BusyOffice, plantHalf } from './testing/index.js';

const ON = calendarDate(BUSY_ON);
const NOON = clockStandingAt(`${BUSY_ON}T11:00:00Z`);

let database: TestDatabase;
let db: TenantDb;
let office: BusyOffice;
beforeAll(async () => {
  database = await createTestDatabase();
  db = await database.open();
});
beforeEach(async () => {
  office = await aBusyOffice(db);
});
afterAll(() => database.drop());

const sweep = (on: CalendarDate = ON) => db.write(office.scope, (writer) => sweepTasks(writer, on));
const tasksOf = (scope: Scope) => db.read(scope, (reader) => openTasks(reader, ON));
const told = async (scope: Scope = office.scope): Promise<string[]> => (await tasksOf(scope)).map(({ kind, hands, companyName, personName, endsOn }) => [kind, hands, companyName, personName, endsOn].map((part) => part ?? '-').join(' | '));
const limitedTo = (...clientIds: string[]): Scope => ({ ...office.scope, actor: 'member:x', hasAllClients: false, clientIds });

describe('the sweep', () => {
  it('finds what a careful person would, with whose hands and until when', async () => {
    await sweep();
    expect(await told()).toEqual([
      'can-but-may-not | we | Bakkerij Mulder B.V. | Piet Jansen | 2028-12-31',
      'leaver-with-live-means | we | - | Piet Jansen | 2028-01-01',
      'lapsed | client | Aannemer Kok B.V. | - | 2026-11-20',
      'expiring | representative | - | Sanne de Vries | 2027-01-15',
      'expiring | client | Bakkerij Mulder B.V. | - | 2027-01-31',
      'level-too-low | representative | - | Kim Smit | 2028-01-01',
      'log-in-round | we | - | Sanne de Vries | 2027-01-10',
      'request-stalled | client | Aannemer Kok B.V. | - | -',
      'unknown-to-settle | we | - | Ruth Bos | 2028-01-01',
    ]);
  });

  it('gives the last day to start and the day to start before, holidays counted', async () => {
    await sweep();
    const dates = (await tasksOf(office.scope)).filter(({ dueOn }) => dueOn !== null).map(({ endsOn, repairableUntil, dueOn }) => [endsOn, repairableUntil, dueOn]);
    expect(dates).toEqual([['2027-01-15', '2026-12-25', '2026-12-11'], ['2027-01-31', '2027-01-11', '2026-12-29'], ['2027-01-10', '2027-01-10', '2027-01-04']]);
  });

  it('asks to look at a term of more than five years, and at none of exactly five', async () => {
    await db.write(office.scope, async (writer) => {
      await plantHalf(writer, { ...office.clients.builder, endsOn: '2030-01-01' });
      await plantHalf(writer, { ...office.clients.builder, endsOn: '2030-01-02' });
    });
    await sweep();
    expect((await told()).filter((line) => line.startsWith('term-too-long'))).toEqual(['term-too-long | we | Aannemer Kok B.V. | - | 2030-01-02']);
  });

  it('changes nothing when it runs again, and again at the same moment', async () => {
    const first = await sweep();
    expect(first).toEqual({ opened: 9, changed: 0, closed: 0 });
    expect(await sweep()).toEqual({ opened: 0, changed: 0, closed: 0 });
    expect(await Promise.all([sweep(), sweep(), sweep()])).toEqual([1, 2, 3].map(() => ({ opened: 0, changed: 0, closed: 0 })));
    expect(await told()).toHaveLength(9);
  });

  it('opens each once when two run first at the same moment', async () => {
    await Promise.all([sweep(), sweep()]);
    expect(await told()).toHaveLength(9);
  });

  it('closes what is gone with its reason, and opens it anew when it comes back', async () => {
    await sweep();
    await db.write(office.scope, (writer) => writer.query(`update means_version set level = 'EH3' where means_id = $1`, [office.means.kim]));
    await db.write(office.scope, (writer) => writer.query(`update means_version set ends_on = $2 where means_id = $1`, [office.means.sanne, '2026-11-22']));
    await sweep();
    const closed = await database.asAdmin<{ kind: string; reason: string }>(`select kind, closed_reason as reason from task where tenant_id = $1 and closed_on = $2 order by kind`, [office.scope.tenantId, BUSY_ON]);
    expect(closed).toEqual([{ kind: 'expiring', reason: 'became-other' }, { kind: 'level-too-low', reason: 'solved' }, { kind: 'log-in-round', reason: 'solved' }]);
    await db.write(office.scope, (writer) => writer.query(`update means_version set level = 'EH2' where means_id = $1`, [office.means.kim]));
    expect(await sweep()).toMatchObject({ opened: 1 });
  });

  it('is due on another day and after something was recorded, and not else', async () => {
    const isDue = (on: CalendarDate = ON) => db.read(office.scope, (reader) => isSweepDue(reader, on));
    expect(await isDue()).toBe(true);
    const state = () => db.read(office.scope, (reader) => sweepState(reader, ON));
    expect(await state()).toEqual({ sweptOn: null, sweptAt: null, isCurrent: false });
    await sweep();
    expect(await state()).toMatchObject({ sweptOn: BUSY_ON, isCurrent: true });
    expect([await isDue(), await isDue(calendarDate('2026-11-24'))]).toEqual([false, true]);
    await db.write(office.scope, (writer) => writer.audit({ action: 'digest.stopped', objectKind: 'fixture' }));
    expect([await isDue(), (await state()).isCurrent]).toEqual([true, false]);
  });

  it('runs for every tenant that is due, twice and at once', async () => {
    const context = { tenantDb: db, clock: NOON, log: silentLog };
    await Promise.all([sweepAll(context), sweepAll(context)]);
    expect(await told()).toHaveLength(9);
    expect(await sweepWhereDue(context, office.scope.tenantId)).toBe(false);
  });
});

describe('open tasks', () => {
  it('are those of his clients alone for a member who has some', async () => {
    await sweep();
    expect(await told(limitedTo(office.clients.bakery.clientId))).toEqual([
      'can-but-may-not | we | Bakkerij Mulder B.V. | Piet Jansen | 2028-12-31',
      'expiring | client | Bakkerij Mulder B.V. | - | 2027-01-31',
    ]);
    expect(await told(limitedTo())).toEqual([]);
    const { scope } = await aBusyOffice(db);
    expect(await told(scope)).toEqual([]);
  });
});
