import type { Scope, TenantDb } from '@ketenregie/platform/db';
import { newId } from '@ketenregie/kernel';
import { type TestDatabase, createTestDatabase } from '@ketenregie/platform/testing';
import { applyImport } from './applying/apply-import.js';
import { previewImport } from './applying/preview-import.js';
import { type FindingGroup, findingGroups } from './findings.queries.js';
import { type RepairRequest, repairImport } from './repair-import.js';
import { stageImport } from './staging/stage-import.js';
import { REFERENCE_DAY, ROWS, makeOffice } from './testing/office.js';
import { undoImport } from './undo-import.js';

let database: TestDatabase;
let db: TenantDb;
beforeAll(async () => {
  database = await createTestDatabase();
  db = await database.open({ rows: ROWS });
});
afterAll(() => database.drop(), 20_000);

const CHAINS = 'Klantnummer;Klantnaam;KvK-nummer;Dienst;Ketenmachtiging;Niveau;Geldig tot';
const CLIENTS = 'Klantnummer;Naam;KvK-nummer;Rechtsvorm';
const stage = async (scope: Scope, ...lines: string[]): Promise<string> => (await stageImport(db, scope, { name: 'k.csv', bytes: Buffer.from(`${lines.join('\n')}\n`), referenceOn: REFERENCE_DAY })).importId;
const apply = (scope: Scope, importId: string) => db.write(scope, (writer) => applyImport(writer, importId));
const missing = async (scope: Scope, importId: string): Promise<FindingGroup[]> => (await db.read(scope, (reader) => findingGroups(reader, importId))).filter(({ category }) => category === 'company-missing');
const repair = (scope: Scope, importId: string, group: FindingGroup | undefined, request: RepairRequest) => db.write(scope, (writer) => repairImport(writer, { importId, repairKey: group?.repairKey ?? '', repair: request }));
const companies = ({ tenantId }: Scope) =>
  database.asAdmin(
    `select v.name, c.kvk_number as kvk, k.client_number as client, (select count(*)::int from authorisation a join authorisation_version w on w.authorisation_id = a.id and w.superseded_at is null where a.company_id = c.id) as rights
     from company c join client k on k.tenant_id = c.tenant_id and k.id = c.client_id join company_version v on v.tenant_id = c.tenant_id and v.company_id = c.id and v.superseded_at is null
     where c.tenant_id = $1 and c.client_id <> c.tenant_id order by v.name, k.client_number`,
    [tenantId],
  );
/** The staged rights by company: whether they wait, and how many. */
const rightsOf = async (scope: Scope, importId: string): Promise<(readonly [name: string, isBlocked: boolean, rights: number])[]> => {
  const rows = await database.asAdmin<{ name: string; blocked: boolean; rights: number }>(
    `select r->'company'->>'name' as name, (r->>'blocked')::boolean as blocked, count(*)::int as rights from import_page p, json_array_elements(p.rights::json) r where p.tenant_id = $1 and p.import_id = $2 group by 1, 2 order by 1`,
    [scope.tenantId, importId],
  );
  return rows.map(({ name, blocked, rights }) => [name, blocked, rights]);
};
const ROW = ';;;btw;ja;EH3;01-01-2028';
const LH = ';;;loonheffingen;ja;EH3;01-01-2028';
const NEW = { kind: 'new-company', company: { name: 'De Vries Holding B.V.', kvkNumber: '90000902', clientNumber: null } } as const;

describe('rows that name no company', () => {
  it('are of the new company that a person adds: shown as new before anything is written, recorded, and undone with it', async () => {
    const scope = await makeOffice(db, 'een', '90000041');
    const importId = await stage(scope, CHAINS, ROW, LH);
    const [group, ...others] = await missing(scope, importId);
    expect([group, others]).toMatchObject([{ count: 2, severity: 'blocks', value: null, state: 'open' }, []]);
    expect(await previewImport(db, scope, importId)).toEqual({ created: 0, updated: 0, unchanged: 0, skipped: 2 });
    await repair(scope, importId, group, NEW);
    expect(await companies(scope)).toEqual([]);
    const previewed = await previewImport(db, scope, importId);
    expect(previewed).toEqual({ created: 3, updated: 0, unchanged: 0, skipped: 0 });
    expect(await apply(scope, importId)).toEqual(previewed);
    expect(await companies(scope)).toEqual([{ name: 'De Vries Holding B.V.', kvk: '90000902', client: null, rights: 2 }]);
    await db.write(scope, (writer) => undoImport(writer, { importId, keepsChanged: false }));
    expect(await companies(scope)).toEqual([]);
  });

  it('are of the company of the register that a person picks, also of one without any number', async () => {
    const scope = await makeOffice(db, 'twee', '90000042');
    await apply(scope, await stage(scope, CLIENTS, 'K1;Bakkerij B.V.;90000201;BV', 'K2;Jansen;;natuurlijk persoon', 'K3;Jansen;;natuurlijk persoon'));
    const [{ id } = { id: '' }] = await database.asAdmin<{ id: string }>(`select c.id from company c join client k on k.id = c.client_id where c.tenant_id = $1 and k.client_number = 'K3'`, [scope.tenantId]);
    const importId = await stage(scope, CHAINS, 'K3;;;btw;ja;EH3;01-01-2028', 'K9;;;btw;ja;EH3;01-01-2028', ROW);
    const groups = await missing(scope, importId);
    expect(groups.map(({ value, count }) => [value, count]).sort()).toEqual([['K3', 1], ['K9', 1], [null, 1]].sort());
    await repair(scope, importId, groups.find(({ value }) => value === 'K3'), { kind: 'company', value: id });
    expect(await apply(scope, importId)).toEqual({ created: 1, updated: 0, unchanged: 1, skipped: 2 });
    expect(await companies(scope)).toMatchObject([{ name: 'Bakkerij B.V.', rights: 0 }, { name: 'Jansen', client: 'K2', rights: 0 }, { name: 'Jansen', client: 'K3', rights: 1 }]);
  });

  it('get a new company of a client that is known by its number', async () => {
    const scope = await makeOffice(db, 'drie', '90000043');
    await apply(scope, await stage(scope, CLIENTS, 'K1;Bakkerij B.V.;90000301;BV'));
    const importId = await stage(scope, CHAINS, ROW);
    await repair(scope, importId, (await missing(scope, importId))[0], { kind: 'new-company', company: { name: 'Bakkerij Holding', clientNumber: 'K1' } });
    await apply(scope, importId);
    expect(await companies(scope)).toMatchObject([{ name: 'Bakkerij B.V.', client: 'K1' }, { name: 'Bakkerij Holding', client: 'K1', kvk: null, rights: 1 }]);
  });

  it('wait on where something else blocks them too', async () => {
    const scope = await makeOffice(db, 'vier', '90000044');
    const importId = await stage(scope, CHAINS, `${'9'.repeat(60)};;;btw;ja;EH3;01-01-2028`, LH);
    for (const group of await missing(scope, importId)) await repair(scope, importId, group, { ...NEW, company: { ...NEW.company, kvkNumber: null, name: `N ${group.count}${group.value?.length ?? 0}` } });
    expect(await apply(scope, importId)).toMatchObject({ skipped: 1 });
  });
});

describe('a new company', () => {
  it.each([
    ['without a name', { name: '  ' }, 'INVALID_INPUT'],
    ['with a number that is none', { name: 'A', kvkNumber: '123' }, 'INVALID_INPUT'],
    ['with a client number that is too long', { name: 'A', clientNumber: 'k'.repeat(41) }, 'INVALID_INPUT'],
    ['whose number the register has', { name: 'A', kvkNumber: '90000501' }, 'COMPANY_KNOWN'],
    ['whose name the register has, without a number', { name: 'bakkerij bv' }, 'COMPANY_KNOWN'],
  ])('%s is refused, and its rows wait on', async (what, company, code) => {
    const slug = `vijf-${what.length}`;
    const scope = await makeOffice(db, slug, `9100${String(what.length).padStart(4, '0')}`);
    await apply(scope, await stage(scope, CLIENTS, ';Bakkerij B.V.;90000501;BV'));
    const importId = await stage(scope, CHAINS, ROW);
    const [group] = await missing(scope, importId);
    await expect(repair(scope, importId, group, { kind: 'new-company', company })).rejects.toMatchObject({ code });
    expect((await missing(scope, importId))[0]?.state).toBe('open');
  });

  it('is made with a number that another office has too, of which nothing is learned', async () => {
    const other = await makeOffice(db, 'zes', '90000046');
    await apply(other, await stage(other, CLIENTS, 'K1;Van een ander;90000902;BV'));
    const scope = await makeOffice(db, 'zeven', '90000047');
    const importId = await stage(scope, CHAINS, ROW);
    await repair(scope, importId, (await missing(scope, importId))[0], NEW);
    expect(await apply(scope, importId)).toEqual({ created: 2, updated: 0, unchanged: 0, skipped: 0 });
    expect(await companies(scope)).toEqual([{ name: 'De Vries Holding B.V.', kvk: '90000902', client: null, rights: 1 }]);
    expect(await companies(other)).toMatchObject([{ name: 'Van een ander', rights: 0 }]);
  });

  it('is not made by who sees some clients only, for whom no import is there, whether the register has it or not', async () => {
    const scope = await makeOffice(db, 'acht', '90000048');
    await apply(scope, await stage(scope, CLIENTS, 'K1;Bakkerij B.V.;90000801;BV'));
    const importId = await stage(scope, CHAINS, ROW);
    const [group] = await missing(scope, importId);
    const limited: Scope = { ...scope, hasAllClients: false, clientIds: [] };
    for (const kvkNumber of ['90000801', '90000802']) await expect(repair(limited, importId, group, { ...NEW, company: { ...NEW.company, kvkNumber } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await repair(scope, importId, group, { ...NEW, company: { ...NEW.company, kvkNumber: '90000802' } });
    expect((await missing(scope, importId))[0]?.state).toBe('repaired');
  });
});

describe('a company that is picked', () => {
  it('must be in sight: not one of another office, of a client out of scope, nor one that is not there', async () => {
    const other = await makeOffice(db, 'negen', '90000049');
    const scope = await makeOffice(db, 'tien', '90000050');
    for (const each of [other, scope]) await apply(each, await stage(each, CLIENTS, 'K1;Bakkerij B.V.;90000801;BV'));
    const idOf = async ({ tenantId }: Scope): Promise<string> => (await database.asAdmin<{ id: string }>(`select id from company where tenant_id = $1 and kvk_number = '90000801'`, [tenantId]))[0]?.id ?? '';
    const importId = await stage(scope, CHAINS, ROW);
    const [group] = await missing(scope, importId);
    for (const value of [await idOf(other), newId(), 'geen id']) await expect(repair(scope, importId, group, { kind: 'company', value })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(repair({ ...scope, hasAllClients: false, clientIds: [] }, importId, group, { kind: 'company', value: await idOf(scope) })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await repair(scope, importId, group, { kind: 'company', value: await idOf(scope) });
    expect((await missing(scope, importId))[0]?.state).toBe('repaired');
  });
});

describe('a matrix with its companies in columns', () => {
  const stageTurned = async (scope: Scope, ...lines: string[]): Promise<string> => (await stageImport(db, scope, { name: 'rooster.csv', kind: 'matrix', bytes: Buffer.from(`${lines.join('\n')}\n`), referenceOn: REFERENCE_DAY })).importId;

  it('has its rights without a company repaired like those of rows, each cell by itself, and no other company is touched', async () => {
    const scope = await makeOffice(db, 'elf', '90000051');
    const importId = await stageTurned(scope, 'Bedrijf;Bakkerij B.V.;;Slagerij B.V.', 'KvK;90000601;;90000602', 'Omzetbelasting;EH3;EH3;EH3', 'Loonheffingen;EH3;EH3;', 'UWV;;EH3;EH3');
    const [group, ...others] = await missing(scope, importId);
    expect([group, others]).toMatchObject([{ severity: 'blocks', state: 'open', count: 3 }, []]);
    expect(await rightsOf(scope, importId)).toEqual([['', true, 3], ['Bakkerij B.V.', false, 2], ['Slagerij B.V.', false, 2]]);
    await repair(scope, importId, group, NEW);
    expect(await rightsOf(scope, importId)).toEqual([['Bakkerij B.V.', false, 2], ['De Vries Holding B.V.', false, 3], ['Slagerij B.V.', false, 2]]);
    await apply(scope, importId);
    expect(await companies(scope)).toMatchObject([{ name: 'Bakkerij B.V.', kvk: '90000601' }, { name: 'De Vries Holding B.V.', kvk: '90000902' }, { name: 'Slagerij B.V.', kvk: '90000602' }]);
  });

  it('is read again without asking anything where all columns name theirs', async () => {
    const scope = await makeOffice(db, 'twaalf', '90000052');
    const importId = await stageTurned(scope, 'Bedrijf;Bakkerij B.V.;Slagerij B.V.', 'KvK;90000611;90000612', 'Omzetbelasting;EH3;EH3', 'Loonheffingen;EH3;', 'UWV;;EH3');
    expect(await missing(scope, importId)).toEqual([]);
    expect(await rightsOf(scope, importId)).toEqual([['Bakkerij B.V.', false, 2], ['Slagerij B.V.', false, 2]]);
  });
});
