import { useSyncExternalStore } from 'react';

/** Below this width lists become cards and the rail folds away (portal rule; also what 400 % zoom of a 1280 px screen gives). */
const NARROW = '(width < 700px)';

function subscribe(onChange: () => void): () => void {
  if (typeof window.matchMedia !== 'function') return () => undefined;
  const query = window.matchMedia(NARROW);
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
}

/** Whether the window is narrower than 700 px, followed while it changes. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => typeof window.matchMedia === 'function' && window.matchMedia(NARROW).matches, () => false);
}
