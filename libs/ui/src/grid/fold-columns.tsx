import type { ReactNode } from 'react';
import type { GridColumn } from './grid-types.js';

function Under<Row extends object>({ column, row }: { readonly column: GridColumn<Row>; readonly row: Row }): ReactNode {
  const shown = column.fold?.cell === undefined ? column.cell(row) : column.fold.cell(row);
  if (shown === null) return null;
  return (
    <span className="k-grid-under">
      {column.fold?.cell === undefined && <span>{column.title}</span>}
      {shown}
    </span>
  );
}

function folded<Row extends object>(column: GridColumn<Row>, under: readonly GridColumn<Row>[]): GridColumn<Row> {
  if (under.length === 0) return column;
  const cell = (row: Row): ReactNode => (
    <span className="k-grid-pair">
      {column.cell(row)}
      {under.map((other) => (
        <Under key={other.key} column={other} row={row} />
      ))}
    </span>
  );
  return { ...column, cell };
}

/** The columns that have a place of their own at a width, in px, each with those that stand under it. At width 0, not yet measured, all have. */
export function foldColumns<Row extends object>(columns: readonly GridColumn<Row>[], width: number): readonly GridColumn<Row>[] {
  const isFolded = ({ fold }: GridColumn<Row>): boolean => fold !== undefined && width > 0 && width < fold.below;
  if (!columns.some(isFolded)) return columns;
  return columns.filter((column) => !isFolded(column)).map((column) => folded(column, columns.filter((other) => isFolded(other) && other.fold?.under === column.key)));
}
