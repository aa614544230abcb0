import { usePreferences } from '@ketenregie/portal-kit';
import { useEffect, useRef } from 'react';

/** What keys do on the page of a round. */
export interface LineKeys {
  readonly onMove: (to: 'next' | 'previous' | 'first' | 'last' | 'page-down' | 'page-up') => void;
  readonly onDecide: (decision: 'keep' | 'revoke' | 'change') => void;
  readonly onUndo: () => void;
  readonly onSelect: (isRange: boolean) => void;
}

const SINGLE: Readonly<Record<string, (keys: LineKeys, event: KeyboardEvent) => void>> = {
  j: (keys) => keys.onMove('next'),
  k: (keys) => keys.onMove('previous'),
  b: (keys) => keys.onDecide('keep'),
  i: (keys) => keys.onDecide('revoke'),
  w: (keys) => keys.onDecide('change'),
  z: (keys) => keys.onUndo(),
  x: (keys, event) => keys.onSelect(event.shiftKey),
};

/** Keys that need the list to have the focus: elsewhere they scroll the page. */
const IN_LIST: Readonly<Record<string, (keys: LineKeys, event: KeyboardEvent) => void>> = {
  ArrowDown: (keys) => keys.onMove('next'),
  ArrowUp: (keys) => keys.onMove('previous'),
  Home: (keys) => keys.onMove('first'),
  End: (keys) => keys.onMove('last'),
  PageDown: (keys) => keys.onMove('page-down'),
  PageUp: (keys) => keys.onMove('page-up'),
  ' ': (keys, event) => keys.onSelect(event.shiftKey),
};

const AFTER_G_MS = 1_500;

/** Whether a key belongs to what has the focus: a field, or a dialog over the page. */
function isTaken(target: EventTarget | null): boolean {
  if (document.querySelector('[role=dialog], [role=alertdialog], [role=menu], [role=listbox]') !== null) return true;
  return target instanceof HTMLElement && target.matches('input:not([type=checkbox]), textarea, select, [contenteditable=true]');
}

const isRow = (target: EventTarget | null): boolean => target instanceof HTMLElement && target.matches('[data-line]');

function workOf(event: KeyboardEvent, hasSingleKeys: boolean): ((keys: LineKeys, event: KeyboardEvent) => void) | undefined {
  if (isRow(event.target) && event.key in IN_LIST) return IN_LIST[event.key];
  return hasSingleKeys ? SINGLE[event.key.toLowerCase()] : undefined;
}

/** Listens on the whole page, never in a field or under a dialog. A letter after G goes to a page of the portal and is not ours. */
export function useLineKeys(keys: LineKeys, isOn: boolean): void {
  const { hasSingleKeys } = usePreferences();
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    if (!isOn) return undefined;
    let goAt = Number.NEGATIVE_INFINITY;
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTaken(event.target)) return;
      const isAfterG = event.timeStamp - goAt < AFTER_G_MS;
      goAt = event.key.toLowerCase() === 'g' && !isAfterG ? event.timeStamp : Number.NEGATIVE_INFINITY;
      const work = isAfterG ? undefined : workOf(event, hasSingleKeys);
      if (work === undefined) return;
      event.preventDefault();
      work(latest.current, event);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [isOn, hasSingleKeys]);
}
