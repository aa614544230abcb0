import { isLanguage } from '@ketenregie/messages';
import type { Language } from '@ketenregie/messages';
import { useSyncExternalStore } from 'react';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];
export const ROOM = ['compact', 'gewoon', 'ruim'] as const;
export type Room = (typeof ROOM)[number];

/** How this device shows the portal. Kept on the device; read before the first paint by `theme.js`, which knows the same key. */
export interface Preferences {
  readonly language: Language;
  readonly theme: Theme;
  readonly density: Room;
  readonly hasSingleKeys: boolean;
}

export const PREFERENCES_KEY = 'ketenregie.weergave';
const listeners = new Set<() => void>();
let current: Preferences | null = null;

function oneOf<Value extends string>(values: readonly Value[], value: unknown, otherwise: Value): Value {
  return values.find((each) => each === value) ?? otherwise;
}

/** Reads what was kept, field by field: whatever is not understood is as if it was never set. */
export function parsePreferences(kept: string | null, deviceLanguage: string): Preferences {
  let fields: Record<string, unknown> = {};
  try {
    const value: unknown = JSON.parse(kept ?? '{}');
    if (typeof value === 'object' && value !== null) fields = value as Record<string, unknown>;
  } catch {
    fields = {};
  }
  const language = isLanguage(fields['language']) ? fields['language'] : deviceLanguage.startsWith('en') ? 'en' : 'nl';
  return { language, theme: oneOf(THEMES, fields['theme'], 'system'), density: oneOf(ROOM, fields['density'], 'gewoon'), hasSingleKeys: fields['hasSingleKeys'] !== false };
}

/** The preferences now; in a component use the hook. */
export function readPreferences(): Preferences {
  current ??= parsePreferences(stored(), navigator.language);
  return current;
}

/** Storage can be forbidden; the portal then forgets, and works. */
function stored(): string | null {
  try {
    return localStorage.getItem(PREFERENCES_KEY);
  } catch {
    return null;
  }
}

/** Changes some preferences, shows them at once and keeps them. */
export function setPreferences(change: Partial<Preferences>): void {
  current = { ...readPreferences(), ...change };
  applyPreferences();
  try {
    localStorage.setItem(PREFERENCES_KEY, JSON.stringify(current));
  } catch {
    // Forbidden storage: kept until the page closes.
  }
  for (const listener of listeners) listener();
}

/** Puts theme, density and language on the document, where the style sheet reads them. */
export function applyPreferences(): void {
  const { theme, density, language } = readPreferences();
  const root = document.documentElement;
  if (theme === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = theme;
  root.dataset['density'] = density;
  root.lang = language;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The preferences, followed while they change. */
export function usePreferences(): Preferences {
  return useSyncExternalStore(subscribe, readPreferences, readPreferences);
}
