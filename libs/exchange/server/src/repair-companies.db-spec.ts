import { companyPage } from '@ketenregie/companies-server';
import type { Scope, TenantDb } from '@ketenregie/platform/db';
import { type TestDatabase, createTestDatabase } from '@ketenregie/platform/testing';
import { applyImport } from './applying/apply-import.js';
import type { Changes } from './applying/changes.js';
import { previewImport } from './applying/preview-import.js';
import { findingGroups, findingRows } from './findings.queries.js';
import { repairImport } from './repair-import.js';
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

const CHAINS = 'Klantnaam;KvK-nummer;Dienst;Ketenmachtiging;Niveau;Geldig tot;Gekoppelde medewerkers';
const CLIENTS = 'Klantnummer;Naam;KvK-nummer;Rechtsvorm';

async function stage(scope: Scope, ...lines: string[]): Promise<string> {
  return (await stageImport(db, scope, { name: 'k.csv', bytes: Buffer.from(`${lines.join('\n')}\n`), referenceOn: REFERENCE_DAY })).importId;
}
const apply = (scope: Scope, importId: string): Promise<Changes> => db.write(scope, (writer) => applyImport(writer, importId));
const groupOf = async (scope: Scope, importId: string, category: string) => (await db.read(scope, (reader) => findingGroups(reader, importId))).find((group) => group.category === category);
const numbersOf = ({ tenantId }: Scope) =>
  database.asAdmin(`select v.name, c.kvk_number as kvk from company c join company_version v on v.tenant_id = c.tenant_id and v.company_id = c.id and v.superseded_at is null where c.tenant_id = $1 and c.client_id <> c.tenant_id order by 1`, [tenantId]);

describe('a KvK number that is none', () => {
  it('waits, is offered from the register, and frees its row once it is put right', async () => {
    const scope = await makeOffice(db, 'een', '90000041');
    await apply(scope, await stage(scope, CLIENTS, 'K1;Bakkerij De Punt B.V.;90000101;BV'));
    const importId = await stage(scope, CHAINS, 'Bakkerij De Punt B.V.;9000;btw;ja;EH3;01-01-2028;', 'Slager B.V.;90000102;btw;ja;EH3;01-01-2028;');
    const group = await groupOf(scope, importId, 'kvk-invalid');
    expect(group).toMatchObject({ severity: 'blocks', value: '9000', count: 1, suggestion: '90000101', state: 'open' });
    expect(await previewImport(db, scope, importId)).toMatchObject({ skipped: 2 });
    const repair = (value: string) => db.write(scope, (writer) => repairImport(writer, { importId, repairKey: group?.repairKey ?? '', repair: { kind: 'kvk', value } }));
    await expect(repair('9000')).rejects.toMatchObject({ code: 'INVALID_INPUT', field: 'value' });
    await repair('90000101');
    const previewed = await previewImport(db, scope, importId);
    expect(previewed).toMatchObject({ skipped: 0 });
    expect(await apply(scope, importId)).toEqual(previewed);
    expect(await numbersOf(scope)).toEqual([{ name: 'Bakkerij De Punt B.V.', kvk: '90000101' }, { name: 'Slager B.V.', kvk: '90000102' }]);
  });

  it('stays shut where something else blocks the row too', async () => {
    const scope = await makeOffice(db, 'twee', '90000042');
    const importId = await stage(scope, CLIENTS, `${'9'.repeat(60)};A B.V.;12;BV`, 'K2;B B.V.;90000202;BV');
    const group = await groupOf(scope, importId, 'kvk-invalid');
    await db.write(scope, (writer) => repairImport(writer, { importId, repairKey: group?.repairKey ?? '', repair: { kind: 'kvk', value: '90000201' } }));
    expect(await apply(scope, importId)).toEqual({ created: 1, updated: 0, unchanged: 0, skipped: 1 });
    expect(await numbersOf(scope)).toEqual([{ name: 'B B.V.', kvk: '90000202' }]);
  });
});

describe('a company without a number', () => {
  it('is a group of its own, whose rows get the number together', async () => {
    const scope = await makeOffice(db, 'drie', '90000043');
    const importId = await stage(scope, CHAINS, 'A B.V.;;btw;ja;EH3;01-01-2028;', 'B B.V.;;btw;ja;EH3;01-01-2028;', 'A B.V.;;loonheffingen;ja;EH3;01-01-2028;');
    const groups = (await db.read(scope, (reader) => findingGroups(reader, importId))).filter(({ category }) => category === 'kvk-missing');
    expect(groups.map(({ value, count }) => [value, count])).toEqual([['A B.V.', 2], ['B B.V.', 1]]);
    const rows = await db.read(scope, (reader) => findingRows(reader, { importId, repairKey: groups[0]?.repairKey ?? '', first: 10, after: null }));
    expect(rows.edges.map(({ node }) => node.row)).toEqual([2, 4]);
    await db.write(scope, (writer) => repairImport(writer, { importId, repairKey: groups[0]?.repairKey ?? '', repair: { kind: 'kvk', value: '90000301' } }));
    await apply(scope, importId);
    expect(await numbersOf(scope)).toEqual([{ name: 'A B.V.', kvk: '90000301' }, { name: 'B B.V.', kvk: null }]);
  });
});

describe('two names for one number', () => {
  it('become the one that a person chooses; the other is kept beside it', async () => {
    const scope = await makeOffice(db, 'vier', '90000044');
    const importId = await stage(scope, CHAINS, 'Peperbus B.V.;90000401;btw;ja;EH3;01-01-2028;', 'De Peperbus;90000401;loonheffingen;ja;EH3;01-01-2028;');
    const group = await groupOf(scope, importId, 'same-company-two-names');
    expect(group).toMatchObject({ value: 'De Peperbus', suggestion: 'Peperbus B.V.' });
    await db.write(scope, (writer) => repairImport(writer, { importId, repairKey: group?.repairKey ?? '', repair: { kind: 'name', value: 'De Peperbus' } }));
    await apply(scope, importId);
    expect(await database.asAdmin('select name, other_names as others from company_version where tenant_id = $1 and superseded_at is null and client_id <> tenant_id', [scope.tenantId])).toEqual([{ name: 'De Peperbus', others: ['Peperbus B.V.'] }]);
  });
});

describe('one cell with too many characters', () => {
  it('keeps its own row waiting and says which; the other rows are applied', async () => {
    const scope = await makeOffice(db, 'vijf', '90000045');
    const importId = await stage(scope, CLIENTS, 'K1;A B.V.;90000501;BV', `${'k'.repeat(41)};B B.V.;90000502;BV`, `K3;C B.V.;90000503;${'v'.repeat(201)}`);
    const group = await groupOf(scope, importId, 'cell-too-long');
    const rows = await db.read(scope, (reader) => findingRows(reader, { importId, repairKey: group?.repairKey ?? '', first: 10, after: null }));
    expect(rows.edges[0]?.node).toMatchObject({ row: 3, message: expect.stringContaining('Rij 3, kolom klantnummer: hier staan meer tekens dan het veld kan bevatten (ten hoogste 40)') as string });
    expect(await apply(scope, importId)).toEqual({ created: 1, updated: 0, unchanged: 0, skipped: 2 });
  });
});

describe('an undo', () => {
  it('takes from the search what it took away, and gives back what was found before', async () => {
    const scope = await makeOffice(db, 'zes', '90000046');
    const found = async (search: string): Promise<number> => (await db.read(scope, (reader) => companyPage(reader, { filter: { words: [search] }, sort: 'name', on: REFERENCE_DAY, first: 5, after: null }))).edges.length;
    await apply(scope, await stage(scope, CLIENTS, 'K1;Zeldzaam B.V.;90000601;BV'));
    const importId = await stage(scope, CLIENTS, 'K1;Kwibus B.V.;90000601;BV');
    await apply(scope, importId);
    expect(await found('kwibus')).toBe(1);
    await db.write(scope, (writer) => undoImport(writer, { importId, keepsChanged: false }));
    expect([await found('kwibus'), await found('zeldzaam')]).toEqual([0, 1]);
    const [{ text } = { text: '' }] = await database.asAdmin<{ text: string }>(`select search_text as text from company where tenant_id = $1 and kvk_number = '90000601'`, [scope.tenantId]);
    expect(text).not.toContain('kwibus');
  });
});
