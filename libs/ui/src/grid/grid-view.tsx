import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { CSSProperties } from 'react';
import { useRowHeight } from '../text/provider.js';
import { foldColumns } from './fold-columns.js';
import { GridHead } from './grid-head.js';
import { GridRow } from './grid-row.js';
import type { DataGridProps } from './grid-types.js';
import { useGridKeys } from './use-grid-keys.js';
import { useGridSize } from './use-grid-size.js';
import type { useGridRows } from './use-grid-rows.js';
import type { useSelection } from './use-selection.js';
import { useVirtualRows } from './use-virtual-rows.js';

export interface GridViewProps<Row extends object> {
  readonly grid: DataGridProps<Row>;
  readonly model: ReturnType<typeof useGridRows<Row>>;
  readonly selection: ReturnType<typeof useSelection>;
}

/** The grid itself: head, rows in sight, one tab stop. */
export function GridView<Row extends object>({ grid, model, selection }: GridViewProps<Row>) {
  // The element goes down as state, not as a ref: a memo body would never learn that a ref was set.
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const rowHeight = useRowHeight();
  const { rows } = model;
  const { width, top } = useGridSize(scroller);
  const columns = useMemo(() => foldColumns(grid.columns, width), [grid.columns, width]);
  const isSelectable = grid.onSelectedChange !== undefined;
  const body = useVirtualRows({ count: rows.length, rowHeight, scroller, onEndReached: grid.onEndReached });
  const open = useLatest((index: number) => {
    const row = rows[index];
    if (row !== undefined) grid.onOpen?.(row.original);
  });
  const keys = useGridKeys({
    element: scroller,
    rowCount: rows.length,
    columnCount: columns.length + (isSelectable ? 1 : 0),
    pageSize: Math.max(1, Math.floor((scroller?.clientHeight ?? 0) / rowHeight) - 2) || 10,
    hasSingleKeys: grid.hasSingleKeys ?? true,
    scrollTo: body.scrollTo,
    onSelect: selection.select,
    onActivate: (at) => !pressInside(scroller, at.row, at.column) && open(at.row),
  });
  useOneTabStop(scroller);
  const tracks = [...(isSelectable ? ['44px'] : []), ...columns.map((column) => column.width)].join(' ');
  const all = isSelectable ? { state: selection.state, onToggle: selection.toggleAll } : null;
  return (
    <div ref={setScroller} className="k-grid-scroll" data-virtual={body.isVirtual ? '' : undefined} style={{ '--grid-top': `${String(top)}px` } as CSSProperties}>
      <div role="grid" className="k-grid" aria-label={grid.label} aria-rowcount={(grid.total ?? rows.length) + 1} aria-colcount={columns.length + (isSelectable ? 1 : 0)} aria-multiselectable={isSelectable ? true : undefined} style={{ '--tracks': tracks, '--row': `${String(rowHeight)}px` } as CSSProperties} onKeyDown={keys.onKeyDown}>
        <GridHead columns={columns} sort={model.sort} isSortable={model.isSortable} onSort={model.setSort} at={keys.at} onCellFocus={keys.onCellFocus} all={all} />
        <div role="rowgroup" className="k-grid-body" style={{ height: body.height }}>
          {body.places.map(({ index, top }) => {
            const row = rows[index];
            if (row === undefined) return null;
            return (
              <GridRow<Row> key={row.id} row={row.original} index={index} columns={columns} name={grid.rowName(row.original)} isSelected={isSelectable ? (grid.selected?.has(row.id) ?? false) : null} activeColumn={keys.at.row === index ? keys.at.column : -1} top={top} isOpenable={grid.onOpen !== undefined} measure={body.measure} onSelect={selection.select} onOpen={open} onCellFocus={keys.onCellFocus} />
            );
          })}
        </div>
      </div>
    </div>
  );
}

/** Takes the links and buttons of cells out of the tab order, as they are drawn: the cell that holds them is reached by arrows, Enter presses them. */
function useOneTabStop(root: HTMLElement | null): void {
  useLayoutEffect(() => {
    for (const control of root?.querySelectorAll<HTMLElement>('[role=gridcell] :is(a, button):not([tabindex="-1"])') ?? []) control.tabIndex = -1;
  });
}

/** A function that stays the same and always does what its latest version does. */
function useLatest<Argument>(work: (argument: Argument) => void): (argument: Argument) => void {
  const latest = useRef(work);
  useLayoutEffect(() => {
    latest.current = work;
  });
  return useCallback((argument: Argument) => latest.current(argument), []);
}

/** Presses the link or button of a cell; false where it has none. */
function pressInside(root: HTMLElement | null, row: number, column: number): boolean {
  const control = root?.querySelector<HTMLElement>(`[data-at="${String(row)}:${String(column)}"] :is(a, button, input)`);
  control?.click();
  return control !== null && control !== undefined;
}
