import { calendarDate, newId } from '@ketenregie/kernel';
import { type TenantDb } from '@ketenregie/platform/db';
import { type TestDatabase, createTestDatabase } from '@ketenregie/platform/testing';
import { tenantRows } from '@ketenregie/tenants-server';
import {
  changeCompany, companiesById, companyByNumber, companyIndex, companyPage, knownCompanies, ownCompanies, ownCompaniesOn, recordCompany,
} from './index.js';
import { type Office, REFERENCE_ON, anOffice, clientList } from './testing/an-office.js';

let database: TestDatabase;
let db: TenantDb;
beforeAll(async () => {
  database = await createTestDatabase();
  db = await database.open({ rows: [...tenantRows] });
});
afterAll(() => database.drop());

const ON = REFERENCE_ON;
/** What undoing an import does to companies: the versions it made are believed no longer. */
const undo = (importId: string) => database.asAdmin('update company_version set superseded_at = clock_timestamp() where import_id = $1 and superseded_at is null', [importId]);

/** In how many companies each way of reading results, the tenant's own first one among them. */
const seen = (office: Office, id: string) =>
  db.read(office.scope, async (reader) => ({
    page: (await companyPage(reader, { filter: { words: [] }, sort: 'name', on: ON, first: 50, after: null })).totalCount,
    index: (await companyIndex(reader, ON)).totalCount,
    known: (await knownCompanies(reader)).length,
    own: (await ownCompanies(reader)).map(({ name }) => name),
    ownOn: (await ownCompaniesOn(reader, ON)).length,
    byId: (await companiesById(reader, [id], { on: ON })).size,
    byNumber: await companyByNumber(reader, { kvk: '90001000' }, ON).then((found) => found?.id ?? null),
  }));

describe('a company whose import was undone', () => {
  it('is seen nowhere, and everywhere once it is stated again', async () => {
    const office = await anOffice(db, 'holding');
    const importId = newId();
    const list = clientList(1, { clientNumber: null });
    const [made] = await office.record(list, { importId });
    const id = made?.companyId ?? '';
    const whole = { page: 2, index: 2, known: 2, own: ['Kantoor Noord', 'Bakkerij 1 B.V.'], ownOn: 2, byId: 1, byNumber: id };
    expect(await seen(office, id)).toEqual(whole);
    await undo(importId);
    expect(await seen(office, id)).toEqual({ page: 1, index: 1, known: 1, own: ['Kantoor Noord'], ownOn: 1, byId: 0, byNumber: null });
    expect(await office.record(list)).toEqual([{ ...made, outcome: 'created' }]);
    expect(await seen(office, id)).toEqual(whole);
  });

  it('is changed by nobody, and can be typed again', async () => {
    const office = await anOffice(db);
    const importId = newId();
    const [made] = await office.record(clientList(1), { importId });
    const type = () => db.write(office.scope, (writer) => recordCompany(writer, { name: 'Bakkerij 1 B.V.', kvkNumber: '90001000' }, ON));
    await expect(type()).rejects.toMatchObject({ code: 'COMPANY_KNOWN' });
    await undo(importId);
    await expect(db.write(office.scope, (writer) => changeCompany(writer, { id: made?.companyId ?? '', change: { town: 'Assen' } }, ON))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await type()).toBe(made?.companyId);
    await expect(type()).rejects.toMatchObject({ code: 'COMPANY_KNOWN' });
  });

  it('is believed once a day where a change of it alone was undone', async () => {
    const office = await anOffice(db);
    const [made] = await office.record(clientList(1));
    const importId = newId();
    await office.record(clientList(1, { town: 'Assen' }), { importId, referenceOn: calendarDate('2026-12-01') });
    await database.asAdmin('update company_version set superseded_at = clock_timestamp() where import_id = $1 and valid_from is not null', [importId]);
    expect(await office.record(clientList(1, { town: 'Emmen' }), { referenceOn: calendarDate('2026-12-05') })).toMatchObject([{ outcome: 'updated' }]);
    const versions = await database.asAdmin(
      'select town, valid_from::text as "from", valid_until::text as until from company_version where company_id = $1 and superseded_at is null order by valid_from nulls first',
      [made?.companyId],
    );
    expect(versions).toEqual([{ town: 'Zwolle', from: null, until: '2026-11-30' }, { town: 'Emmen', from: '2026-12-05', until: null }]);
  });
});
