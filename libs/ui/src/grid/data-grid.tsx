import { useMemo } from 'react';
import { useIsNarrow } from '../text/media.js';
import { useText } from '../text/provider.js';
import { BulkBar } from './bulk-bar.js';
import { CardList } from './card-list.js';
import type { DataGridProps } from './grid-types.js';
import { GridView } from './grid-view.js';
import { useGridRows } from './use-grid-rows.js';
import { useSelection } from './use-selection.js';

/** A list of rows as a grid with one tab stop; below 700 px as cards. Row heights follow the density. Keep `columns` stable between renders. */
export function DataGrid<Row extends object>(props: DataGridProps<Row>) {
  const text = useText();
  const isNarrow = useIsNarrow();
  const model = useGridRows(props);
  const { rows } = model;
  const keys = useMemo(() => rows.map((row) => row.id), [rows]);
  const selection = useSelection({ keys, selected: props.selected, onChange: props.onSelectedChange });
  if (rows.length === 0 && props.empty !== undefined && props.isLoadingMore !== true) return <>{props.empty}</>;
  const isWhole = props.total === undefined || props.total === rows.length;
  const count = isWhole ? text('list.total', { count: rows.length }) : text('list.partial', { shown: rows.length, total: props.total ?? 0 });
  const View = isNarrow ? CardList : GridView;
  return (
    <div className="k-grid-box">
      <View<Row> grid={props} model={model} selection={selection} />
      <p className="k-grid-foot" role="status">
        {props.isLoadingMore === true ? text('list.loadingMore') : count}
      </p>
      {props.bulkActions !== undefined && (
        <BulkBar count={props.selected?.size ?? 0} onClear={selection.clear}>
          {props.bulkActions}
        </BulkBar>
      )}
    </div>
  );
}
