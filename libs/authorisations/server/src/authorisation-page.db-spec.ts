import { calendarDate } from '@ketenregie/kernel';
import type { Scope, TenantDb } from '@ketenregie/platform/db';
import { cursorOf } from '@ketenregie/platform/graphql';
import { type TestDatabase, createTestDatabase } from '@ketenregie/platform/testing';
import { type AuthorisationFact, type AuthorisationFilter, type PageRequest, authorisationPage, countAuthorisations, recordAuthorisations, rightsById, rightsOfCompany, targetsByVersion } from './index.js';
import { type Office, REFERENCE_ON, aFact, anOffice, anOfficeHalf } from './testing/an-office.js';

const day = calendarDate;
const asOf = { on: REFERENCE_ON, knownAt: null };
const provider = (isWholeProvider: boolean) => [{ serviceKey: null, providerKey: 'uwv', isWholeProvider }];
const service = (serviceKey: string) => [{ serviceKey, providerKey: null, isWholeProvider: false }];

let database: TestDatabase;
let db: TenantDb;
let office: Office;
beforeAll(async () => {
  database = await createTestDatabase();
  db = await database.open();
  office = await anOffice(db);
  const facts: AuthorisationFact[] = [
    aFact(office, { task: 'uwv', endsOn: day('2027-03-01') }),
    aFact(office, { task: 'tax', targets: service('bd-lh'), endsOn: null, supplierKey: 'weid', level: 'EH4', position: 1 }),
    aFact(office, { task: 'all', scope: 'all', targets: [], endsOn: day('2027-01-01'), state: 'requested', position: 2 }),
    aFact(office, { task: 'whole', ...office.b, targets: provider(true), endsOn: day('2027-03-01'), position: 3 }),
    aFact(office, { task: 'named', ...office.b, targets: provider(false), endsOn: null, level: null, position: 4 }),
    anOfficeHalf(office, { task: 'half', position: 0 }),
    anOfficeHalf(office, { task: 'half-b', ...office.b, personId: office.people[1], position: 3 }),
  ];
  await db.write(office.scope, (writer) => recordAuthorisations(writer, facts, { referenceOn: REFERENCE_ON, importId: null, recordedBy: 'system' }));
});
afterAll(() => database.drop());

const request = (change: Partial<PageRequest> = {}): PageRequest => ({ ...asOf, filter: {}, sort: 'ends-on', first: 50, after: null, ...change });
const page = (change: Partial<PageRequest> = {}, scope: Scope = office.scope) => db.read(scope, (reader) => authorisationPage(reader, request(change)));
const tasks = async (change: Partial<PageRequest> = {}, scope?: Scope) => (await page(change, scope)).edges.map(({ node }) => node.task);

describe('a page of rights', () => {
  it.each<[string, () => AuthorisationFilter, string[]]>([
    ['nothing', () => ({}), ['all', 'half', 'half-b', 'named', 'tax', 'uwv', 'whole']],
    ['its kind', () => ({ kinds: ['office-half'] }), ['half', 'half-b']],
    ['its state', () => ({ states: ['requested'] }), ['all']],
    ['its client', () => ({ clientId: office.b.clientId }), ['half-b', 'named', 'whole']],
    ['its company', () => ({ companyId: office.a.companyId, kinds: ['client-half'] }), ['all', 'tax', 'uwv']],
    ['its person', () => ({ personId: office.people[1] }), ['half-b']],
    ['its supplier', () => ({ supplierKey: 'weid' }), ['tax']],
    ['its level', () => ({ levels: ['EH4'] }), ['tax']],
    ['a service, however it is reached', () => ({ serviceKey: 'uwv-verzuim' }), ['all', 'half', 'half-b', 'named', 'uwv', 'whole']],
    ['a provider that is named', () => ({ providerKey: 'uwv' }), ['half', 'half-b', 'named', 'uwv', 'whole']],
    ['its end, both days included', () => ({ endsOnOrAfter: day('2027-01-01'), endsOnOrBefore: day('2027-02-28') }), ['all']],
  ])('is narrowed by %s, with the exact number', async (_, filter, expected) => {
    expect((await tasks({ filter: filter() })).sort()).toEqual(expected);
    expect(await db.read(office.scope, (reader) => countAuthorisations(reader, filter(), asOf))).toBe(expected.length);
  });

  it.each(['ends-on', 'company', 'recorded'] as const)('goes through all rights once in the order %s, two at a time', async (sort) => {
    const whole = await tasks({ sort });
    const seen: (string | null)[] = [];
    let after: string | null = null;
    do {
      const { edges, pageInfo }: Awaited<ReturnType<typeof page>> = await page({ sort, first: 2, after });
      seen.push(...edges.map(({ node }) => node.task));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual(whole);
    expect(whole).toHaveLength(7);
  });

  it('puts the soonest end first and rights without one last', async () => {
    const ends = (await page()).edges.map(({ node }) => node.endsOn);
    expect(ends).toEqual(['2027-01-01', '2027-03-01', '2027-03-01', null, null, null, null]);
  });

  it('sorts by the name of the company', async () => {
    const companies = (await page({ sort: 'company' })).edges.map(({ node }) => node.companyId);
    expect(companies.slice(0, 3)).toEqual([office.b.companyId, office.b.companyId, office.b.companyId]);
  });

  it.each([['of another kind', cursorOf(['2027-01-01'])], ['with no day', cursorOf(['gisteren', 'x'])], ['of nothing', 'zomaar']])('refuses a cursor %s', async (_, after) => {
    await expect(page({ after })).rejects.toMatchObject({ code: 'INVALID_INPUT', field: 'after' });
  });

  it('shows and counts what a member may see, and nothing to another tenant', async () => {
    const limited = office.limitedTo(office.b.clientId);
    const stranger = (await anOffice(db)).scope;
    const count = (scope: Scope) => db.read(scope, (reader) => countAuthorisations(reader, {}, asOf));
    expect([await count(office.scope), await count(limited), await count(stranger)]).toEqual([7, 3, 0]);
    expect((await tasks({}, limited)).sort()).toEqual(['half-b', 'named', 'whole']);
    expect(await tasks({ filter: { companyId: office.a.companyId } }, limited)).toEqual([]);
  });
});

describe('rights of one company, by id', () => {
  it('are theirs alone, of the clients in sight', async () => {
    const read = (scope: Scope) => db.read(scope, async (reader) => (await rightsOfCompany(reader, office.a.companyId, asOf)).length);
    expect([await read(office.scope), await read(office.limitedTo(office.a.clientId)), await read(office.limitedTo(office.b.clientId))]).toEqual([4, 4, 0]);
  });

  it('come with their targets in one statement, for one right and for all', async () => {
    const snapshot = db.snapshot(office.scope);
    const rights = await rightsOfCompany(snapshot, office.b.companyId, asOf);
    const targets = await targetsByVersion(snapshot, rights.map(({ versionId }) => versionId));
    const byTask = Object.fromEntries(rights.map(({ task, versionId }) => [task, targets.get(versionId)?.map(({ serviceId: _, ...target }) => target)]));
    expect(byTask).toEqual({ whole: provider(true), named: provider(false), 'half-b': service('uwv-verzuim') });
    expect((await rightsById(snapshot, rights.map(({ id }) => id), asOf)).size).toBe(3);
    expect(snapshot.statementCount).toBe(3);
    await snapshot.close();
  });
});
