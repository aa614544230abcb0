import { useLayoutEffect, useState } from 'react';

export interface GridSize {
  /** Px; 0 before it was measured. */
  readonly width: number;
  /** Px from the top of the page to the grid: what is left of the window below it is the grid's. */
  readonly top: number;
}

const NOT_MEASURED: GridSize = { width: 0, top: 0 };

function measured(element: HTMLElement): GridSize {
  const { top, width } = element.getBoundingClientRect();
  return { width: Math.round(width), top: Math.round(top + window.scrollY) };
}

/** How wide the grid is and where it begins, measured anew as the window or what stands above it changes. */
export function useGridSize(element: HTMLElement | null): GridSize {
  const [size, setSize] = useState(NOT_MEASURED);
  useLayoutEffect(() => {
    if (element === null || typeof ResizeObserver === 'undefined') return undefined;
    const look = () => setSize((old) => (sameSize(old, measured(element)) ? old : measured(element)));
    const observer = new ResizeObserver(look);
    observer.observe(element);
    observer.observe(document.body);
    look();
    return () => observer.disconnect();
  }, [element]);
  return size;
}

const sameSize = (left: GridSize, right: GridSize): boolean => left.width === right.width && left.top === right.top;
