import type { RightFactsFragment } from './generated/operations.js';
import type { RightNames } from './right-names.js';

/** To whom a right goes: the intermediary for the client's half, else the person. */
export function holderOf(right: RightFactsFragment, names: RightNames): string {
  return right.kind === 'client-half' ? names.intermediary(right) : names.person(right.personId);
}
