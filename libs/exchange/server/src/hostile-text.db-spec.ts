import type { Scope, TenantDb } from '@ketenregie/platform/db';
import { type TestDatabase, createTestDatabase } from '@ketenregie/platform/testing';
import { applyImport } from './applying/apply-import.js';
import type { Changes } from './applying/changes.js';
import { xlsxOf } from './files/testing/zip-parts.js';
import { stageImport } from './staging/stage-import.js';
import { REFERENCE_DAY, ROWS, makeOffice } from './testing/office.js';

let database: TestDatabase;
let db: TenantDb;
let scope: Scope;
beforeAll(async () => {
  database = await createTestDatabase();
  db = await database.open({ rows: ROWS });
  scope = await makeOffice(db, 'kantoor');
});
afterAll(() => database.drop());

async function bring(name: string, bytes: Buffer): Promise<Changes> {
  const { importId } = await stageImport(db, scope, { name, bytes, kind: 'staff', referenceOn: REFERENCE_DAY });
  return db.write(scope, (writer) => applyImport(writer, importId));
}

const namesOf = async (): Promise<string[]> => (await db.read(scope, (reader) => reader.query<{ name: string }>('select full_name as name from person_version'))).map(({ name }) => name);

const rowOf = (cells: readonly string[]): string => `<row>${cells.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`;
const HEADER = ['Naam', 'E-mail', 'Functie', 'In dienst tot', 'Notitie'];
const EMOJI = '\u{1F600}';

describe('a workbook that writes characters nobody can keep', () => {
  it.each([
    ['NULs', '_x0000_'],
    ['first halves', '_xD83D_'],
    ['second halves', '_xDE00_'],
    ['controls and overrides', '_x0001__x202E_'],
  ])('is read without them: %s', async (what, hostile) => {
    const person = `Piet ${what}`;
    const cells = [person, `${what.replaceAll(' ', '')}@kantoor.example`, 'chef', '31-12-2026', 'niets'].map((text) => `${hostile}${text}${hostile}`);
    const strange = HEADER.map((text) => `${hostile}${text}`);
    expect(await bring('lijst.xlsx', xlsxOf(rowOf([...strange, `vreemd${hostile}`]) + rowOf([...cells, `${hostile}?`])))).toMatchObject({ created: 1 });
    expect(await namesOf()).toContain(person);
  });
});

describe('a text that is cut in the middle of a character', () => {
  it.each<[string, Partial<Record<'name' | 'title' | 'until' | 'note', string>>]>([
    ['a name beyond every name', { name: 'x'.repeat(39) + EMOJI.repeat(200) }],
    ['a name as long as a cell that is read', { name: 'x'.repeat(1_999) + EMOJI }],
    ['a function as long as a cell that is read', { title: 'x'.repeat(1_999) + EMOJI }],
    ['a date that is none', { until: 'x'.repeat(59) + EMOJI }],
    ['a note as long as a cell', { note: 'x'.repeat(32_766) + EMOJI }],
    ['a note that is a column’s sample', { note: 'x'.repeat(79) + EMOJI }],
  ])('breaks nothing: %s', async (_, { name = 'Truus Kort', title = 'chef', until = '', note = '' }) => {
    const csv = `${HEADER.join(';')}\n${name};;${title};${until};${note}\nLoes Lang;loes@kantoor.example;chef;;\n`;
    await bring(`${'x'.repeat(199)}${EMOJI}.csv`, Buffer.from(csv));
    expect(await namesOf()).toContain('Loes Lang');
  });

  it('breaks nothing in a row that stands loose', async () => {
    await bring('los.csv', Buffer.from(`${HEADER.join(';')}\nLoes Lang;loes@kantoor.example;chef;;\n;;;;${'x'.repeat(119)}${EMOJI}\n`));
    expect(await namesOf()).toContain('Loes Lang');
  });
});
