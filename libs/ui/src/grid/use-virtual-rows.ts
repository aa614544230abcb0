import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect } from 'react';

/** Up to this many rows stand in the flow of the page; more are drawn as they come into sight. */
const FLOW_ROWS = 100;
const NEAR_END = 20;

/** A row's own height; where nothing is laid out, what a row of the density has. */
const heightOf = (element: Element, rowHeight: number): number => element.getBoundingClientRect().height || rowHeight;

export interface VirtualRowsInput {
  readonly count: number;
  readonly rowHeight: number;
  readonly scroller: HTMLElement | null;
  readonly onEndReached: (() => void) | undefined;
}

/** Which rows to draw. Above 100 rows a scrolling body draws those in sight; a change of density measures anew. */
export function useVirtualRows({ count, rowHeight, scroller, onEndReached }: VirtualRowsInput) {
  const isVirtual = count > FLOW_ROWS;
  const virtualizer = useVirtualizer({ count: isVirtual ? count : 0, getScrollElement: () => scroller, estimateSize: () => rowHeight, measureElement: (element) => heightOf(element, rowHeight), overscan: 8 });
  useEffect(() => virtualizer.measure(), [virtualizer, rowHeight]);
  const items = virtualizer.getVirtualItems();
  const last = isVirtual ? (items.at(-1)?.index ?? 0) : count - 1;
  useEffect(() => {
    if (count > 0 && last >= count - NEAR_END) onEndReached?.();
    // Only the last row in sight decides; a new callback of the same list must not ask again.
  }, [last, count]);
  const places = isVirtual ? items.map((item) => ({ index: item.index, top: item.start })) : Array.from({ length: count }, (_, index) => ({ index, top: null }));
  return { isVirtual, places, height: isVirtual ? virtualizer.getTotalSize() : undefined, measure: virtualizer.measureElement, scrollTo: (index: number) => isVirtual && virtualizer.scrollToIndex(index) };
}
