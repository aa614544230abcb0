import { calendarDate } from '@ketenregie/kernel';
import { type Scope, type TenantDb } from '@ketenregie/platform/db';
import { placeOf } from '@ketenregie/platform/graphql';
import { type TestDatabase, createTestDatabase } from '@ketenregie/platform/testing';
import { tenantRows } from '@ketenregie/tenants-server';
import { type CompanyFact, searchWords } from '@ketenregie/companies-domain';
import { type CompanySort } from './companies.queries.js';
import { type CompanyChange, changeCompany, companiesById, companyByNumber, companyIndex, companyPage, recordCompanies, recordCompany } from './index.js';
import { type Office, REFERENCE_ON, anOffice, clientList } from './testing/an-office.js';

let database: TestDatabase;
let db: TenantDb;
let office: Office;
let companies: { readonly companyId: string; readonly clientId: string }[];
beforeAll(async () => {
  database = await createTestDatabase();
  db = await database.open({ rows: [...tenantRows] });
});
afterAll(() => database.drop());
beforeEach(async () => {
  office = await anOffice(db);
  companies = [...(await office.record(clientList(3)))];
});

const at = (index: number) => companies[index] ?? { companyId: '', clientId: '' };
const LATER = calendarDate('2026-12-01');
const find = (scope: Scope, companyId: string, on = REFERENCE_ON) => db.read(scope, async (reader) => (await companiesById(reader, [companyId], { on })).get(companyId));
const change = (scope: Scope, id: string, changed: CompanyChange) => db.write(scope, (writer) => changeCompany(writer, { id, change: changed }, LATER));

describe('finding companies', () => {
  const page = (search: string, { sort = 'name' as CompanySort, first = 50, after = null as string | null, scope = office.scope } = {}) =>
    db.read(scope, (reader) => companyPage(reader, { filter: { words: searchWords(search) }, sort, on: REFERENCE_ON, first, after: placeOf(after, 2) }));

  it.each([
    ['bakkerij', 3],
    ['BAKKERIJ 3', 1],
    ['9000 1001', 1],
    ['K2', 1],
    ['zwolle', 3],
    ['kantoor', 1],
    ['slager', 0],
    ['%_', 4],
    ['', 4],
  ])('by %j gives %s, with the exact number', async (search, count) => {
    const { edges, totalCount } = await page(search, { first: 1 });
    expect([edges.length, totalCount]).toEqual([Math.min(1, count), count]);
  });

  it('pages through all of them once, in each order', async () => {
    await office.record(clientList(12));
    for (const [sort, names] of Object.entries({ name: ['Bakkerij 1 B.V.', 'Bakkerij 10 B.V.'], 'client-number': ['Bakkerij 1 B.V.', 'Bakkerij 2 B.V.'], 'kvk-number': ['Kantoor Noord', 'Bakkerij 1 B.V.'] })) {
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const { edges, pageInfo } = await page('', { sort: sort as CompanySort, first: 5, after });
        seen.push(...edges.map(({ node }) => node.name));
        after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
      } while (after !== null);
      expect([seen.length, new Set(seen).size, seen.slice(0, 2)]).toEqual([13, 13, names]);
    }
  });

  it('takes two statements however long the page is, and one for many by id', async () => {
    await office.record(clientList(100));
    const statements = async (first: number) => {
      const snapshot = db.snapshot(office.scope);
      const { edges } = await companyPage(snapshot, { filter: { words: [] }, sort: 'name', on: REFERENCE_ON, first, after: null });
      await companiesById(snapshot, edges.map(({ node }) => node.id), { on: REFERENCE_ON });
      await snapshot.close();
      return snapshot.statementCount;
    };
    expect([await statements(1), await statements(10), await statements(100)]).toEqual([3, 3, 3]);
  });

  it('puts the best for what was typed first: the beginning of the name, then of its words, then what lies within, on every page', async () => {
    const names = ['Meer en Dijk B.V.', 'Van der Meer B.V.', 'Zomermeer B.V.', 'Aan de Meer B.V.'];
    await office.record(names.map((name, place) => ({ ...(clientList(1)[0] as CompanyFact), position: place, kvkNumber: String(90_003_000 + place), clientNumber: `M${place}`, name })));
    const best = ['Meer en Dijk B.V.', 'Aan de Meer B.V.', 'Van der Meer B.V.', 'Zomermeer B.V.'];
    const first = await page('méér', { sort: 'match', first: 3 });
    const next = await page('méér', { sort: 'match', first: 3, after: first.pageInfo.endCursor });
    expect([...first.edges, ...next.edges].map(({ node }) => node.name)).toEqual(best);
    expect((await page('m2', { sort: 'match' })).edges[0]?.node.name).toBe('Zomermeer B.V.');
    expect((await page('9000 3', { sort: 'match' })).edges).toHaveLength(4);
    expect((await page('90003001', { sort: 'match', scope: office.limitedTo(at(0).clientId) })).edges).toEqual([]);
  });

  it('gives the browser an index whose version changes with the data and with the scope', async () => {
    const index = (scope: Scope, held: string | null = null) => db.read(scope, (reader) => companyIndex(reader, REFERENCE_ON, held));
    const whole = await index(office.scope);
    expect([whole.totalCount, whole.entries?.map(({ name }) => name)]).toEqual([4, ['Bakkerij 1 B.V.', 'Bakkerij 2 B.V.', 'Bakkerij 3 B.V.', 'Kantoor Noord']]);
    expect(await index(office.scope, whole.version)).toEqual({ ...whole, entries: null });
    const limited = await index(office.limitedTo(at(0).clientId), whole.version);
    expect(limited.entries?.map(({ name }) => name)).toEqual(['Bakkerij 1 B.V.', 'Kantoor Noord']);
    await office.record(clientList(1, { town: 'Assen' }));
    expect((await index(office.scope, whole.version)).entries).not.toBeNull();
  });
});

describe('typing a company', () => {
  const type = (typed: object, scope = office.scope) => db.write(scope, (writer) => recordCompany(writer, { name: 'Nieuw B.V.', ...typed }, REFERENCE_ON));

  it('records it with its event', async () => {
    const id = await type({ kvkNumber: ' 90005000 ', clientNumber: 'N1' });
    expect(await find(office.scope, id)).toMatchObject({ kvkNumber: '90005000', clientNumber: 'N1', name: 'Nieuw B.V.' });
    const [event] = await db.read(office.scope, (reader) => reader.query(`select action, object_id as id from audit_event order by sequence desc limit 1`));
    expect(event).toEqual({ action: 'company.recorded', id });
  });

  it.each([
    ['one that is known', { kvkNumber: '90001000' }, { code: 'COMPANY_KNOWN' }],
    ['no name', { name: ' ' }, { code: 'INVALID_INPUT', field: 'name' }],
    ['seven digits', { kvkNumber: '9000100' }, { code: 'INVALID_INPUT', field: 'kvkNumber' }],
    ['the citizen number of a sole trader', { rsin: '992700012', legalForm: 'Eenmanszaak' }, { code: 'INVALID_INPUT', field: 'rsin' }],
    ['a client number of 41 characters', { clientNumber: 'x'.repeat(41) }, { code: 'INVALID_INPUT', field: 'clientNumber' }],
  ])('is refused for %s', async (_, typed, refusal) => {
    await expect(type(typed)).rejects.toMatchObject(refusal);
  });

  it('is for who sees all clients: the answer tells a limited member nothing of what another client has', async () => {
    for (const kvkNumber of ['90001001', '90009999']) await expect(type({ kvkNumber }, office.limitedTo(at(0).clientId))).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('changing a company', () => {
  it('holds from today on, keeps the former name, and says so in the log', async () => {
    const { companyId, clientId } = at(0);
    await change(office.scope, companyId, { name: 'Banket B.V.', town: null, endedOn: calendarDate('2026-12-31') });
    expect(await find(office.scope, companyId)).toMatchObject({ name: 'Bakkerij 1 B.V.', town: 'Zwolle', endedOn: null });
    expect(await find(office.scope, companyId, LATER)).toMatchObject({ name: 'Banket B.V.', otherNames: ['Bakkerij 1 B.V.'], town: null, endedOn: '2026-12-31' });
    const [event] = await db.read(office.limitedTo(clientId), (reader) => reader.query(`select action, payload->'before'->>'name' as before, payload->'after'->>'name' as after from audit_event order by sequence desc limit 1`));
    expect(event).toEqual({ action: 'company.changed', before: 'Bakkerij 1 B.V.', after: 'Banket B.V.' });
  });

  it('writes nothing where nothing changes', async () => {
    const count = () => database.asAdmin<{ count: string }>('select count(*) from company_version union all select count(*) from audit_event');
    const before = await count();
    await change(office.scope, at(0).companyId, { town: 'Zwolle', kvkNumber: '90001000' });
    expect(await count()).toEqual(before);
  });

  it('gives it another number, and finds it by that', async () => {
    await change(office.scope, at(0).companyId, { kvkNumber: '90007777', rsin: '992700012' });
    expect(await db.read(office.scope, (reader) => companyByNumber(reader, { rsin: '992700012' }, LATER))).toMatchObject({ id: at(0).companyId, kvkNumber: '90007777' });
    await expect(change(office.scope, at(1).companyId, { rsin: '992700012' })).rejects.toMatchObject({ code: 'COMPANY_KNOWN' });
    await expect(change(office.scope, at(0).companyId, { legalForm: 'eenmanszaak' })).rejects.toMatchObject({ code: 'INVALID_INPUT', field: 'rsin' });
  });

  it('lets a limited member change his client’s company, but no number', async () => {
    const limited = office.limitedTo(at(0).clientId);
    await change(limited, at(0).companyId, { town: 'Assen' });
    expect(await find(office.scope, at(0).companyId, LATER)).toMatchObject({ town: 'Assen' });
    await expect(change(limited, at(0).companyId, { kvkNumber: '90007777' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('lets a limited member read the tenant’s own company and not change it', async () => {
    const [own] = await db.read(office.scope, (reader) => reader.query<{ id: string }>('select id from company where client_id = tenant_id'));
    expect(await find(office.limitedTo(at(0).clientId), own?.id ?? '')).toMatchObject({ isOwn: true });
    await expect(change(office.limitedTo(at(0).clientId), own?.id ?? '', { town: 'Assen' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await change(office.scope, own?.id ?? '', { town: 'Assen' });
  });
});

describe('the walls of companies', () => {
  it.each<[string, (mine: { clientId: string }) => Promise<Scope>]>([
    ['another tenant', async () => (await anOffice(db)).scope],
    ['a member of another client', async () => office.limitedTo(at(1).clientId)],
    ['a contact of another client', async () => office.contactOf(at(1).clientId)],
  ])('%s sees, changes and deletes nothing, and the right one can', async (_, scopeOf) => {
    const mine = at(0);
    const stranger = await scopeOf(mine);
    expect(await find(stranger, mine.companyId)).toBeUndefined();
    expect(await db.read(stranger, (reader) => companyByNumber(reader, { kvk: '90001000' }, REFERENCE_ON))).toBeNull();
    await expect(change(stranger, mine.companyId, { town: 'Assen' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await db.write(stranger, (writer) => writer.query(`update company_version set town = 'X' where company_id = $1 returning id`, [mine.companyId]))).toEqual([]);
    await expect(db.write(stranger, (writer) => writer.query('delete from company where id = $1', [mine.companyId]))).rejects.toThrow(/permission denied/);

    const right = office.limitedTo(mine.clientId);
    expect(await find(right, mine.companyId)).toMatchObject({ town: 'Zwolle' });
    await change(right, mine.companyId, { town: 'Assen' });
    expect(await find(right, mine.companyId, LATER)).toMatchObject({ town: 'Assen' });
  });

  it('lets two tenants know one company, and neither learn of the other', async () => {
    const other = await anOffice(db);
    const [theirs] = await other.record(clientList(1));
    expect(theirs).toMatchObject({ outcome: 'created' });
    expect(theirs?.companyId).not.toBe(at(0).companyId);
  });

  it('refuses a list from a member who does not see all clients', async () => {
    const record = (scope: Scope) => db.write(scope, (writer) => recordCompanies(writer, clientList(1), { referenceOn: REFERENCE_ON, importId: null, recordedBy: 'system' }));
    await expect(record(office.limitedTo(at(0).clientId))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await record(office.scope)).toMatchObject([{ outcome: 'unchanged' }]);
  });
});
