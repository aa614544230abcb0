import type { ReactNode } from 'react';

export interface GridColumn<Row> {
  readonly key: string;
  readonly title: string;
  /** A CSS grid track: `minmax(180px, 2fr)` or `132px`. */
  readonly width: string;
  readonly cell: (row: Row) => ReactNode;
  /** The value to sort by, for lists that are wholly in the browser; null sorts last. */
  readonly sortBy?: (row: Row) => string | number | null;
  /** For a list sorted by the server: whether it can sort by this column. */
  readonly isSortable?: boolean;
  readonly align?: 'start' | 'end';
  /** Stands under another column where the grid is narrower than so many px, so that nothing is lost on a small screen: as `cell` says, else behind its title. */
  readonly fold?: { readonly under: string; readonly below: number; readonly cell?: (row: Row) => ReactNode };
  /** Its place on a card (below 700 px); the first column is the title, the rest are lines. */
  readonly onCard?: 'title' | 'line' | 'hidden';
}

export interface GridSort {
  readonly key: string;
  readonly isDescending: boolean;
}

export interface DataGridProps<Row> {
  readonly label: string;
  readonly columns: readonly GridColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Names the row where it is selected or opened. */
  readonly rowName: (row: Row) => string;
  /** All rows there are, where `rows` is a part; never a silently cut list. */
  readonly total?: number;
  readonly sort?: GridSort | null;
  /** Given: the server sorts and `rows` come in order. Absent: the grid sorts by `sortBy`. */
  readonly onSortChange?: (sort: GridSort) => void;
  readonly selected?: ReadonlySet<string>;
  /** Given: rows can be selected. */
  readonly onSelectedChange?: (selected: ReadonlySet<string>) => void;
  /** What can be done with the selection, for n rows at once. */
  readonly bulkActions?: ReactNode;
  /** Enter or a click on a row. */
  readonly onOpen?: (row: Row) => void;
  /** Near the last row; called again as rows are added. */
  readonly onEndReached?: () => void;
  readonly isLoadingMore?: boolean;
  /** Stands in place of the list where it has no rows. */
  readonly empty?: ReactNode;
  /** X and Shift-X; a viewer can switch single keys off (WCAG 2.1.4). */
  readonly hasSingleKeys?: boolean;
}

/** Where the one tab stop of a grid is; row -1 is the head. */
export interface GridPosition {
  readonly row: number;
  readonly column: number;
}
