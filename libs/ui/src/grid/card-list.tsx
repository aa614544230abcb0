import { useState } from 'react';
import { GridCard } from './grid-cards.js';
import type { GridViewProps } from './grid-view.js';
import { useVirtualRows } from './use-virtual-rows.js';

const CARD_PX = 180;

/** The rows as cards below 700 px, drawn as they come into sight where there are many. */
export function CardList<Row extends object>({ grid, model, selection }: GridViewProps<Row>) {
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const body = useVirtualRows({ count: model.rows.length, rowHeight: CARD_PX, scroller, onEndReached: grid.onEndReached });
  return (
    <div ref={setScroller} className="k-grid-scroll" data-virtual={body.isVirtual ? '' : undefined} {...(body.isVirtual ? { tabIndex: 0, role: 'group', 'aria-label': grid.label } : {})}>
      <ul className="k-cards" aria-label={grid.label} style={{ height: body.height }}>
        {body.places.map(({ index, top }) => {
          const row = model.rows[index];
          if (row === undefined) return null;
          const isSelected = grid.onSelectedChange === undefined ? null : (grid.selected?.has(row.id) ?? false);
          const style = top === null ? undefined : { position: 'absolute' as const, insetInline: 0, transform: `translateY(${String(top)}px)` };
          return (
            <li key={row.id} data-index={index} ref={top === null ? undefined : body.measure} style={style}>
              <GridCard<Row> row={row.original} index={index} columns={grid.columns} rowName={grid.rowName} isSelected={isSelected} onSelect={selection.select} {...(grid.onOpen === undefined ? {} : { onOpen: grid.onOpen })} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}
