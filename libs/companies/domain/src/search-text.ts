import { foldText } from './fold-text.js';

export interface Searchable {
  readonly name: string;
  readonly otherNames: readonly string[];
  readonly kvkNumber: string | null;
  readonly rsin: string | null;
  readonly clientNumber: string | null;
  readonly town: string | null;
}

/** What a company is searched by: folded names, numbers and town. */
export function searchTextOf({ name, otherNames, kvkNumber, rsin, clientNumber, town }: Searchable): string {
  const words = [name, ...otherNames, town ?? ''].map(foldText);
  return [...words, kvkNumber, rsin, foldText(clientNumber ?? '')].filter(Boolean).join(' ');
}
