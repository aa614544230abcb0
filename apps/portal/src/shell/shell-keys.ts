import { useEffect, useRef } from 'react';
import { placeOfKey } from './navigation.js';
import type { Place, Standing } from './navigation.js';

export interface ShellKeys extends Standing {
  /** A viewer can switch single keys off (WCAG 2.1.4). */
  readonly isOn: boolean;
  readonly onPlace: (place: Place) => void;
  /** To the company before (-1) or after (1) the open one. */
  readonly onStep: (step: -1 | 1) => void;
  readonly onHelp: () => void;
}

const TOGETHER_MS = 1500;

/** Whether a key belongs to what has the focus: a field that is typed in, or a dialog over the page. */
function isTaken(target: EventTarget | null): boolean {
  if (document.querySelector('[role=dialog], [role=alertdialog], [role=menu], [role=listbox]') !== null) return true;
  return target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable=true]') && !target.matches('[type=checkbox], [type=radio]');
}

function focusSearch(): void {
  document.querySelector<HTMLInputElement>('.k-filters input')?.focus();
}

/** Keys without Ctrl, from anywhere on the page and never in a field: G and a letter, `[` and `]`, `/`, `?`. */
export function useShellKeys(keys: ShellKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    let startedAt = Number.NEGATIVE_INFINITY;
    const press = (key: string, isAfterG: boolean): boolean => {
      const { onPlace, onStep, onHelp } = latest.current;
      const place = isAfterG ? placeOfKey(key, latest.current) : null;
      if (place !== null) onPlace(place);
      else if (key === '?') onHelp();
      else if (key === '[' || key === ']') onStep(key === '[' ? -1 : 1);
      else if (key === '/') focusSearch();
      else return false;
      return true;
    };
    const listen = (event: KeyboardEvent) => {
      if (!latest.current.isOn || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTaken(event.target)) return;
      const isAfterG = event.timeStamp - startedAt < TOGETHER_MS;
      startedAt = event.key.toLowerCase() === 'g' && !isAfterG ? event.timeStamp : Number.NEGATIVE_INFINITY;
      if (press(event.key, isAfterG)) event.preventDefault();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
