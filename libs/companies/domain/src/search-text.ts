import { foldText } from './fold-text.js';

export interface Searchable {
  readonly name: string;
  readonly otherNames: readonly string[];
  readonly kvkNumber: string | null;
  readonly rsin: string | null;
  readonly clientNumber: string | null;
  readonly town: string | null;
}

const PUNCTUATION_IN_NUMBER = /[\s.-]/g;

/** What a company is searched by: folded names, town and numbers; a client number also without its signs, for who types it so. */
export function searchTextOf({ name, otherNames, kvkNumber, rsin, clientNumber, town }: Searchable): string {
  const folded = [name, ...otherNames, town ?? '', clientNumber ?? ''].map(foldText);
  const plain = clientNumber?.replaceAll(PUNCTUATION_IN_NUMBER, '').toLowerCase() ?? '';
  return [...folded, plain === foldText(clientNumber ?? '') ? '' : plain, kvkNumber, rsin].filter(Boolean).join(' ');
}

/** What was typed as the words that must all occur; a number typed in groups (`9000 0011`) is one word. */
export function searchWords(typed: string): string[] {
  const digits = typed.replaceAll(PUNCTUATION_IN_NUMBER, '');
  return /^\d+$/.test(digits) ? [digits] : foldText(typed).split(' ').filter(Boolean);
}
