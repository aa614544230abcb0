import { ArrowDown, ArrowUp } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useText } from '../text/provider.js';
import type { GridColumn, GridPosition, GridSort } from './grid-types.js';

export interface GridHeadProps<Row> {
  readonly columns: readonly GridColumn<Row>[];
  readonly sort: GridSort | null;
  readonly isSortable: (column: GridColumn<Row>) => boolean;
  readonly onSort: (key: string) => void;
  readonly at: GridPosition;
  readonly onCellFocus: (row: number, column: number) => void;
  /** Null where rows cannot be selected. */
  readonly all: { readonly state: 'none' | 'some' | 'all'; readonly onToggle: () => void } | null;
}

/** The head of a grid: names, the sort, and the box for all rows. */
export function GridHead<Row>({ columns, sort, isSortable, onSort, at, onCellFocus, all }: GridHeadProps<Row>) {
  const first = all === null ? 0 : 1;
  const place = (column: number) => ({ 'data-at': `-1:${String(column)}`, 'aria-colindex': column + 1, tabIndex: at.row === -1 && at.column === column ? 0 : -1, onFocus: () => onCellFocus(-1, column) });
  return (
    <div role="rowgroup" className="k-grid-head">
      <div role="row" className="k-grid-row" aria-rowindex={1}>
        {all !== null && (
          <div role="columnheader" className="k-grid-cell" data-align="box" {...place(0)}>
            <AllBox {...all} />
          </div>
        )}
        {columns.map((column, index) => {
          const isSorted = sort?.key === column.key;
          return (
            <div key={column.key} role="columnheader" className="k-grid-cell" data-align={column.align} {...place(index + first)} {...(isSorted ? { 'aria-sort': sort.isDescending ? ('descending' as const) : ('ascending' as const) } : {})}>
              {isSortable(column) ? (
                <button type="button" tabIndex={-1} className="k-grid-sort" onClick={() => onSort(column.key)}>
                  {column.title}
                  {isSorted && (sort.isDescending ? <ArrowDown size={16} aria-hidden /> : <ArrowUp size={16} aria-hidden />)}
                </button>
              ) : (
                column.title
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function AllBox({ state, onToggle }: NonNullable<GridHeadProps<unknown>['all']>) {
  const text = useText();
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current !== null) box.current.indeterminate = state === 'some';
  }, [state]);
  return <input ref={box} type="checkbox" className="k-box" checked={state === 'all'} aria-label={text('list.selectAll')} tabIndex={-1} onChange={onToggle} />;
}
