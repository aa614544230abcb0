import type { Scope, TenantDb } from '@ketenregie/platform/db';
import { type TestDatabase, createTestDatabase } from '@ketenregie/platform/testing';
import { applyImport } from '../applying/apply-import.js';
import { previewImport } from '../applying/preview-import.js';
import { REFERENCE_DAY, ROWS, bringFile, fixture, makeOffice, stageFile } from '../testing/office.js';
import { stagedRightsByCompany } from './rights-by-company.js';
import { beginImport, stageImport } from './stage-import.js';

let database: TestDatabase;
let db: TenantDb;
beforeAll(async () => {
  database = await createTestDatabase();
  db = await database.open({ rows: ROWS });
});
afterAll(() => database.drop(), 20_000);

/** How many things are staged: items of all kinds, and findings by page and by group. */
async function staged(importId: string): Promise<{ items: number; findings: number; grouped: number }> {
  const lengths = (...columns: string[]): string => columns.map((column) => `coalesce(sum(json_array_length(${column})), 0)`).join(' + ');
  const [row] = await database.asAdmin<{ items: number; findings: number; grouped: number }>(
    `select (${lengths('companies', 'people', 'means', 'rights')})::int as items, (${lengths('findings')})::int as findings,
       (select coalesce(sum(finding_count), 0)::int from import_finding_group where import_id = $1) as grouped from import_page where import_id = $1`,
    [importId],
  );
  return row ?? { items: 0, findings: 0, grouped: 0 };
}

const HEADER = 'Klantnaam;KvK-nummer;Dienst;Ketenmachtiging;Niveau;Geldig tot;Gekoppelde medewerkers';

/** Two alike rights of each company, the second at the other end of the file. */
function alikeAtBothEnds(companies: number): string {
  const half = (end: string): string[] => Array.from({ length: companies }, (_, nr) => `Bedrijf ${nr} B.V.;${20_000_000 + nr};btw;ja;EH3;${end};`);
  return `${[HEADER, ...half('01-02-2028'), ...half('01-03-2028')].join('\n')}\n`;
}

describe('staging', () => {
  it('stages of a file that is read row by row what the whole reading holds', async () => {
    const scope = await makeOffice(db, 'een');
    const { importId, reading } = await stageImport(db, scope, { name: 'k.csv', bytes: fixture('accountant-chains.csv'), referenceOn: REFERENCE_DAY });
    const { companies, people, means, authorisations, findings } = reading;
    expect(authorisations.length).toBeGreaterThan(300);
    const items = companies.length + people.length + means.length + authorisations.length;
    expect(await staged(importId)).toEqual({ items, findings: findings.length, grouped: findings.length });
  }, 20_000);

  it('shows the columns before the rows are staged', async () => {
    const scope = await makeOffice(db, 'twee', '90000012');
    const { importId, finish } = await beginImport(db, scope, { name: 'k.csv', bytes: fixture('clients.csv'), referenceOn: REFERENCE_DAY });
    const rowOf = async () => (await database.asAdmin<{ state: string; columns: number }>(`select state, jsonb_array_length(reading #> '{sheets,0,columns}') as columns from import where id = $1`, [importId]))[0];
    expect(await rowOf()).toEqual({ state: 'staging', columns: 7 });
    expect(await staged(importId)).toEqual({ items: 0, findings: 0, grouped: 0 });
    await finish();
    expect(await rowOf()).toEqual({ state: 'staged', columns: 7 });
  });

  it.each([
    ['no spreadsheet', { name: 'a.pdf', bytes: Buffer.from('%PDF-1.7 x') }, 'FILE_REFUSED'],
    ['an empty text', { name: 'a.csv', bytes: Buffer.from(';;\n;\n') }, 'EMPTY_FILE_REFUSED'],
    ['no list', { name: 'a.csv', bytes: Buffer.from('zomaar wat tekst\n') }, 'INVALID_INPUT'],
    ['a means list of nobody knows whom', { name: 'a.csv', bytes: fixture('supplier-export-1-means.csv') }, 'SUPPLIER_NEEDED'],
  ])('refuses %s and records nothing', async (_, file, code) => {
    const scope = await makeOffice(db, `weg-${code.toLowerCase().replaceAll('_', '-')}-${file.bytes.length}`, String(91_000_000 + file.bytes.length));
    await expect(beginImport(db, scope, { ...file, referenceOn: REFERENCE_DAY })).rejects.toMatchObject({ code });
    expect(await database.asAdmin('select 1 from import where tenant_id = $1', [scope.tenantId])).toEqual([]);
  });
});

describe('applying', () => {
  async function bring(scope: Scope, text: string): Promise<object> {
    const { importId } = await stageImport(db, scope, { name: 'k.csv', bytes: Buffer.from(text), referenceOn: REFERENCE_DAY });
    return db.write(scope, (writer) => applyImport(writer, importId));
  }

  it('records alike rights of a company in one go, however far apart they stand in the file; again, it changes nothing', async () => {
    const scope = await makeOffice(db, 'ver-uiteen', '90000031');
    const text = alikeAtBothEnds(2_100);
    const rights = 2 * 2_100;
    expect(await bring(scope, text)).toEqual({ created: rights + 2_100, updated: 0, unchanged: 0, skipped: 0 });
    expect(await bring(scope, text)).toEqual({ created: 0, updated: 0, unchanged: rights + 2_100, skipped: 0 });
    const [{ n } = { n: 0 }] = await database.asAdmin<{ n: number }>('select count(*)::int as n from authorisation where tenant_id = $1', [scope.tenantId]);
    expect(n).toBe(rights);
  }, 120_000);

  it.each([
    ['gathered in one pass', 20_000],
    ['gathered in shares, where more would be held than may be', 1_500],
  ])('gives each company whole and every right once: %s', async (_, held) => {
    const scope = await makeOffice(db, `delen-${held}`, String(90_100_000 + held));
    const { importId } = await stageImport(db, scope, { name: 'k.csv', bytes: Buffer.from(alikeAtBothEnds(2_100)), referenceOn: REFERENCE_DAY });
    const chunks: string[][] = [];
    await db.read(scope, async (reader) => {
      for await (const chunk of stagedRightsByCompany(reader, importId, { companyIdOf: ({ kvk }) => kvk, held })) chunks.push(chunk.map(({ item }) => item.company.kvk ?? ''));
    });
    expect(chunks.length).toBeGreaterThan(1);
    expect(chunks.flat()).toHaveLength(2 * 2_100);
    expect(chunks.reduce((sum, chunk) => sum + new Set(chunk).size, 0)).toBe(2_100);
  });

  it('does exactly what its preview said', async () => {
    const scope = await makeOffice(db, 'voorbeeld', '90000032');
    await bringFile(db, scope, ['staff.csv', null]);
    await bringFile(db, scope, ['clients.csv', null]);
    const importId = await stageFile(db, scope, ['accountant-chains.xlsx', null]);
    const previewed = await previewImport(db, scope, importId);
    expect(await db.write(scope, (writer) => applyImport(writer, importId))).toEqual(previewed);
  }, 60_000);
});
