import type { ColumnMeaning } from './header.js';

/** One column of a sheet as it was understood; a person may correct `meaning` before anything is read. */
export interface Column {
  readonly index: number;
  readonly letter: string;
  readonly header: string;
  /** Null: the column is not used, though its text is still searched for secrets. */
  readonly meaning: ColumnMeaning | null;
  /** Up to three values, redacted. */
  readonly samples: readonly string[];
}

/** Where a meaning stands: its first column. */
export type ColumnIndex = ReadonlyMap<ColumnMeaning, number>;

/** The first column of each meaning. */
export function indexColumns(columns: readonly Column[]): ColumnIndex {
  const index = new Map<ColumnMeaning, number>();
  for (const column of columns) if (column.meaning !== null && !index.has(column.meaning)) index.set(column.meaning, column.index);
  return index;
}
