import { createSortedRowModel, rowSelectionFeature, rowSortingFeature, tableFeatures, useTable } from '@tanstack/react-table';
import type { ColumnDef, RowData } from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import type { DataGridProps, GridColumn, GridSort } from './grid-types.js';

const features = tableFeatures({ rowSortingFeature, rowSelectionFeature, sortedRowModel: createSortedRowModel() });
const collator = new Intl.Collator('nl', { numeric: true, sensitivity: 'base' });

/** Order of two values: numbers by size, texts as Dutch readers expect, nothing last. */
export function compareValues(left: unknown, right: unknown): number {
  if (left === right) return 0;
  if (left === null || left === undefined) return 1;
  if (right === null || right === undefined) return -1;
  return typeof left === 'number' && typeof right === 'number' ? left - right : collator.compare(String(left), String(right));
}

function definitionOf<Row extends RowData>(column: GridColumn<Row>): ColumnDef<typeof features, Row> {
  return {
    id: column.key,
    accessorFn: (row: Row) => column.sortBy?.(row) ?? null,
    enableSorting: column.sortBy !== undefined || column.isSortable === true,
    sortFn: (a, b, key) => compareValues(a.getValue(key), b.getValue(key)),
  };
}

/** The rows in their order, the sort, and the selection, kept by TanStack Table. */
export function useGridRows<Row extends RowData>(props: DataGridProps<Row>) {
  const [ownSort, setOwnSort] = useState<GridSort | null>(props.sort ?? null);
  const isServerSorted = props.onSortChange !== undefined;
  const sort = isServerSorted ? (props.sort ?? null) : ownSort;
  const columns = useMemo(() => props.columns.map(definitionOf), [props.columns]);
  const data = props.rows as Row[];
  const sorting = useMemo(() => (sort === null ? [] : [{ id: sort.key, desc: sort.isDescending }]), [sort]);
  const rowSelection = useMemo(() => Object.fromEntries([...(props.selected ?? [])].map((key) => [key, true as const])), [props.selected]);
  const table = useTable({ features, columns, data, getRowId: props.rowKey, manualSorting: isServerSorted, state: { sorting, rowSelection } });
  const setSort = (key: string) => {
    const next = { key, isDescending: sort?.key === key && !sort.isDescending };
    if (props.onSortChange === undefined) setOwnSort(next);
    else props.onSortChange(next);
  };
  return { rows: table.getRowModel().rows, sort, setSort, isSortable: (column: GridColumn<Row>) => column.sortBy !== undefined || column.isSortable === true };
}
