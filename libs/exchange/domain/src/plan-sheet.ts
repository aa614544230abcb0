import type { CatalogueMatcher } from '@ketenregie/catalogue-domain';
import { guessColumns } from './guess-columns.js';
import { guessKind } from './guess-kind.js';
import type { GridFormat, GridRow, GridSheet } from './grid.js';
import { filledCells } from './grid.js';
import { meaningOfHeader } from './header.js';
import { matrixColumns } from './matrix-columns.js';
import type { FileKind } from './reading.js';
import type { SheetPlan } from './row-cells.js';

/** A header is looked for among this many rows, and columns are told by this many rows below it. */
const HEADER_SEARCH = 40;
/** The rows a plan needs; a stream hands over as many before it goes on. */
export const PLAN_ROWS = 240;

/** How much a row looks like a header: its distinct meanings, and the portals it names. Cells with digits alone are values. */
function headerScore(row: GridRow, matcher: CatalogueMatcher): number {
  const filled = filledCells(row).filter(({ cell }) => cell.kind === 'text');
  const meanings = new Set(filled.map(({ cell }) => (/^\D*[1-4]\+?$|@/.test(cell.text.trim()) ? null : meaningOfHeader(cell.text))));
  meanings.delete(null);
  const portals = filled.filter(({ cell }) => meaningOfHeader(cell.text) === null && matcher.matchPortal(cell.text).kind !== 'unknown').length;
  const score = meanings.size + (meanings.has('company') || meanings.has('kvk') ? portals : 0);
  return score * 3 >= filled.length ? score : 0;
}

/** The row that looks most like a header, or null where none names two meanings. */
export function findHeader(rows: readonly GridRow[], matcher: CatalogueMatcher): GridRow | null {
  let best: { row: GridRow; score: number } | null = null;
  for (const row of rows.slice(0, HEADER_SEARCH)) {
    const score = headerScore(row, matcher);
    if (score >= 2 && score > (best?.score ?? 0)) best = { row, score };
  }
  return best?.row ?? null;
}

export interface PlanOptions {
  readonly format: GridFormat;
  readonly matcher: CatalogueMatcher;
  /** Said by a person: no guess is made. */
  readonly kind?: FileKind;
  /** The name findings carry, where the file has several sheets. */
  readonly sheetName: string | null;
}

/** Plans how a sheet is read, from its first rows; null where it is no kind of list that we read. */
export function planSheet(sheet: GridSheet, { format, matcher, kind, sheetName }: PlanOptions): SheetPlan | null {
  const rows = sheet.rows.slice(0, PLAN_ROWS);
  const header = findHeader(rows, matcher);
  const body = rows.filter((row) => header === null || row.number > header.number);
  const columns = guessColumns(header, body, matcher);
  const portals = matrixColumns(columns, header, { rows: body, matcher });
  const guessed = kind ?? (portals ? 'matrix' : guessKind(columns));
  if (guessed === null) return null;
  return { kind: guessed, format, sheet: sheetName, headerRow: header?.number ?? null, columns: guessed === 'matrix' && portals ? portals : columns };
}
