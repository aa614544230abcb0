import type { GridCell, GridRow, GridSheet, GridWorkbook } from '@ketenregie/exchange-domain';
import { createSizeGuard, FILE_LIMITS } from './file-limits.js';
import { FileRefusedError } from './file-refused.error.js';
import type { Package } from './open-package.js';
import type { XmlAttributes } from './parse-xml.js';
import { parseXml } from './parse-xml.js';
import { dayOfSerial, numberText } from './serial-date.js';
import type { SharedString } from './xlsx-strings.js';
import { createTextCollector, readSharedStrings, unescapeText } from './xlsx-strings.js';
import type { CellStyle } from './xlsx-styles.js';
import { PLAIN_STYLE, readXlsxStyles } from './xlsx-styles.js';
import { readXlsxWorkbook } from './xlsx-workbook.js';

interface Tables {
  readonly strings: readonly SharedString[];
  readonly styles: readonly CellStyle[];
  readonly is1904: boolean;
  readonly guard: ReturnType<typeof createSizeGuard>;
}

interface RawCell {
  readonly type: string;
  readonly style: CellStyle;
  readonly column: number;
  value: string;
  isFormula: boolean;
}

/** The column index in a reference such as "AB12"; null where there is none. */
function columnOf(reference: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0];
  return letters === undefined ? null : [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function contentOf(raw: RawCell, inline: SharedString, { strings, is1904 }: Tables): Pick<GridCell, 'kind' | 'text'> & { isStruck?: boolean } {
  switch (raw.type) {
    case 's':
      return { kind: 'text', ...(strings[Number(raw.value)] ?? { text: '' }) };
    case 'inlineStr':
      return { kind: 'text', ...inline };
    case 'str':
      return { kind: 'text', text: unescapeText(raw.value) };
    case 'b':
      return { kind: 'boolean', text: raw.value === '1' ? 'ja' : 'nee' };
    case 'e':
      return { kind: 'error', text: raw.value };
    case 'd':
      return { kind: 'date', text: raw.value.slice(0, 10) };
    default: {
      const day = raw.style.isDate ? dayOfSerial(Number(raw.value), is1904) : null;
      return day === null ? { kind: 'number', text: numberText(raw.value) } : { kind: 'date', text: day };
    }
  }
}

function cellOf(raw: RawCell, inline: SharedString, tables: Tables): GridCell | null {
  if (raw.value === '' && inline.text === '' && !raw.isFormula) return null;
  const { kind, text, isStruck } = contentOf(raw, inline, tables);
  return {
    kind,
    text: text.slice(0, FILE_LIMITS.cellCharacters),
    ...(raw.isFormula && { isFormula: true }),
    ...((raw.style.isStruck || isStruck === true) && { isStruck: true }),
    ...(raw.style.isGrey && { isGrey: true }),
  };
}

/** Builds rows from the events of a sheet part. */
function createSheetBuilder(tables: Tables): { rows: GridRow[]; open(name: string, attributes: XmlAttributes): void; close(name: string): void; text(text: string): void } {
  const rows: GridRow[] = [];
  const collector = createTextCollector();
  let number = 0;
  let cells: (GridCell | null)[] = [];
  let raw: RawCell | null = null;
  let inValue = false;
  const openCell = (attributes: XmlAttributes): RawCell => ({
    type: attributes['t'] ?? 'n',
    style: tables.styles[Number(attributes['s'] ?? 0)] ?? PLAIN_STYLE,
    column: columnOf(attributes['r']) ?? cells.length,
    value: '',
    isFormula: false,
  });
  const closeCell = (done: RawCell): void => {
    const cell = cellOf(done, collector.take(), tables);
    if (cell === null || done.column >= FILE_LIMITS.columns) return;
    while (cells.length < done.column) cells.push(null);
    cells[done.column] = cell;
  };
  return {
    rows,
    open(name, attributes) {
      if (name === 'row') [number, cells] = [Number(attributes['r'] ?? number + 1), []];
      else if (name === 'c') raw = openCell(attributes);
      else if (name === 'v') inValue = true;
      else if (name === 'f' && raw) raw.isFormula = true;
      else collector.open(name, attributes['val'] === '0');
    },
    text(text) {
      if (inValue && raw) raw.value += text;
      else collector.text(text);
    },
    close(name) {
      if (name === 'v') inValue = false;
      else if (name === 'c' && raw) {
        closeCell(raw);
        raw = null;
      } else if (name === 'row' && cells.length > 0) {
        tables.guard.row(cells.length);
        rows.push({ number, cells });
      } else collector.close(name);
    },
  };
}

/** Reads an xlsx package into the grid: values and cached values only; a formula is never looked at, let alone run. */
export async function readXlsx(pack: Package, file: string): Promise<GridWorkbook> {
  const workbook = await readXlsxWorkbook(pack);
  if (workbook.sheets.length > FILE_LIMITS.sheets) throw new FileRefusedError(`Het bestand heeft meer dan ${FILE_LIMITS.sheets} bladen. Bewaar alleen de bladen die nodig zijn.`, 'LARGE');
  const styles = await readXlsxStyles(pack, workbook.styles);
  const strings = await readSharedStrings(pack, workbook.sharedStrings);
  const tables: Tables = { styles, strings, is1904: workbook.is1904, guard: createSizeGuard() };
  const sheets: GridSheet[] = [];
  for (const { name, part } of workbook.sheets) {
    const builder = createSheetBuilder(tables);
    await parseXml(pack.read(part), builder);
    sheets.push({ name, rows: builder.rows });
  }
  return { file, format: 'xlsx', sheets };
}
