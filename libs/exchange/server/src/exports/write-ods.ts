import { type ExportTable, type TableBytes, xmlText } from './table.js';
import { zipStream } from './zip-stream.js';

const XML = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMES = 'urn:oasis:names:tc:opendocument:xmlns';
const MIMETYPE = 'application/vnd.oasis.opendocument.spreadsheet';

const MANIFEST = `${XML}<manifest:manifest xmlns:manifest="${NAMES}:manifest:1.0" manifest:version="1.2"><manifest:file-entry manifest:full-path="/" manifest:version="1.2" manifest:media-type="${MIMETYPE}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`;

/** Line breaks are paragraphs; runs of spaces are kept. */
function paragraphs(text: string): string {
  const kept = (line: string): string => xmlText(line).replace(/ {2,}/g, (spaces) => ` <text:s text:c="${spaces.length - 1}"/>`);
  return text.split(/\r\n?|\n/).map((line) => `<text:p>${kept(line)}</text:p>`).join('');
}

const cellOf = (text: string | null): string => (text === null || text === '' ? '<table:table-cell/>' : `<table:table-cell office:value-type="string">${paragraphs(text)}</table:table-cell>`);

const rowOf = (cells: readonly (string | null)[]): string => `<table:table-row>${cells.map(cellOf).join('')}</table:table-row>`;

async function* contentOf({ title, header, rows }: ExportTable): AsyncGenerator<string> {
  yield `${XML}<office:document-content xmlns:office="${NAMES}:office:1.0" xmlns:table="${NAMES}:table:1.0" xmlns:text="${NAMES}:text:1.0" office:version="1.2"><office:body><office:spreadsheet><table:table table:name="${xmlText(title)}">${rowOf(header)}`;
  for await (const row of rows) yield rowOf(row);
  yield '</table:table></office:spreadsheet></office:body></office:document-content>';
}

/** Writes a list as an ods of one sheet, while its rows come. */
export function writeOds(table: ExportTable): TableBytes {
  return zipStream([
    { name: 'mimetype', stored: MIMETYPE },
    { name: 'META-INF/manifest.xml', packed: [MANIFEST] },
    { name: 'content.xml', packed: contentOf(table) },
  ]);
}
