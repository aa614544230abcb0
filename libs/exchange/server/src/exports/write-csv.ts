import type { ExportTable, TableBytes } from './table.js';

/** Signs that make a spreadsheet run a text, also as their full-width twins, and white space before which it would look on (OWASP, CSV injection). */
const COULD_RUN = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20|%]|^[\t\r\n]/;
const NEEDS_QUOTES = /[";\r\n\t]|^\s|\s$/;

/**
 * One cell. What a spreadsheet could run begins with a tab inside its quotes: it is then a text, and whoever reads the file, we among them,
 * loses nothing by trimming it.
 */
export function csvCell(text: string | null): string {
  if (text === null) return '';
  const plain = text.replaceAll('\u0000', '');
  const safe = COULD_RUN.test(plain) ? `\t${plain}` : plain;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const lineOf = (cells: readonly (string | null)[]): string => `${cells.map(csvCell).join(';')}\r\n`;

/** Writes a list as text with semicolons, while its rows come; with a mark in front, by which Excel knows UTF-8. Days stand as YYYY-MM-DD. */
export async function* writeCsv({ columns, rows }: ExportTable): TableBytes {
  yield `\ufeff${lineOf(columns.map(({ title }) => title))}`;
  for await (const row of rows) yield lineOf(row);
}
