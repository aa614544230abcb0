import { columnLetter } from '@ketenregie/exchange-domain';
import { type ExportColumn, type ExportTable, type TableBytes, dateOf, widthOf, xmlText } from './table.js';
import { zipStream } from './zip-stream.js';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const TYPES = `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${CONTENT}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${CONTENT}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${CONTENT}.styles+xml"/></Types>`;
const ROOT = `${XML}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;
const PARTS = `${XML}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`;

/** Text is text: a number that is typed over stays one, so no KvK number loses its zero. The others are the header, a long text, a day and a moment. */
const STYLE = { text: 1, header: 2, long: 3, day: 4, moment: 5 } as const;
const TOP = '<alignment vertical="top"/>';
const WRAPPED = '<alignment vertical="top" wrapText="1"/>';
const LOOKS = [
  `<xf numFmtId="49" fontId="0" applyNumberFormat="1" applyAlignment="1">${TOP}</xf>`,
  `<xf numFmtId="49" fontId="1" fillId="2" borderId="1" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>`,
  `<xf numFmtId="49" fontId="0" applyNumberFormat="1" applyAlignment="1">${WRAPPED}</xf>`,
  `<xf numFmtId="164" fontId="0" applyNumberFormat="1" applyAlignment="1"><alignment horizontal="left" vertical="top"/></xf>`,
  `<xf numFmtId="165" fontId="0" applyNumberFormat="1" applyAlignment="1"><alignment horizontal="left" vertical="top"/></xf>`,
];
const FONT = '<sz val="11"/><name val="Calibri"/><family val="2"/>';
const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="dd\\-mm\\-yyyy"/><numFmt numFmtId="165" formatCode="dd\\-mm\\-yyyy\\ hh:mm"/></numFmts><fonts count="2"><font>${FONT}</font><font><b/>${FONT}</font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFEAECE4"/></patternFill></fill></fills><borders count="2"><border/><border><left/><right/><top/><bottom style="thin"><color rgb="FF79847B"/></bottom></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="6"><xf/>${LOOKS.join('')}</cellXfs></styleSheet>`;

const sheetName = (title: string): string => title.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31);

/** The first row stands on every sheet of paper. */
function workbookOf(title: string): string {
  const name = xmlText(sheetName(title));
  return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">'${name.replaceAll("'", "''")}'!$1:$1</definedName></definedNames></workbook>`;
}

/** A text is always an inline text: nothing in it can be a formula. */
const textCell = (place: string, style: number, text: string): string => `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`;

function cellOf(text: string | null, place: string, kind: ExportColumn['kind']): string {
  if (text === null || text === '') return '';
  const date = dateOf(text, kind);
  return date === null ? textCell(place, STYLE[kind === 'long' ? 'long' : 'text'], text) : `<c r="${place}" s="${STYLE[kind === 'moment' ? 'moment' : 'day']}"><v>${date.serial}</v></c>`;
}

const rowOf = (cells: readonly string[], number: number): string => `<row r="${number}">${cells.join('')}</row>`;

/** A4 on its side, as wide as the paper, with the list's name and the page under it. */
const paper = (title: string): string => `<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;L${xmlText(title.replaceAll('&', '&&'))}&amp;R&amp;P / &amp;N</oddFooter></headerFooter>`;

async function* sheetOf({ title, columns, rows }: ExportTable): AsyncGenerator<string> {
  const widths = columns.map((column, index) => `<col min="${index + 1}" max="${index + 1}" width="${widthOf(column)}" customWidth="1"/>`).join('');
  yield `${XML}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths}</cols><sheetData>`;
  yield rowOf(columns.map((column, index) => textCell(`${columnLetter(index)}1`, STYLE.header, column.title)), 1);
  let number = 1;
  for await (const row of rows) {
    number += 1;
    yield rowOf(row.map((text, index) => cellOf(text, `${columnLetter(index)}${number}`, columns[index]?.kind)), number);
  }
  const all = `A1:${columnLetter(columns.length - 1)}${number}`;
  // Numbers that are texts on purpose are no mistake to be pointed at.
  yield `</sheetData><autoFilter ref="${all}"/>${paper(title)}<ignoredErrors><ignoredError sqref="${all}" numberStoredAsText="1" twoDigitTextYear="1"/></ignoredErrors></worksheet>`;
}

/** Writes a list as an xlsx of one sheet, while its rows come. */
export function writeXlsx(table: ExportTable): TableBytes {
  return zipStream([
    { name: '[Content_Types].xml', packed: [TYPES] },
    { name: '_rels/.rels', packed: [ROOT] },
    { name: 'xl/workbook.xml', packed: [workbookOf(table.title)] },
    { name: 'xl/_rels/workbook.xml.rels', packed: [PARTS] },
    { name: 'xl/styles.xml', packed: [STYLES] },
    { name: 'xl/worksheets/sheet1.xml', packed: sheetOf(table) },
  ]);
}
