import { FileRefusedError } from './file-refused.error.js';

const MEGABYTE = 1024 * 1024;

/** How much of a file is read before it is refused. Sizes are counted while unpacking: what a file says of itself is not believed. */
export const FILE_LIMITS = {
  /** The file as it arrives. */
  fileBytes: 32 * MEGABYTE,
  /** One part of a spreadsheet, unpacked. */
  partBytes: 64 * MEGABYTE,
  /** All parts that are read, unpacked. */
  totalBytes: 160 * MEGABYTE,
  /** Parts in the package. */
  entries: 1000,
  sheets: 100,
  rows: 250_000,
  /** Filled cells, all sheets together. */
  cells: 2_500_000,
  columns: 500,
  /** The text of one cell; Excel itself stops at 32,767. */
  cellCharacters: 40_000,
} as const;

/** Megabytes as a person reads them. */
export function megabytes(bytes: number): string {
  return `${Math.round(bytes / MEGABYTE)} MB`;
}

/** Counts filled cells and rows over a whole file and refuses beyond the limits. */
export function createSizeGuard(): { row(filledCells: number): void } {
  let rows = 0;
  let cells = 0;
  return {
    row(filledCells) {
      rows += 1;
      cells += filledCells;
      if (rows > FILE_LIMITS.rows) throw new FileRefusedError(`Het bestand heeft meer dan ${FILE_LIMITS.rows} rijen. Splits het in kleinere bestanden.`, 'LARGE');
      if (cells > FILE_LIMITS.cells) throw new FileRefusedError(`Het bestand heeft meer dan ${FILE_LIMITS.cells} gevulde cellen. Splits het in kleinere bestanden.`, 'LARGE');
    },
  };
}
