import type { CatalogueMatcher } from '@ketenregie/catalogue-domain';
import { hasLegalForm } from './company-names.js';
import { readDate } from './date-text.js';
import type { GridCell } from './grid.js';
import type { ColumnMeaning } from './header.js';
import { readLevel } from './level-text.js';
import { initialsKey, initialsOf, looksLikeInitials } from './person-names.js';
import { readRightStatus } from './status-text.js';

const EMAIL = /^\S+@\S+\.\S+$/;
const KVK = /^(?:kvk\D*)?\d(?:[ .]?\d){7}$/i;
const FULL_NAME = /^\p{Lu}[\p{L}.'’-]*(?:\s+[\p{L}.'’-]+){1,5}$/u;

interface Test {
  readonly meaning: ColumnMeaning;
  /** The share of the filled cells that must fit. */
  readonly share: number;
  fits(cell: GridCell, matcher: CatalogueMatcher): boolean;
}

/** What values tell of their column, the surest first. */
const TESTS: readonly Test[] = [
  { meaning: 'email', share: 0.6, fits: (cell) => EMAIL.test(cell.text.trim()) },
  { meaning: 'kvk', share: 0.6, fits: (cell) => KVK.test(cell.text.trim()) },
  { meaning: 'status', share: 0.7, fits: (cell) => cell.text.trim().length > 1 && readRightStatus(cell.text) !== 'unknown' },
  { meaning: 'level', share: 0.7, fits: (cell) => /[a-z]/i.test(cell.text) && readLevel(cell.text).level !== null },
  { meaning: 'validUntil', share: 0.6, fits: (cell) => cell.kind === 'date' || (/\D/.test(cell.text.trim()) && readDate(cell).date !== null) },
  { meaning: 'services', share: 0.5, fits: (cell, matcher) => cell.text.split(/[;,+\n]/).some((piece) => matcher.matchPortal(piece).kind !== 'unknown') },
  { meaning: 'supplier', share: 0.6, fits: (cell, matcher) => matcher.matchSupplier(cell.text) !== null },
  { meaning: 'company', share: 0.3, fits: (cell) => /\S{3,}\s+\S/.test(cell.text) && hasLegalForm(cell.text) },
  { meaning: 'initials', share: 0.7, fits: (cell) => looksLikeInitials(cell.text.trim()) && cell.text.trim().length <= 6 },
  { meaning: 'name', share: 0.7, fits: (cell) => FULL_NAME.test(cell.text.trim()) },
];

/** What a column means by its values; null where they tell nothing. */
export function guessMeaningOfValues(values: readonly GridCell[], matcher: CatalogueMatcher): ColumnMeaning | null {
  if (values.length === 0) return null;
  const found = TESTS.find(({ share, fits }) => values.filter((cell) => fits(cell, matcher)).length >= values.length * share);
  return found?.meaning ?? null;
}

/** Whether most initials of one column fit the names of another: "LvdK" and "Lammert van den Kamperfoelie". */
export function fitInitials(pairs: readonly (readonly [initials: string, name: string])[]): boolean {
  const fitting = pairs.filter(([initials, name]) => initialsKey(initials) !== '' && initialsKey(initialsOf(name)).startsWith(initialsKey(initials).slice(0, 2)));
  return pairs.length > 0 && fitting.length >= pairs.length / 2;
}
