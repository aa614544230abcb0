import { useCallback, useEffect, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { GridPosition } from './grid-types.js';

export interface GridKeysInput {
  readonly element: HTMLElement | null;
  readonly rowCount: number;
  readonly columnCount: number;
  /** Rows that PageUp and PageDown move over. */
  readonly pageSize: number;
  readonly hasSingleKeys: boolean;
  readonly scrollTo: (row: number) => void;
  readonly onSelect: (row: number, isRange: boolean) => void;
  readonly onActivate: (position: GridPosition) => void;
}

type Move = (at: GridPosition, input: GridKeysInput, isControl: boolean) => GridPosition;

const moves: Readonly<Record<string, Move>> = {
  ArrowDown: (at) => ({ ...at, row: at.row + 1 }),
  ArrowUp: (at) => ({ ...at, row: at.row - 1 }),
  ArrowRight: (at) => ({ ...at, column: at.column + 1 }),
  ArrowLeft: (at) => ({ ...at, column: at.column - 1 }),
  PageDown: (at, { pageSize }) => ({ ...at, row: at.row + pageSize }),
  PageUp: (at, { pageSize }) => ({ ...at, row: Math.max(0, at.row - pageSize) }),
  Home: (at, _input, isControl) => ({ row: isControl ? 0 : at.row, column: 0 }),
  End: (at, input, isControl) => ({ row: isControl ? input.rowCount - 1 : at.row, column: input.columnCount - 1 }),
};

function inside(at: GridPosition, input: GridKeysInput): GridPosition {
  return { row: Math.min(Math.max(at.row, -1), input.rowCount - 1), column: Math.min(Math.max(at.column, 0), input.columnCount - 1) };
}

function isTyping(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.matches('input:not([type=checkbox]), textarea, select, [contenteditable=true]');
}

/** One tab stop for a whole grid: arrows move it per cell, PageUp/Down per page, Ctrl-Home/End to the corners; Space and X select, Enter opens. */
export function useGridKeys(input: GridKeysInput) {
  const { element } = input;
  const [position, setPosition] = useState<GridPosition>({ row: input.rowCount > 0 ? 0 : -1, column: 0 });
  const [mustFocus, setMustFocus] = useState(false);
  const at = inside(position, input);
  useEffect(() => {
    if (!mustFocus) return;
    const cell = element?.querySelector<HTMLElement>(`[data-at="${String(at.row)}:${String(at.column)}"]`);
    if (cell === null || cell === undefined) return;
    cell.focus();
    setMustFocus(false);
  });
  const go = (next: GridPosition) => {
    const target = inside(next, input);
    if (target.row >= 0) input.scrollTo(target.row);
    setPosition(target);
    setMustFocus(true);
  };
  const act = (event: KeyboardEvent): boolean => {
    const isX = input.hasSingleKeys && event.key.toLowerCase() === 'x' && !event.ctrlKey && !event.metaKey && !event.altKey;
    if ((event.key === ' ' || isX) && at.row >= 0) input.onSelect(at.row, event.shiftKey);
    else if (event.key === 'Enter' || event.key === ' ') input.onActivate(at);
    else return false;
    return true;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isTyping(event.target)) return;
    const move = moves[event.key];
    if (move !== undefined) go(move(at, input, event.ctrlKey || event.metaKey));
    else if (!act(event)) return;
    event.preventDefault();
  };
  const onCellFocus = useCallback((row: number, column: number) => setPosition((old) => (old.row === row && old.column === column ? old : { row, column })), []);
  return { at, onKeyDown, onCellFocus };
}
