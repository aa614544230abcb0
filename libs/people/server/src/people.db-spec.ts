import { calendarDate } from '@ketenregie/kernel';
import type { Scope, TenantDb } from '@ketenregie/platform/db';
import { placeOf } from '@ketenregie/platform/graphql';
import { type TestDatabase, createTestDatabase } from '@ketenregie/platform/testing';
import { tenantRows } from '@ketenregie/tenants-server';
import { type PersonChange, type TypedPerson, changePerson, meansByPerson, peopleById, peoplePage, recordMeans, recordPeople, recordPerson } from './index.js';
import { type Office, REFERENCE_ON, anOffice, overviewOf, staffList } from './testing/an-office.js';

let database: TestDatabase;
let db: TenantDb;
let office: Office;
let ids: string[];
beforeAll(async () => {
  database = await createTestDatabase();
  db = await database.open({ rows: [...tenantRows] });
});
afterAll(() => database.drop());
beforeEach(async () => {
  office = await anOffice(db);
  ids = (await office.people(staffList(3))).map(({ personId }) => personId ?? '');
});

const LATER = calendarDate('2026-12-01');
const first = () => ids[0] ?? '';
const find = (scope: Scope, id: string, on = REFERENCE_ON) => db.read(scope, async (reader) => (await peopleById(reader, [id], { on })).get(id));
const change = (scope: Scope, id: string, changed: PersonChange) => db.write(scope, (writer) => changePerson(writer, { id, change: changed }, LATER));
const type = (typed: Partial<TypedPerson>) =>
  db.write(office.scope, (writer) => recordPerson(writer, { fullName: 'Bert Kok', initials: null, email: null, jobTitle: null, inServiceFrom: null, inServiceUntil: null, ...typed }, REFERENCE_ON));
const lastEvent = () => db.read(office.scope, (reader) => reader.query(`select action, object_id as id from audit_event order by sequence desc limit 1`));

describe('finding people', () => {
  const page = (words: string[], { first: size = 50, after = null as string | null, service = undefined as 'in' | 'left' | undefined, on = REFERENCE_ON } = {}) =>
    db.read(office.scope, (reader) => peoplePage(reader, { filter: { words, ...(service && { service }) }, on, first: size, after: placeOf(after, 2) }));

  it.each([
    [['bos'], 3],
    [['anna', '2'], 1],
    [['anna.3@kantoor'], 1],
    [['%'], 0],
    [[], 3],
  ])('by %j gives %s, with the exact number', async (words, count) => {
    const { edges, totalCount } = await page(words, { first: 1 });
    expect([edges.length, totalCount]).toEqual([Math.min(1, count), count]);
  });

  it('pages through all of them once, by name', async () => {
    await office.people(staffList(12));
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { edges, pageInfo } = await page([], { first: 5, after });
      seen.push(...edges.map(({ node }) => node.fullName));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect([seen.length, new Set(seen).size, seen.slice(0, 2)]).toEqual([12, 12, ['Anna Bos 1', 'Anna Bos 10']]);
  });

  it('tells who is in service from who left, the last day included', async () => {
    await change(office.scope, first(), { inServiceUntil: calendarDate('2026-12-31') });
    const left = async (on: string) => (await page([], { service: 'left', on: calendarDate(on) })).totalCount;
    expect([await left('2026-12-31'), await left('2027-01-01')]).toEqual([0, 1]);
    expect((await page([], { service: 'in', on: calendarDate('2027-01-01') })).totalCount).toBe(2);
  });

  it('takes two statements however long the page is, one for many by id, and one for all their means', async () => {
    const many = (await office.people(staffList(100))).map(({ personId }) => personId);
    await office.means(overviewOf(many));
    const statements = async (size: number) => {
      const snapshot = db.snapshot(office.scope);
      const people = (await peoplePage(snapshot, { filter: { words: [] }, on: REFERENCE_ON, first: size, after: null })).edges.map(({ node }) => node.id);
      await peopleById(snapshot, people, { on: REFERENCE_ON });
      expect((await meansByPerson(snapshot, people, { on: REFERENCE_ON })).size).toBe(size);
      await snapshot.close();
      return snapshot.statementCount;
    };
    expect([await statements(1), await statements(10), await statements(100)]).toEqual([4, 4, 4]);
  });
});

describe('typing a person', () => {
  it('records him with his event', async () => {
    const id = await type({ email: ' Bert@Kantoor.example ' });
    expect(await find(office.scope, id)).toMatchObject({ fullName: 'Bert Kok', email: 'bert@kantoor.example', isDirector: false });
    expect(await lastEvent()).toEqual([{ action: 'person.recorded', id }]);
  });

  it('records a second person of a name where both have an address', async () => {
    const id = await type({ fullName: 'Anna Bos 1', email: 'another@kantoor.example' });
    expect(ids).not.toContain(id);
  });

  it.each<[string, Partial<TypedPerson>, object]>([
    ['an address that is known', { email: 'anna.1@kantoor.example' }, { code: 'PERSON_KNOWN', field: 'email' }],
    ['a name that is known, without address', { fullName: 'Anna Bos 1' }, { code: 'PERSON_KNOWN', field: 'fullName' }],
    ['no name', { fullName: ' ' }, { code: 'INVALID_INPUT', field: 'fullName' }],
    ['no address', { email: 'anna' }, { code: 'INVALID_INPUT', field: 'email' }],
    ['a last day before the first', { inServiceFrom: LATER, inServiceUntil: REFERENCE_ON }, { code: 'INVALID_INPUT', field: 'inServiceUntil' }],
  ])('is refused for %s', async (_, typed, refusal) => {
    await expect(type(typed)).rejects.toMatchObject(refusal);
  });
});

describe('changing a person', () => {
  it('holds from today on, and is found by what he is called now', async () => {
    await change(office.scope, first(), { fullName: 'Anna Smit', inServiceUntil: calendarDate('2026-12-31') });
    expect(await find(office.scope, first())).toMatchObject({ fullName: 'Anna Bos 1', inServiceUntil: null });
    expect(await find(office.scope, first(), LATER)).toMatchObject({ fullName: 'Anna Smit', inServiceUntil: '2026-12-31', email: 'anna.1@kantoor.example' });
    expect(await lastEvent()).toEqual([{ action: 'person.changed', id: first() }]);
    await change(office.scope, first(), { inServiceUntil: null });
    expect(await find(office.scope, first(), LATER)).toMatchObject({ inServiceUntil: null });
  });

  it('writes nothing where nothing changes, and refuses the address of somebody else', async () => {
    const before = await lastEvent();
    await change(office.scope, first(), { fullName: ' Anna Bos 1 ', email: 'ANNA.1@kantoor.example' });
    expect(await lastEvent()).toEqual(before);
    await expect(change(office.scope, first(), { email: 'anna.2@kantoor.example' })).rejects.toMatchObject({ code: 'PERSON_KNOWN' });
  });
});

describe('the walls of people', () => {
  it.each<[string, () => Promise<Scope>]>([
    ['another tenant', async () => (await anOffice(db)).scope],
    ['a client contact', async () => office.contact],
  ])('%s sees, changes and deletes nobody and no means, and staff without any client can', async (_, scopeOf) => {
    await office.means(overviewOf([first()]));
    const stranger = await scopeOf();
    expect(await find(stranger, first())).toBeUndefined();
    expect((await db.read(stranger, (reader) => meansByPerson(reader, [first()], { on: REFERENCE_ON }))).size).toBe(0);
    await expect(change(stranger, first(), { jobTitle: 'x' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    for (const table of ['person_version', 'means_version']) expect(await db.write(stranger, (writer) => writer.query(`update ${table} set superseded_at = now() returning id`))).toEqual([]);
    for (const table of ['person', 'means']) await expect(db.write(stranger, (writer) => writer.query(`delete from ${table}`))).rejects.toThrow(/permission denied/);

    expect(await find(office.staff, first())).toMatchObject({ fullName: 'Anna Bos 1' });
    expect((await db.read(office.staff, (reader) => meansByPerson(reader, [first()], { on: REFERENCE_ON }))).get(first())).toHaveLength(1);
    await change(office.staff, first(), { jobTitle: 'chef' });
    expect(await find(office.staff, first(), LATER)).toMatchObject({ jobTitle: 'chef' });
  });

  it('gives a person of two tenants to each of them, and a means to neither’s person of the other', async () => {
    const other = await anOffice(db);
    const [theirs] = await other.people(staffList(1));
    expect(theirs).toMatchObject({ outcome: 'created' });
    const recording = { referenceOn: REFERENCE_ON, importId: null, recordedBy: 'system' };
    await expect(db.write(other.scope, (writer) => recordMeans(writer, overviewOf([first()]), recording))).rejects.toThrow(/foreign key/);
    expect(await other.means(overviewOf([theirs?.personId ?? '']))).toMatchObject([{ outcome: 'created' }]);
    expect(await db.write(office.scope, (writer) => recordPeople(writer, staffList(1), recording))).toMatchObject([{ outcome: 'unchanged' }]);
  });
});
