/** What a cell holds. Text of a formula is its cached value; a formula itself is never kept. */
export type CellKind = 'text' | 'number' | 'date' | 'boolean' | 'error';

/** One cell of any spreadsheet, as plain text: a number as digits with a decimal point, a date as `YYYY-MM-DD`. */
export interface GridCell {
  readonly kind: CellKind;
  readonly text: string;
  readonly isFormula?: boolean;
  readonly isStruck?: boolean;
  /** Written in grey: the writer was not certain of it. */
  readonly isGrey?: boolean;
}

/** A row with its number as the spreadsheet shows it; in CSV the record number. Empty cells are null or missing. */
export interface GridRow {
  readonly number: number;
  readonly cells: readonly (GridCell | null)[];
}

export interface GridSheet {
  readonly name: string;
  readonly rows: readonly GridRow[];
}

export type GridFormat = 'csv' | 'xlsx' | 'ods';

/** A whole file. Hidden sheets, rows and columns are in it: they are read as the others. */
export interface GridWorkbook {
  readonly file: string;
  readonly format: GridFormat;
  readonly sheets: readonly GridSheet[];
  readonly encoding?: string;
  readonly separator?: string;
}

/** The letter(s) of a column, from index 0: A, B ... Z, AA. */
export function columnLetter(index: number): string {
  const rest = Math.floor(index / 26) - 1;
  return (rest >= 0 ? columnLetter(rest) : '') + String.fromCharCode(65 + (index % 26));
}

/** The cells of a row that hold something, with their column index. */
export function filledCells(row: GridRow): { index: number; cell: GridCell }[] {
  const filled: { index: number; cell: GridCell }[] = [];
  row.cells.forEach((cell, index) => {
    if (cell !== null && cell.text.trim() !== '') filled.push({ index, cell });
  });
  return filled;
}
