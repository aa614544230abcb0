import { useText } from '@ketenregie/ui';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useImperativeHandle, useMemo, useState } from 'react';
import type { Ref } from 'react';
import type { LineFactsFragment } from '../generated/operations.js';
import type { Decision } from '../outcome-chip.js';
import { GroupHeading, PartHeading } from './headings.js';
import { itemsOf, placeOfLine } from './line-items.js';
import { LineRow } from './line-row.js';

/** What the page tells the list to do. */
export interface LineListHandle {
  /** Brings a line into sight and gives it the focus. */
  readonly goTo: (index: number) => void;
  /** Lines that fit in the list. */
  readonly pageSize: () => number;
}

export interface LineListProps {
  readonly ref: Ref<LineListHandle>;
  readonly lines: readonly LineFactsFragment[];
  readonly total: number;
  readonly active: number;
  readonly selected: ReadonlySet<string>;
  readonly mayDecide: boolean;
  readonly onActive: (index: number) => void;
  readonly onSelect: (index: number, isRange: boolean) => void;
  readonly onDecide: (line: LineFactsFragment, decision: Decision) => void;
  readonly onKeepGroup: (groupKey: string) => void;
  readonly onEndReached: () => void;
}

const LINE_PX = 112;
const NEAR_END = 20;

/** The lines of a round, drawn as they come into sight: one tab stop, the arrows go from line to line. */
export function LineList(props: LineListProps) {
  const { ref, lines, total, active, mayDecide, onEndReached, onKeepGroup } = props;
  const text = useText();
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const [mustFocus, setMustFocus] = useState<number | null>(null);
  const items = useMemo(() => itemsOf(lines), [lines]);
  const virtualizer = useVirtualizer({ count: items.length, getScrollElement: () => scroller, estimateSize: () => LINE_PX, measureElement: (element) => element.getBoundingClientRect().height || LINE_PX, overscan: 6, getItemKey: (index) => items[index]?.key ?? index });
  const shown = virtualizer.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (items.length > 0 && last >= items.length - NEAR_END) onEndReached();
    // Only the last row in sight decides; a new callback of the same list must not ask again.
  }, [last, items.length]);
  useEffect(() => {
    const row = mustFocus === null ? null : scroller?.querySelector<HTMLElement>(`[data-line="${String(mustFocus)}"]`);
    if (row === null || row === undefined) return;
    row.focus({ preventScroll: true });
    setMustFocus(null);
  });
  useImperativeHandle(ref, () => ({
    goTo: (index) => {
      virtualizer.scrollToIndex(Math.max(0, placeOfLine(items, index)));
      setMustFocus(index);
    },
    pageSize: () => Math.max(1, Math.floor((scroller?.clientHeight ?? 0) / LINE_PX) - 1),
  }));
  return (
    <div ref={setScroller} className="v-list">
      <div role="grid" aria-label={text('reviews.lines')} aria-rowcount={total} aria-multiselectable={mayDecide} style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
        {shown.map(({ index, start }) => {
          const item = items[index];
          if (item === undefined) return null;
          return (
            <div key={item.key} role="rowgroup" className="v-item" data-index={index} ref={virtualizer.measureElement} style={{ transform: `translateY(${String(start)}px)` }}>
              {item.kind === 'part' && <PartHeading isUsual={item.isUsual} />}
              {item.kind === 'group' && <GroupHeading line={item.first} {...(mayDecide ? { onKeep: () => onKeepGroup(item.first.groupKey) } : {})} />}
              {item.kind === 'line' && <LineRow line={item.line} index={item.index} isActive={item.index === active} isSelected={props.selected.has(item.line.id)} mayDecide={mayDecide} onActive={props.onActive} onSelect={props.onSelect} onDecide={props.onDecide} />}
            </div>
          );
        })}
      </div>
    </div>
  );
}
