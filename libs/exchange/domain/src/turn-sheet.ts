import type { GridCell, GridSheet } from './grid.js';

/** A sheet larger than this is no matrix that a person keeps by hand. */
const MOST = 1000;

/** A sheet with its rows as columns; row and column numbers change places. Null where it is too large to be a matrix. */
export function turnSheet(sheet: GridSheet): GridSheet | null {
  const height = sheet.rows.at(-1)?.number ?? 0;
  const width = Math.max(0, ...sheet.rows.map((row) => row.cells.length));
  if (height > MOST || width > MOST) return null;
  const columns: (GridCell | null)[][] = Array.from({ length: width }, () => Array.from({ length: height }, () => null));
  for (const row of sheet.rows) row.cells.forEach((cell, index) => (columns[index] as (GridCell | null)[])[row.number - 1] = cell);
  return { name: sheet.name, rows: columns.map((cells, index) => ({ number: index + 1, cells })) };
}
