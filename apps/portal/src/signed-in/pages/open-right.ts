import type { PageOf } from '../page-of.js';

/** The right whose sheet is open, as the address says, and how to open and close one. */
export function openRightOf({ search, onSearch }: Pick<PageOf, 'search' | 'onSearch'>): { readonly rightId: string | null; readonly onRight: (rightId: string | null) => void } {
  const { recht, ...others } = search;
  return { rightId: typeof recht === 'string' ? recht : null, onRight: (rightId) => onSearch(rightId === null ? others : { ...others, recht: rightId }) };
}
