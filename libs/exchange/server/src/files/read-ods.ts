import type { GridCell, GridRow, GridSheet, GridWorkbook } from '@ketenregie/exchange-domain';
import { createSizeGuard, FILE_LIMITS } from './file-limits.js';
import { isGreyRgb } from './grey-colour.js';
import type { Package } from './open-package.js';
import type { XmlAttributes } from './parse-xml.js';
import { parseXml } from './parse-xml.js';
import { numberText } from './serial-date.js';

interface Looks {
  isStruck: boolean;
  isGrey: boolean;
}

interface OpenCell {
  readonly attributes: XmlAttributes;
  readonly repeat: number;
  paragraphs: string[];
}

const count = (text: string | undefined): number => Math.max(1, Math.trunc(Number(text ?? 1)) || 1);

function contentOf({ attributes, paragraphs }: OpenCell): Pick<GridCell, 'kind' | 'text'> {
  const shown = paragraphs.join('\n').slice(0, FILE_LIMITS.cellCharacters);
  switch (attributes['value-type']) {
    case 'float':
    case 'currency':
    case 'percentage':
      return { kind: 'number', text: numberText(attributes['value'] ?? shown) };
    case 'date':
      return { kind: 'date', text: (attributes['date-value'] ?? shown).slice(0, 10) };
    case 'boolean':
      return { kind: 'boolean', text: attributes['boolean-value'] === 'true' ? 'ja' : 'nee' };
    default:
      return { kind: /^(?:#[A-Z/0!?]+|Err:\d+)$/.test(shown) && attributes['formula'] !== undefined ? 'error' : 'text', text: shown };
  }
}

function cellOf(open: OpenCell, looks: Looks | undefined): GridCell | null {
  const { kind, text } = contentOf(open);
  if (text === '') return null;
  return {
    kind,
    text,
    ...(open.attributes['formula'] !== undefined && { isFormula: true }),
    ...(looks?.isStruck === true && { isStruck: true }),
    ...(looks?.isGrey === true && { isGrey: true }),
  };
}

/** Cell styles by name, from the content's own automatic styles. */
function createStyleBook(): { open(name: string, attributes: XmlAttributes): void; looks(name: string | undefined): Looks | undefined } {
  const styles = new Map<string, Looks>();
  let current: Looks | null = null;
  return {
    open(name, attributes) {
      if (name === 'style') {
        const parent = styles.get(attributes['parent-style-name'] ?? '');
        current = { isStruck: parent?.isStruck ?? false, isGrey: parent?.isGrey ?? false };
        if (attributes['family'] === 'table-cell') styles.set(attributes['name'] ?? '', current);
      } else if (name === 'text-properties' && current) {
        const strike = attributes['text-line-through-style'] ?? attributes['text-line-through-type'];
        if (strike !== undefined) current.isStruck = strike !== 'none';
        if (attributes['color'] !== undefined) current.isGrey = isGreyRgb(attributes['color']);
      }
    },
    looks: (name) => styles.get(name ?? ''),
  };
}

/** Builds sheets from the events of content.xml. Repeated rows and cells are counted, and only filled ones are written out. */
function createContentBuilder(): { sheets: GridSheet[]; open(name: string, attributes: XmlAttributes): void; close(name: string): void; text(text: string): void } {
  const sheets: { name: string; rows: GridRow[] }[] = [];
  const guard = createSizeGuard();
  const book = createStyleBook();
  let [rowNumber, rowRepeat, column] = [0, 1, 0];
  let cells: (GridCell | null)[] = [];
  let cell: OpenCell | null = null;
  let annotation = 0;

  const closeCell = (done: OpenCell): void => {
    const read = cellOf(done, book.looks(done.attributes['style-name']));
    const last = Math.min(column + done.repeat, FILE_LIMITS.columns);
    if (read !== null) for (let at = column; at < last; at += 1) cells[at] = read;
    column += done.repeat;
  };
  const closeRow = (): void => {
    const filled = Array.from(cells, (found) => found ?? null);
    for (let copy = 0; filled.length > 0 && copy < rowRepeat; copy += 1) {
      guard.row(filled.length);
      sheets.at(-1)?.rows.push({ number: rowNumber + copy + 1, cells: filled });
    }
    rowNumber += rowRepeat;
  };
  return {
    sheets,
    open(name, attributes) {
      if (name === 'annotation') annotation += 1;
      if (annotation > 0) return;
      if (name === 'table') {
        sheets.push({ name: attributes['name'] ?? '', rows: [] });
        rowNumber = 0;
      } else if (name === 'table-row') [rowRepeat, cells, column] = [count(attributes['number-rows-repeated']), [], 0];
      else if (name === 'table-cell' || name === 'covered-table-cell') cell = { attributes, repeat: count(attributes['number-columns-repeated']), paragraphs: [] };
      else if (name === 'p' && cell) cell.paragraphs.push('');
      else if (cell && (name === 's' || name === 'tab' || name === 'line-break')) append(cell, name === 'line-break' ? '\n' : ' ');
      else book.open(name, attributes);
    },
    text(text) {
      if (cell && annotation === 0 && cell.paragraphs.length > 0) append(cell, text);
    },
    close(name) {
      if (name === 'annotation') annotation -= 1;
      if (annotation > 0) return;
      if ((name === 'table-cell' || name === 'covered-table-cell') && cell) {
        closeCell(cell);
        cell = null;
      } else if (name === 'table-row') closeRow();
    },
  };
}

function append(cell: OpenCell, text: string): void {
  cell.paragraphs[cell.paragraphs.length - 1] += text;
}

/** Reads an OpenDocument spreadsheet into the grid: values as they were stored, never a formula. */
export async function readOds(pack: Package, file: string): Promise<GridWorkbook> {
  const builder = createContentBuilder();
  await parseXml(pack.read('content.xml'), builder);
  return { file, format: 'ods', sheets: builder.sheets };
}
