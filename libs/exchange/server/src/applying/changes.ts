/** What applying an import did, counted in facts: companies, people, means and rights (each half of a chain by itself). */
export interface Changes {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly skipped: number;
}

export type Outcome = keyof Changes;

export const NO_CHANGES: Changes = { created: 0, updated: 0, unchanged: 0, skipped: 0 };

/** The counts of some outcomes added to counts so far. */
export function countOutcomes(so: Changes, outcomes: Iterable<Outcome>): Changes {
  const counts = { ...so };
  for (const outcome of outcomes) counts[outcome] += 1;
  return counts;
}
