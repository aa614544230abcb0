import { jest } from '@jest/globals';
import { calendarDate, newId } from '@ketenregie/kernel';
import { type TenantDb, queryOne } from '@ketenregie/platform/db';
import { type TestDatabase, createTestDatabase } from '@ketenregie/platform/testing';
import { tenantRows } from '@ketenregie/tenants-server';
import fc from 'fast-check';
import { type MeansFact, knownPeople, meansByPerson, peopleById, recordMeans, recordPeople } from './index.js';
import { type Office, REFERENCE_ON, anOffice, overviewOf, staffList } from './testing/an-office.js';

let database: TestDatabase;
let db: TenantDb;
let office: Office;
beforeAll(async () => {
  database = await createTestDatabase();
  db = await database.open({ rows: [...tenantRows] });
});
afterAll(() => database.drop());
beforeEach(async () => {
  office = await anOffice(db);
});

const day = calendarDate;
const LATER = day('2026-12-01');
const TABLES = ['person', 'person_version', 'means', 'means_version', 'audit_event'];
const countOf = async (table: string): Promise<number> => Number((await db.read(office.scope, (reader) => queryOne<{ count: string }>(reader, `select count(*) from ${table}`))).count);
const counts = async () => Promise.all(TABLES.map(countOf));
const now = async () => (await db.read(office.scope, (reader) => queryOne<{ at: string }>(reader, 'select clock_timestamp()::text as at'))).at;
const idsOf = async (count: number) => (await office.people(staffList(count))).map(({ personId }) => personId ?? '');
const kindsOf = (outcomes: readonly { readonly outcome: string }[]) => outcomes.map(({ outcome }) => outcome);

describe('recording people', () => {
  it('creates them with one event, and the same list changes nothing, in another order and on a later day too', async () => {
    const before = await counts();
    const first = await office.people(staffList(3));
    expect(kindsOf(first)).toEqual(['created', 'created', 'created']);
    const after = await counts();
    expect(after.map((count, at) => count - (before[at] ?? 0))).toEqual([3, 3, 0, 0, 1]);
    const again = await office.people(staffList(3).toReversed(), { referenceOn: LATER });
    expect([kindsOf(again), new Set(again.map(({ personId }) => personId))]).toEqual([['unchanged', 'unchanged', 'unchanged'], new Set(first.map(({ personId }) => personId))]);
    expect(await counts()).toEqual(after);
  });

  it('keeps what held before the reference day, and what was believed before the recording', async () => {
    const [id = ''] = await idsOf(1);
    const knownBefore = await now();
    expect(kindsOf(await office.people(staffList(1, { jobTitle: 'chef' }), { referenceOn: LATER }))).toEqual(['updated']);
    const titleOn = async (on: string, knownAt: string | null = null) => (await db.read(office.scope, (reader) => peopleById(reader, [id], { on: day(on), knownAt }))).get(id)?.jobTitle;
    expect([await titleOn('2026-11-30'), await titleOn('2026-12-01'), await titleOn('2026-12-01', knownBefore), await titleOn('2026-12-01', '2020-01-01T00:00:00Z')]).toEqual(['salaris', 'chef', 'salaris', undefined]);
  });

  it('tells of skipped names, and the event does not count them', async () => {
    await office.people([...staffList(1), ...staffList(1, { position: 1, email: 'other@kantoor.example' })]);
    const importId = newId();
    const outcomes = await office.people([...staffList(1, { email: null }), ...staffList(1, { position: 1, jobTitle: 'chef' })], { importId });
    expect(outcomes).toEqual([{ position: 0, personId: null, outcome: 'skipped' }, { position: 1, personId: expect.any(String), outcome: 'updated' }]);
    const [event] = await db.read(office.scope, (reader) => reader.query('select object_kind, object_id, payload from audit_event order by sequence desc limit 1'));
    expect(event).toEqual({ object_kind: 'import', object_id: importId, payload: { created: 0, updated: 1, unchanged: 0, outcomesHash: expect.stringMatching(/^[0-9a-f]{64}$/) } });
  });

  it('gives an import everybody it may name, once', async () => {
    await office.people(staffList(2));
    await office.people(staffList(1, { inServiceUntil: day('2026-12-31') }), { referenceOn: LATER });
    const people = await db.read(office.scope, knownPeople);
    expect(people.map(({ name, email, inServiceUntil }) => [name, email, inServiceUntil]).sort()).toEqual([
      ['Anna Bos 1', 'anna.1@kantoor.example', '2026-12-31'],
      ['Anna Bos 2', 'anna.2@kantoor.example', null],
    ]);
  });

  it('makes nobody twice when two lists are recorded at once', async () => {
    const both = await Promise.all([office.people(staffList(40)), office.people(staffList(40).toReversed())]);
    expect(new Set(both.flat().map(({ personId }) => personId)).size).toBe(40);
    expect(await countOf('person')).toBe(40);
  });
});

describe('recording means', () => {
  it('creates them with one event, and the same overview changes nothing, on a later day too', async () => {
    const ids = await idsOf(2);
    const before = await counts();
    expect(kindsOf(await office.means(overviewOf([...ids, null])))).toEqual(['created', 'created', 'skipped']);
    const after = await counts();
    expect(after.map((count, at) => count - (before[at] ?? 0))).toEqual([0, 0, 2, 2, 1]);
    expect(kindsOf(await office.means(overviewOf(ids, { statedOn: LATER }), { referenceOn: LATER }))).toEqual(['unchanged', 'unchanged']);
    expect(await counts()).toEqual(after);
  });

  it('keeps what held before the reference day, with what showed it', async () => {
    const [id = ''] = await idsOf(1);
    await office.means(overviewOf([id], { evidence: { evidenceClass: 'A', seenOn: REFERENCE_ON, seenBy: 'system' } }));
    const knownBefore = await now();
    expect(kindsOf(await office.means(overviewOf([id], { state: 'withdrawn', statedOn: LATER }), { referenceOn: LATER }))).toEqual(['updated']);
    const on = async (date: string, knownAt: string | null = null) => {
      const [means] = (await db.read(office.scope, (reader) => meansByPerson(reader, [id], { on: day(date), knownAt }))).get(id) ?? [];
      return [means?.state, means?.evidenceClass];
    };
    expect([await on('2026-11-30'), await on('2026-12-01'), await on('2026-12-01', knownBefore)]).toEqual([['active', 'A'], ['withdrawn', null], ['active', 'A']]);
  });

  it('adds a user number that becomes known', async () => {
    const [id = ''] = await idsOf(1);
    await office.means(overviewOf([id], { supplierReference: null }));
    expect(kindsOf(await office.means(overviewOf([id])))).toEqual(['updated']);
    expect(await db.read(office.scope, (reader) => reader.query('select supplier_reference from means'))).toEqual([{ supplier_reference: 'U1' }]);
  });

  it('makes nothing twice when two overviews are recorded at once', async () => {
    const ids = await idsOf(20);
    await Promise.all([office.means(overviewOf(ids)), office.means(overviewOf(ids).toReversed())]);
    expect(await countOf('means')).toBe(20);
  });
});

it('takes as many statements for 100 as for one', async () => {
  const counted = (work: (writer: Parameters<Parameters<TenantDb['write']>[1]>[0]) => Promise<unknown>) =>
    db.write(office.scope, async (writer) => {
      const query = jest.spyOn(writer, 'query');
      await work(writer);
      return query.mock.calls.length;
    });
  const recording = { referenceOn: REFERENCE_ON, importId: null, recordedBy: 'system' };
  const people = (count: number, change = {}) => counted((writer) => recordPeople(writer, staffList(100, change).slice(0, count), { ...recording, referenceOn: LATER }));
  const [newPeople, samePeople] = [[await people(1), await people(10), await people(100)], [await people(1), await people(10), await people(100)]];
  const changedPeople = [await people(1, { jobTitle: 'a' }), await people(10, { jobTitle: 'b' }), await people(100, { jobTitle: 'c' })];
  const ids = await idsOf(100);
  const means = (count: number, change: Partial<MeansFact> = {}) => counted((writer) => recordMeans(writer, overviewOf(ids.slice(0, count), change), { ...recording, referenceOn: LATER }));
  const [newMeans, sameMeans] = [[await means(1), await means(10), await means(100)], [await means(1), await means(10), await means(100)]];
  const changedMeans = [await means(1, { method: 'sms' }), await means(10, { method: 'token' }), await means(100, { state: 'suspended' })];
  expect({ newPeople, samePeople, changedPeople, newMeans, sameMeans, changedMeans }).toEqual({
    ...{ newPeople: [10, 10, 10], samePeople: [3, 3, 3], changedPeople: [10, 10, 10] },
    ...{ newMeans: [9, 9, 9], sameMeans: [3, 3, 3], changedMeans: [9, 9, 9] },
  });
});

/** The plain model of one means' state: stretches of days that follow one another. */
type Stretch = { readonly from: string; readonly until: string; readonly state: string };

function recordIn(stretches: readonly Stretch[], state: string, on: string): Stretch[] {
  if (stretches.length === 0) return [{ from: '0000', until: '9999', state }];
  return stretches.flatMap((stretch) => {
    if (on < stretch.from || on >= stretch.until || stretch.state === state) return [stretch];
    const after = { from: on, until: stretch.until, state };
    return stretch.from === on ? [after] : [{ ...stretch, until: on }, after];
  });
}

describe('any recordings of a means one after another', () => {
  const DAYS = ['2026-01-01', '2026-02-01', '2026-03-01'] as const;
  const steps = fc.array(fc.record({ on: fc.constantFrom(...DAYS), state: fc.constantFrom('active' as const, 'suspended' as const, 'withdrawn' as const) }), { minLength: 1, maxLength: 6 });

  it('are read back on every day, as known at every instant', async () => {
    const [id = ''] = await idsOf(1);
    let nr = 0;
    await fc.assert(
      fc.asyncProperty(steps, async (recordings) => {
        nr += 1;
        const supplierReference = `R${nr}`;
        let believed: Stretch[] = [];
        const history: { readonly at: string; readonly stretches: Stretch[] }[] = [];
        for (const { on, state } of recordings) {
          await office.means(overviewOf([id], { supplierReference, state, statedOn: day(on) }), { referenceOn: day(on) });
          believed = recordIn(believed, state, on);
          history.push({ at: await now(), stretches: believed });
        }
        await db.read(office.scope, async (reader) => {
          for (const on of DAYS) {
            for (const { at, stretches } of history) {
              const means = (await meansByPerson(reader, [id], { on: day(on), knownAt: at })).get(id)?.find((each) => each.supplierReference === supplierReference);
              expect(means?.state).toBe(stretches.find(({ from, until }) => from <= on && on < until)?.state);
            }
          }
        });
      }),
      { numRuns: 20 },
    );
  });
});
