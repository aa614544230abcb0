import { newId } from '@ketenregie/kernel';
import type { Reader, TenantDb } from '@ketenregie/platform/db';
import { type TestDatabase, createTestDatabase } from '@ketenregie/platform/testing';
import { authorisationPage, recordAuthorisations, rightsById, rightsOfCompany } from './index.js';
import { knownRights } from './known-rights.js';
import { type Office, REFERENCE_ON, aFact, anOffice, anOfficeHalf } from './testing/an-office.js';

const COMPANIES = 1500;
const asOf = { on: REFERENCE_ON, knownAt: null };
let database: TestDatabase;
let db: TenantDb;
let office: Office;
beforeAll(async () => {
  database = await createTestDatabase();
  db = await database.open();
  office = await anOffice(db);
  const clients = Array.from({ length: COMPANIES }, () => ({ clientId: newId(), companyId: newId() }));
  await db.write(office.scope, async (writer) => {
    await writer.query(`insert into client (id, name) select id, 'Client' from unnest($1::uuid[]) as id`, [clients.map(({ clientId }) => clientId)]);
    await writer.query('insert into company (client_id, id) select * from unnest($1::uuid[], $2::uuid[])', [clients.map(({ clientId }) => clientId), clients.map(({ companyId }) => companyId)]);
    const facts = clients.flatMap((client) => [aFact(office, client), anOfficeHalf(office, client)]);
    await recordAuthorisations(writer, facts, { referenceOn: REFERENCE_ON, importId: null, recordedBy: 'system' });
  });
});
afterAll(() => database.drop());

/** The plan of the one statement that a read runs. */
async function planOf(read: (reader: Reader) => Promise<unknown>): Promise<string> {
  const lines: string[] = [];
  await db.read(office.scope, (reader) =>
    read({
      async query<Row>(sql: string, values: readonly unknown[] = []) {
        const plan = await reader.query<{ 'QUERY PLAN': string }>(`explain ${sql}`, values);
        lines.push(...plan.map((line) => line['QUERY PLAN']));
        return [] as Row[];
      },
    }),
  );
  return lines.join('\n');
}

// The database of a spec has no statistics, as a real one has none in the minute after its first import: there the planner takes any index
// for the tenant's few rows, and a look-up for each right becomes a scan of all rights.
describe('right after an import, each right looks its version up by index', () => {
  it.each<[string, (reader: Reader) => Promise<unknown>]>([
    ['when the next file is recorded', (reader) => knownRights(reader, REFERENCE_ON, [office.a.companyId])],
    ['for a company', (reader) => rightsOfCompany(reader, office.a.companyId, asOf)],
    ['by id', (reader) => rightsById(reader, [newId()], asOf)],
    ['on a page of a person', (reader) => authorisationPage(reader, { ...asOf, filter: { personId: office.people[0] }, sort: 'ends-on', first: 50, after: null })],
  ])('%s', async (_, read) => {
    const plan = await planOf(read);
    expect(plan).toMatch(/Index Scan using authorisation_version_(current|by_client) on authorisation_version/);
    expect(plan).not.toMatch(/Scan (using authorisation_version_ends )?on authorisation_version|Seq Scan/);
  });
});
