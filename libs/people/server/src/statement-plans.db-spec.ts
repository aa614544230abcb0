import type { Reader, TenantDb } from '@ketenregie/platform/db';
import { type TestDatabase, createTestDatabase } from '@ketenregie/platform/testing';
import { tenantRows } from '@ketenregie/tenants-server';
import { knownPeople, meansByPerson, peopleById, peoplePage, recordMeans, recordPeople } from './index.js';
import { type Office, REFERENCE_ON, anOffice, overviewOf, staffList } from './testing/an-office.js';

const MANY = 300;
let database: TestDatabase;
let db: TenantDb;
let office: Office;
let ids: string[];
beforeAll(async () => {
  database = await createTestDatabase();
  db = await database.open({ rows: [...tenantRows] });
  office = await anOffice(db);
  ids = (await office.people(staffList(MANY))).map(({ personId }) => personId ?? '');
  await office.means(overviewOf(ids));
});
afterAll(() => database.drop());

/** Hands every statement on, after asking for its plan as it stands: no statistics yet, as in the middle of an import. */
function explaining<Through extends Reader>(through: Through, plans: string[]): Through {
  const query = async (sql: string, values: readonly unknown[] = []) => {
    const lines = /^\s*(select|update|insert)\b/.test(sql) ? await through.query<{ 'QUERY PLAN': string }>(`explain (costs off) ${sql}`, values) : [];
    plans.push(`${sql.trim()}\n${lines.map((line) => line['QUERY PLAN']).join('\n')}`);
    return through.query(sql, values);
  };
  return new Proxy(through, { get: (target, key) => (key === 'query' ? query : Reflect.get(target, key, target)) });
}

/** A join that compares every pair: quadratic, and minutes long for thousands of people. */
const comparingAllPairs = (plans: readonly string[]): readonly string[] => plans.filter((plan) => plan.includes('Join Filter')).map((plan) => plan.slice(0, 80));
const RECORDING = { referenceOn: REFERENCE_ON, importId: null, recordedBy: 'system' };

describe('the statements of people and means', () => {
  it.each<[string, Parameters<typeof staffList>[1]]>([
    ['known', {}],
    ['changed', { jobTitle: 'chef' }],
    ['new', { email: null, fullName: 'Nieuw Iemand' }],
  ])('look each person up by an index when a list is %s, whatever the planner knows', async (_, change) => {
    const plans: string[] = [];
    await db.write(office.scope, (writer) => recordPeople(explaining(writer, plans), staffList(MANY, change), RECORDING));
    expect(plans.length).toBeGreaterThan(2);
    expect(comparingAllPairs(plans)).toEqual([]);
  });

  it.each<[string, Parameters<typeof overviewOf>[1]]>([
    ['known', {}],
    ['changed', { state: 'suspended' }],
    ['new', { supplierKey: 'kpn', supplierReference: null }],
    ['numbered now', { supplierKey: 'kpn' }],
  ])('look each means up by an index when an overview is %s', async (_, change) => {
    const plans: string[] = [];
    await db.write(office.scope, (writer) => recordMeans(explaining(writer, plans), overviewOf(ids, change), RECORDING));
    expect(plans.length).toBeGreaterThan(2);
    expect(comparingAllPairs(plans)).toEqual([]);
  });

  it('look people up by an index when they are read', async () => {
    const plans: string[] = [];
    await db.read(office.scope, async (snapshot) => {
      const reader = explaining(snapshot, plans);
      await peoplePage(reader, { filter: { words: ['bos'], service: 'in' }, on: REFERENCE_ON, first: 50, after: null });
      await peopleById(reader, ids, { on: REFERENCE_ON });
      await meansByPerson(reader, ids, { on: REFERENCE_ON, knownAt: '2030-01-01T00:00:00Z' });
      await knownPeople(reader);
    });
    expect(plans).toHaveLength(5);
    expect(comparingAllPairs(plans)).toEqual([]);
  });
});
