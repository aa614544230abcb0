import { useCallback, useLayoutEffect, useRef } from 'react';

export interface SelectionInput {
  readonly keys: readonly string[];
  readonly selected: ReadonlySet<string> | undefined;
  readonly onChange: ((selected: ReadonlySet<string>) => void) | undefined;
}

/** Selecting rows by their place: one, or the range from the last one chosen. */
export function useSelection({ keys, selected, onChange }: SelectionInput) {
  const anchor = useRef(0);
  const now = useRef({ keys, selected, onChange });
  useLayoutEffect(() => {
    now.current = { keys, selected, onChange };
  });
  const select = useCallback((index: number, isRange: boolean) => {
    const key = now.current.keys[index];
    if (key === undefined || now.current.onChange === undefined) return;
    const next = new Set(now.current.selected);
    const isOn = !next.has(key);
    const [from, to] = isRange ? [Math.min(anchor.current, index), Math.max(anchor.current, index)] : [index, index];
    for (const each of now.current.keys.slice(from, to + 1)) {
      if (isRange || isOn) next.add(each);
      else next.delete(each);
    }
    anchor.current = index;
    now.current.onChange(next);
  }, []);
  const chosen = keys.filter((key) => selected?.has(key)).length;
  const state: 'none' | 'some' | 'all' = chosen === 0 ? 'none' : chosen === keys.length ? 'all' : 'some';
  return { select, state, toggleAll: () => onChange?.(state === 'all' ? new Set() : new Set(keys)), clear: () => onChange?.(new Set()) };
}
