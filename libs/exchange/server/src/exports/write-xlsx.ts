import { columnLetter } from '@ketenregie/exchange-domain';
import { type ExportTable, type TableBytes, xmlText } from './table.js';
import { zipStream } from './zip-stream.js';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const TYPES = `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${CONTENT}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${CONTENT}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${CONTENT}.styles+xml"/></Types>`;
const ROOT = `${XML}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;
const PARTS = `${XML}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`;
/** Style 1 is text: a number that is typed over stays text, so no KvK number loses its zero. Style 2 is the header. */
const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><fonts count="2"><font/><font><b/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>`;

const workbookOf = (title: string): string => `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${xmlText(title.slice(0, 31))}" sheetId="1" r:id="rId1"/></sheets></workbook>`;

/** A cell is always an inline text: nothing in it can be a formula. */
function rowOf(cells: readonly (string | null)[], { number, style }: { readonly number: number; readonly style: number }): string {
  const filled = cells.map((text, index) => (text === null || text === '' ? '' : `<c r="${columnLetter(index)}${number}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`));
  return `<row r="${number}">${filled.join('')}</row>`;
}

async function* sheetOf({ header, rows }: ExportTable): AsyncGenerator<string> {
  yield `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews><cols><col min="1" max="${header.length}" width="22" customWidth="1"/></cols><sheetData>${rowOf(header, { number: 1, style: 2 })}`;
  let number = 1;
  for await (const row of rows) yield rowOf(row, { number: (number += 1), style: 1 });
  yield '</sheetData></worksheet>';
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
