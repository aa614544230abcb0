import type { Outcome } from './decision.js';

/** How many lines of a round stand where. `undecided` prints as "not reviewed"; it is in none of the other numbers. */
export interface ReviewCounts {
  readonly total: number;
  readonly keep: number;
  readonly revoke: number;
  readonly change: number;
  readonly differs: number;
  readonly undecided: number;
  /** Lines with something unusual, decided or not. */
  readonly exceptions: number;
  /** Undecided without anything unusual: what one press may keep. */
  readonly usualUndecided: number;
}

export const NO_COUNTS: ReviewCounts = { total: 0, keep: 0, revoke: 0, change: 0, differs: 0, undecided: 0, exceptions: 0, usualUndecided: 0 };

/** Counts lines by what stands of them. */
export function countLines(lines: readonly { readonly outcome: Outcome; readonly exceptions: readonly string[] }[]): ReviewCounts {
  const counts = { ...NO_COUNTS, total: lines.length };
  for (const { outcome, exceptions } of lines) {
    counts[outcome] += 1;
    if (exceptions.length > 0) counts.exceptions += 1;
    else if (outcome === 'undecided') counts.usualUndecided += 1;
  }
  return counts;
}

/** How many lines somebody decided. A line over which two differ was reviewed, though nothing follows from it. */
export function reviewedCount({ total, undecided }: ReviewCounts): number {
  return total - undecided;
}
