import { columnLetter } from '@ketenregie/exchange-domain';
import { ODS_MANIFEST, ODS_MIMETYPE, ODS_NAMESPACES, ODS_STYLES, odsLooks, odsSettings } from './ods-parts.js';
import { type ExportColumn, type ExportTable, type TableBytes, dateOf, xmlText } from './table.js';
import { zipStream } from './zip-stream.js';

const XML = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** Line breaks are paragraphs; runs of spaces are kept. */
function paragraphs(text: string): string {
  const kept = (line: string): string => xmlText(line).replace(/ {2,}/g, (spaces) => ` <text:s text:c="${spaces.length - 1}"/>`);
  return text.split(/\r\n?|\n/).map((line) => `<text:p>${kept(line)}</text:p>`).join('');
}

const textCell = (text: string, style: string): string => `<table:table-cell table:style-name="${style}" office:value-type="string">${paragraphs(text)}</table:table-cell>`;

function cellOf(text: string | null, kind: ExportColumn['kind']): string {
  if (text === null || text === '') return '<table:table-cell/>';
  const date = dateOf(text, kind);
  return date === null ? textCell(text, kind === 'long' ? 'long' : 'text') : `<table:table-cell table:style-name="${kind}" office:value-type="date" office:date-value="${date.iso}">${paragraphs(text)}</table:table-cell>`;
}

/** How a table is named where a range of cells is meant. */
const rangeName = (title: string): string => xmlText(`'${title.replaceAll("'", "''")}'`);

async function* contentOf({ title, columns, rows }: ExportTable): AsyncGenerator<string> {
  yield `${XML}<office:document-content ${ODS_NAMESPACES} office:version="1.2">${odsLooks(columns)}<office:body><office:spreadsheet><table:table table:name="${xmlText(title)}" table:style-name="sheet">`;
  yield columns.map((_, index) => `<table:table-column table:style-name="co${index}" table:default-cell-style-name="text"/>`).join('');
  yield `<table:table-header-rows><table:table-row>${columns.map((column) => textCell(column.title, 'header')).join('')}</table:table-row></table:table-header-rows>`;
  let number = 1;
  for await (const row of rows) {
    number += 1;
    yield `<table:table-row>${row.map((text, index) => cellOf(text, columns[index]?.kind)).join('')}</table:table-row>`;
  }
  const name = rangeName(title);
  const all = `${name}.A1:${name}.${columnLetter(columns.length - 1)}${number}`;
  yield `</table:table><table:database-ranges><table:database-range table:name="filter" table:target-range-address="${all}" table:display-filter-buttons="true"/></table:database-ranges></office:spreadsheet></office:body></office:document-content>`;
}

/** Writes a list as an ods of one sheet, while its rows come. */
export function writeOds(table: ExportTable): TableBytes {
  return zipStream([
    { name: 'mimetype', stored: ODS_MIMETYPE },
    { name: 'META-INF/manifest.xml', packed: [ODS_MANIFEST] },
    { name: 'styles.xml', packed: [ODS_STYLES] },
    { name: 'settings.xml', packed: [odsSettings(table.title)] },
    { name: 'content.xml', packed: contentOf(table) },
  ]);
}
