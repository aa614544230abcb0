import { SHIPPED_CATALOGUE } from '@ketenregie/catalogue-domain';
import { readWorkbook } from '@ketenregie/exchange-domain';
import { calendarDate } from '@ketenregie/kernel';
import { isGreyRgb, isGreyTheme } from './grey-colour.js';
import { readFileBytes } from './read-file.js';
import { dayOfSerial, numberText } from './serial-date.js';
import { xlsxOf, zipOf } from './testing/zip-parts.js';
import { isDateFormat } from './xlsx-styles.js';

const STYLES =
  '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="d mmm yyyy"/></numFmts>' +
  '<fonts><font/><font><strike/></font><font><color rgb="FF999999"/></font><font><strike val="0"/><color theme="0" tint="-0.35"/></font></fonts>' +
  '<cellXfs><xf/><xf fontId="1"/><xf fontId="2"/><xf fontId="3"/><xf numFmtId="170"/><xf numFmtId="14"/></cellXfs></styleSheet>';

const refusalOf = (bytes: Buffer): Promise<unknown> => readFileBytes(bytes, 'a.xlsx').then(() => null, (error: unknown) => error);

describe('an xlsx package', () => {
  it('keeps kind, looks and place of every cell', async () => {
    const rows =
      '<row r="2" hidden="1"><c r="A2" t="inlineStr"><is><t>een</t><rPh><t>x</t></rPh></is></c><c r="C2" s="1"><v>90004412</v></c></row>' +
      '<row r="5"><c r="A5" s="4"><v>46948</v></c><c s="5"><v>46948.5</v></c><c t="b"><v>1</v></c><c t="str" s="2"><f>A1</f><v>uit</v></c><c t="e"><v>#N/A</v></c><c t="d"><v>2028-07-14T00:00:00</v></c><c s="3"><v>9.0004412E7</v></c></row>';
    const { sheets } = await readFileBytes(xlsxOf(rows, [{ name: 'xl/styles.xml', content: STYLES }]), 'a.xlsx');
    expect(sheets).toEqual([
      {
        name: 'Lijst',
        rows: [
          { number: 2, cells: [{ kind: 'text', text: 'een' }, null, { kind: 'number', text: '90004412', isStruck: true }] },
          {
            number: 5,
            cells: [
              { kind: 'date', text: '2028-07-14' },
              { kind: 'date', text: '2028-07-14' },
              { kind: 'boolean', text: 'ja' },
              { kind: 'text', text: 'uit', isFormula: true, isGrey: true },
              { kind: 'error', text: '#N/A' },
              { kind: 'date', text: '2028-07-14' },
              { kind: 'number', text: '90004412', isGrey: true },
            ],
          },
        ],
      },
    ]);
  });

  it.each([
    ['a document type', xlsxOf('', [{ name: 'xl/worksheets/sheet1.xml', content: '<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>' }]), /DTD/],
    ['XML that is none', xlsxOf('<row></c>'), /beschadigd/],
    ['headers that lie about the size', xlsxOf('', [{ name: 'xl/worksheets/sheet1.xml', content: ' '.repeat(100_000), claimedSize: 10 }]), /beschadigd|te groot/],
    ['no workbook', zipOf([{ name: 'a.txt', content: 'x' }]), /beschadigd/],
    ['too many parts', zipOf(Array.from({ length: 1001 }, (_, at) => ({ name: `p${at}`, content: '' }))), /1001 delen/],
    ['too many rows', xlsxOf('<row><c><v>1</v></c></row>'.repeat(250_001)), /meer dan 250000 rijen/],
  ])('is refused for %s', async (_, bytes, reason) => {
    expect(await refusalOf(bytes)).toMatchObject({ code: expect.stringMatching(/^(?:[A-Z]+_)?FILE_REFUSED$/) as string, message: expect.stringMatching(reason) as string });
  });
});

describe('an OpenDocument spreadsheet', () => {
  const content =
    '<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s" xmlns:fo="f"><office:automatic-styles>' +
    '<style:style style:name="ce1" style:family="table-cell"><style:text-properties style:text-line-through-style="solid"/></style:style></office:automatic-styles><office:body><office:spreadsheet>' +
    '<table:table table:name="Lijst"><table:table-row>' +
    ['Klant', 'KvK', 'Dienst', 'Ketenmachtiging', 'Geldig tot'].map((text) => `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`).join('') +
    '<table:table-cell table:number-columns-repeated="16000"/></table:table-row><table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row><table:table-row>' +
    '<table:table-cell office:value-type="string"><office:annotation><text:p>geheim</text:p></office:annotation><text:p>A<text:s/>B.V.</text:p></table:table-cell>' +
    '<table:table-cell office:value-type="float" office:value="901007"><text:p>901007</text:p></table:table-cell>' +
    '<table:table-cell office:value-type="string" table:formula="of:=1"><text:p>MBD-Z</text:p><text:p>btw</text:p></table:table-cell>' +
    '<table:table-cell office:value-type="string" table:style-name="ce1"><text:p>ja</text:p></table:table-cell>' +
    '<table:table-cell office:value-type="date" office:date-value="2028-07-14T00:00:00"><text:p>14-07-28</text:p></table:table-cell></table:table-row>' +
    '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>';
  const bytes = zipOf([{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' }, { name: 'content.xml', content }]);

  it('gives the same grid, with repeats counted and comments left out', async () => {
    const { sheets, format } = await readFileBytes(bytes, 'a.ods');
    expect([format, sheets[0]?.rows.map((row) => row.number)]).toEqual(['ods', [1, 4]]);
    expect(sheets[0]?.rows[1]?.cells).toEqual([
      { kind: 'text', text: 'A B.V.' },
      { kind: 'number', text: '901007' },
      { kind: 'text', text: 'MBD-Z\nbtw', isFormula: true },
      { kind: 'text', text: 'ja', isStruck: true },
      { kind: 'date', text: '2028-07-14' },
    ]);
  });

  it('is read like any list', async () => {
    const reading = readWorkbook(await readFileBytes(bytes, 'a.ods'), { referenceOn: calendarDate('2026-11-23'), catalogue: SHIPPED_CATALOGUE });
    expect(reading.authorisations).toMatchObject([{ row: 4, company: { name: 'A B.V.', kvk: '00901007' }, targets: [{ service: 'bd-mbdz' }, { service: 'bd-ob' }], validUntil: '2028-07-14' }]);
  });
});

describe('small rules of the formats', () => {
  it.each([[61, false, '1900-03-01'], [46948, false, '2028-07-14'], [45486, true, '2028-07-14'], [0.5, false, null], [-1, false, null], [Number.NaN, false, null], [9_999_999, false, null]])('serial %d (1904: %s) is %s', (serial, is1904, day) =>
    expect(dayOfSerial(serial, is1904)).toBe(day));
  it.each([['90004412', '90004412'], ['9.0004412E7', '90004412'], ['24.200000000000003', '24.2'], ['x', 'x']])('writes the number %s as %s', (raw, text) => expect(numberText(raw)).toBe(text));
  it.each([['dd-mm-yyyy', true], ['d mmm yyyy;@', true], ['[$-413]d mmmm yyyy', true], ['0.00', false], ['[Red]0.00', false], ['"dag" 0', false], ['General', false], ['#,##0 "dyn"', false]])('takes %j for a date format: %s', (code, is) =>
    expect(isDateFormat(code)).toBe(is));
  it.each([['FF9A9A9A', true], ['#808080', true], ['FF000000', false], ['FFFFFFFF', false], ['FFFF0000', false], ['zz', false]])('takes %s for grey: %s', (colour, is) => expect(isGreyRgb(colour)).toBe(is));
  it.each([[0, -0.35, true], [0, 0, false], [1, 0.5, true], [1, 0, false], [4, 0, false]])('takes theme %i with tint %d for grey: %s', (theme, tint, is) => expect(isGreyTheme(theme, tint)).toBe(is));
});
