import type { Scope, TenantDb } from '@ketenregie/platform/db';
import { type TestDatabase, createTestDatabase } from '@ketenregie/platform/testing';
import { LANGUAGES, type Language } from '@ketenregie/messages';
import { OFFICE_FILES, REFERENCE_DAY, ROWS, bringFile, makeOffice, stageFile } from '../testing/office.js';
import type { ExportRow } from './export-list.js';
import { EXPORT_LISTS, type ExportName } from './export-lists.js';

let database: TestDatabase;
let db: TenantDb;
let scope: Scope;
let importId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  db = await database.open({ rows: ROWS });
  scope = await makeOffice(db, 'kantoor');
  for (const file of OFFICE_FILES) await bringFile(db, scope, file);
  importId = await stageFile(db, scope, ['matrix.xlsx', null]);
}, 60_000);
afterAll(() => database.drop(), 20_000);

interface Written {
  readonly titles: readonly string[];
  readonly rows: readonly ExportRow[];
}

/** A list as its file has it, cells by their titles. */
async function written(name: ExportName, language: Language, filter: Record<string, string> = {}): Promise<Written> {
  const { columns, rows } = EXPORT_LISTS[name];
  const all: ExportRow[] = [];
  await db.read(scope, async (reader) => {
    const to = { language, hasAllClients: true, mayDo: () => true };
    for await (const row of rows({ reader, filter, on: REFERENCE_DAY, to, tasks: () => Promise.reject(new Error('No list of tasks')) })) all.push(row);
  });
  return { titles: columns(language).map(({ title }) => title), rows: all };
}

const LISTS = ['companies', 'people', 'means', 'authorisations', 'access', 'services', 'imports', 'import-findings'] as const;
const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}/;
/** How our own codes are written. */
const CODE = /^[a-z]+(?:-[a-z]+)+$/;

describe.each(LANGUAGES)('a list as a file in %s', (language) => {
  it.each(LISTS)('has as many cells as columns, and no id or code in them: %s', async (name) => {
    const { titles, rows } = await written(name, language, name === 'import-findings' ? { id: importId } : {});
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(titles).size).toBe(titles.length);
    for (const row of rows) {
      expect(row).toHaveLength(titles.length);
      // What a job is called is no code of ours.
      expect(row.filter((cell, index) => cell !== null && titles[index] !== 'Functie' && (ID.test(cell) || CODE.test(cell)))).toEqual([]);
    }
  }, 30_000);
});

describe('the file of who can log in where', () => {
  it('says why somebody may not, and of nobody else', async () => {
    const { titles, rows } = await written('access', 'nl');
    const cells = rows.map((row) => Object.fromEntries(titles.map((title, index) => [title, row[index]])));
    const mayNot = cells.filter((cell) => cell['Mag inloggen'] === 'nee');
    expect(mayNot.length).toBeGreaterThan(0);
    expect(new Set(mayNot.map((cell) => cell['Mag niet omdat']))).toEqual(new Set(['uit dienst']));
    expect(cells.filter((cell) => cell['Mag inloggen'] === 'ja' && cell['Mag niet omdat'] !== null)).toEqual([]);
    expect((await written('access', 'en')).titles).toContain('May not because');
  }, 30_000);

  it('says of each status when it was seen, and "can but may not" before all else', async () => {
    const { titles, rows } = await written('access', 'nl');
    const at = (title: string): number => titles.indexOf(title);
    expect(rows.every((row) => row[at('Gezien')] !== null && row[at('Einddatum')] !== null)).toBe(true);
    const loud = rows.filter((row) => row[at('Kan inloggen')] === 'ja' && row[at('Mag inloggen')] === 'nee');
    expect(new Set(loud.map((row) => row[at('Status')]))).toEqual(new Set(loud.length === 0 ? [] : ['Kan wel, mag niet']));
  }, 30_000);
});

describe('what was noticed in a file, as a file', () => {
  it('holds each row of each category, and one severity where it is asked for', async () => {
    const all = await written('import-findings', 'nl', { id: importId });
    const of = await Promise.all(['blocks', 'warning', 'info'].map((severity) => written('import-findings', 'nl', { id: importId, severity })));
    expect(of.reduce((rows, { rows: own }) => rows + own.length, 0)).toBe(all.rows.length);
    expect(all.rows.every((row) => /^(Cel|Rij) /.test(row[6] ?? ''))).toBe(true);
  });

  it('is not there for an import that is not', async () => {
    await expect(written('import-findings', 'nl', { id: '01890000-0000-7000-8000-000000000000' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(written('import-findings', 'nl')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
