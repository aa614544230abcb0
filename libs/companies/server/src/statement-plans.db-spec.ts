import { type Reader, type TenantDb } from '@ketenregie/platform/db';
import { type TestDatabase, createTestDatabase } from '@ketenregie/platform/testing';
import { tenantRows } from '@ketenregie/tenants-server';
import { companiesById, companyByNumber, companyIndex, companyPage, knownCompanies, ownCompanies, recordCompanies } from './index.js';
import { type Office, REFERENCE_ON, anOffice, clientList } from './testing/an-office.js';

let database: TestDatabase;
let db: TenantDb;
let office: Office;
beforeAll(async () => {
  database = await createTestDatabase();
  db = await database.open({ rows: [...tenantRows] });
  office = await anOffice(db);
  await office.record(clientList(300));
});
afterAll(() => database.drop());

/** Hands every statement on, after asking for its plan as it stands: no statistics yet, as in the middle of an import. */
function explaining<Through extends Reader>(through: Through, plans: string[]): Through {
  const query = async (sql: string, values: readonly unknown[] = []) => {
    const isPlanned = /^\s*(select|update|insert)\b/.test(sql);
    const lines = isPlanned ? await through.query<{ 'QUERY PLAN': string }>(`explain (costs off) ${sql}`, values) : [];
    plans.push(`${sql.trim()}\n${lines.map((line) => line['QUERY PLAN']).join('\n')}`);
    return through.query(sql, values);
  };
  return new Proxy(through, { get: (target, key) => (key === 'query' ? query : Reflect.get(target, key, target)) });
}

/** A join that compares every pair: quadratic, and minutes long for ten thousand companies. */
const comparingAllPairs = (plans: readonly string[]): readonly string[] => plans.filter((plan) => plan.includes('Join Filter')).map((plan) => plan.slice(0, 80));

describe('the statements of companies', () => {
  it.each([
    ['new', () => clientList(300).map((fact) => ({ ...fact, kvkNumber: `8${fact.kvkNumber?.slice(1) ?? ''}`, clientNumber: `N${fact.position}` }))],
    ['known by number', () => clientList(300)],
    ['changed, and numbered', () => clientList(300, { town: 'Assen' }).map((fact) => ({ ...fact, rsin: fact.position === 0 ? '992700012' : null }))],
    ['known by name', () => clientList(300, { kvkNumber: null, clientNumber: null, isAuthoritative: false })],
  ])('look each company up by an index when a list is %s, whatever the planner knows', async (_, list) => {
    const plans: string[] = [];
    await db.write(office.scope, (writer) => recordCompanies(explaining(writer, plans), list(), { referenceOn: REFERENCE_ON, importId: null, recordedBy: 'system' }));
    expect(plans.length).toBeGreaterThan(3);
    expect(comparingAllPairs(plans)).toEqual([]);
  });

  it('look companies up by an index when they are read', async () => {
    const plans: string[] = [];
    await db.read(office.scope, async (snapshot) => {
      const reader = explaining(snapshot, plans);
      const { edges } = await companyPage(reader, { filter: { words: ['bakkerij'] }, sort: 'name', on: REFERENCE_ON, first: 50, after: null });
      await companiesById(reader, edges.map(({ node }) => node.id), { on: REFERENCE_ON });
      await companyByNumber(reader, { kvk: '90001000' }, REFERENCE_ON);
      await companyIndex(reader, REFERENCE_ON);
      await knownCompanies(reader);
      await ownCompanies(reader);
    });
    expect(plans).toHaveLength(8);
    expect(comparingAllPairs(plans)).toEqual([]);
  });
});
