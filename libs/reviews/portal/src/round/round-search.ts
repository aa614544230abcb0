import type { ReviewLineFilterInput } from '../generated/operations.js';

/** The views of a round's lines, in the order of the screen. */
export const VIEWS = ['all', 'undecided', 'unusual', 'keep', 'revoke', 'change', 'differs'] as const;
export type View = (typeof VIEWS)[number];

/** What the address of a round says: the view by its Dutch word, and whether only the viewer's own lines are shown. */
export interface RoundSearch {
  readonly toon?: View;
  readonly mijn?: 'ja';
}

/** Reads an address; what is not understood is left out. */
export function readRoundSearch(search: Readonly<Record<string, unknown>>): RoundSearch {
  const toon = VIEWS.find((view) => view === search['toon'] && view !== 'all');
  return { ...(toon === undefined ? {} : { toon }), ...(search['mijn'] === 'ja' ? { mijn: 'ja' as const } : {}) };
}

/** The same as the API takes it. */
export function filterOf({ toon = 'all', mijn }: RoundSearch): ReviewLineFilterInput {
  const ofView = toon === 'all' ? {} : toon === 'unusual' ? { hasExceptions: true } : { outcomes: [toon] };
  return { ...ofView, ...(mijn === undefined ? {} : { isMine: true }) };
}
