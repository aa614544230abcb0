import type { Scope, TenantDb } from '@ketenregie/platform/db';
import { type TestDatabase, createTestDatabase } from '@ketenregie/platform/testing';
import { previewImport } from '../applying/preview-import.js';
import { stageImport } from '../staging/stage-import.js';
import { OFFICE_FILES, REFERENCE_DAY, ROWS, bringFile, makeOffice } from '../testing/office.js';
import { EXPORT_LISTS, type ExportName } from './export-lists.js';
import type { ExportTable, TableBytes } from './table.js';
import { writeCsv } from './write-csv.js';
import { writeOds } from './write-ods.js';
import { writeXlsx } from './write-xlsx.js';

let database: TestDatabase;
let db: TenantDb;
let office: Scope;
let holding: Scope;

beforeAll(async () => {
  database = await createTestDatabase();
  db = await database.open({ rows: ROWS });
  office = await makeOffice(db, 'kantoor');
  for (const file of OFFICE_FILES) await bringFile(db, office, file);
  holding = await makeOffice(db, 'holding', '90000012');
  await bringFile(db, holding, ['secretary-overview.xlsx', null]);
}, 60_000);
afterAll(() => database.drop(), 20_000);

const FORMS: Readonly<Record<string, (table: ExportTable) => TableBytes>> = { xlsx: writeXlsx, ods: writeOds, csv: writeCsv };

/** What bringing an export back would change, and how many rows it had. */
async function broughtBack(scope: Scope, [name, extension]: readonly [ExportName, string], filter: Record<string, string> = {}): Promise<object> {
  const { title, columns, rows } = EXPORT_LISTS[name];
  const parts: Buffer[] = [];
  await db.read(scope, async (reader) => {
    const write = FORMS[extension];
    for await (const part of write?.({ title: title('nl'), columns: columns('nl'), rows: rows({ reader, filter, on: REFERENCE_DAY, to: { language: 'nl', hasAllClients: true, mayDo: () => true }, tasks: () => Promise.reject(new Error('No list of tasks')) }) }) ?? []) parts.push(Buffer.from(part as string));
  });
  const supplierKey = filter['supplierKey'];
  const { importId, reading } = await stageImport(db, scope, { name: `lijst.${extension}`, bytes: Buffer.concat(parts), referenceOn: REFERENCE_DAY, ...(supplierKey !== undefined && { supplierKey }) });
  const { unchanged, ...changes } = await previewImport(db, scope, importId);
  return { kind: reading.kind, hasRows: unchanged > 0, ...changes, waiting: reading.findings.filter(({ severity }) => severity === 'blocks').length };
}

const NOTHING = { hasRows: true, created: 0, updated: 0, skipped: 0, waiting: 0 };

describe.each(['xlsx', 'ods', 'csv'])('an export as %s, brought back', (extension) => {
  it('changes nothing: companies', async () => expect(await broughtBack(office, ['companies', extension])).toEqual({ ...NOTHING, kind: 'clients' }), 20_000);
  it('changes nothing: people', async () => expect(await broughtBack(office, ['people', extension])).toEqual({ ...NOTHING, kind: 'staff' }), 20_000);
  it('changes nothing: means of a supplier', async () => expect(await broughtBack(office, ['means', extension], { supplierKey: 'reconi' })).toEqual({ ...NOTHING, kind: 'means' }), 20_000);
  it('changes nothing: chains', async () => expect(await broughtBack(office, ['authorisations', extension])).toEqual({ ...NOTHING, kind: 'accountant-chains' }), 20_000);
  it('changes nothing: rights of a holding’s own people', async () => expect(await broughtBack(holding, ['direct-authorisations', extension])).toEqual({ ...NOTHING, kind: 'secretary-overview' }), 20_000);
});
