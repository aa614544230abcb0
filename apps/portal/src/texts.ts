import { loadDoorMessages, loadMessages } from '@ketenregie/messages';
import type { Language, Messages } from '@ketenregie/messages';
import { useSyncExternalStore } from 'react';

export interface Texts {
  readonly language: Language;
  readonly messages: Readonly<Partial<Messages>>;
  /** False while only the texts of the door are there. */
  readonly isWhole: boolean;
}

let current: Texts = { language: 'nl', messages: {}, isWhole: false };
const listeners = new Set<() => void>();

function show(texts: Texts): void {
  current = texts;
  for (const listener of listeners) listener();
}

/** Shows the texts of the door in a language: the little that is needed before somebody is signed in. */
export async function showDoorTexts(language: Language): Promise<void> {
  show({ language, messages: await loadDoorMessages(language), isWhole: false });
}

/** Shows all texts of a language; resolves once they are there. */
export async function showAllTexts(language: Language): Promise<void> {
  if (!current.isWhole || current.language !== language) show({ language, messages: await loadMessages(language), isWhole: true });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const now = (): Texts => current;

/** The texts that are shown now, followed while they change. */
export function useTexts(): Texts {
  return useSyncExternalStore(subscribe, now, now);
}
