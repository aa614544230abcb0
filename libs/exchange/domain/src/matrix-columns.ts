import type { CatalogueMatcher } from '@ketenregie/catalogue-domain';
import type { Column } from './column.js';
import type { GridRow } from './grid.js';
import type { ColumnMeaning } from './header.js';
import { looksLikeMatrixCell } from './matrix-cell.js';

/** Columns of a matrix that speak of the company and are no portal. */
const ABOUT_COMPANY: ReadonlySet<ColumnMeaning> = new Set(['company', 'name', 'kvk', 'rsin', 'clientNumber', 'legalForm', 'town', 'partner', 'group', 'branch', 'note', 'cost', 'citizenNumber', 'secret', 'email']);
const LEAST_PORTALS = 2;

export interface MatrixBody {
  readonly rows: readonly GridRow[];
  readonly matcher: CatalogueMatcher;
}

function isPortalColumn(column: Column, { rows, matcher }: MatrixBody): boolean {
  if (column.header === '' || (column.meaning !== null && ABOUT_COMPANY.has(column.meaning))) return false;
  const values = rows.map((row) => row.cells[column.index]?.text.trim() ?? '').filter((text) => text !== '');
  const fitting = values.filter(looksLikeMatrixCell).length;
  const isKnown = matcher.matchPortal(column.header).kind !== 'unknown';
  return fitting * 2 >= values.length && (isKnown || fitting > 0);
}

/** The columns of a matrix, each portal as a `services` column; null where the sheet is none. */
export function matrixColumns(columns: readonly Column[], header: GridRow | null, body: MatrixBody): Column[] | null {
  if (header === null || !columns.some((column) => column.meaning === 'company' || column.meaning === 'name' || column.meaning === 'kvk')) return null;
  const portals = new Set(columns.filter((column) => isPortalColumn(column, body)).map((column) => column.index));
  const known = columns.filter((column) => portals.has(column.index) && body.matcher.matchPortal(column.header).kind !== 'unknown');
  if (known.length < LEAST_PORTALS) return null;
  return columns.map((column) => ({ ...column, meaning: portals.has(column.index) ? 'services' : column.meaning }));
}
