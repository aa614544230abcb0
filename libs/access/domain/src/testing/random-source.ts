/** Numbers that look random and come again for the same seed, so that a failing world can be made anew. */
export interface RandomSource {
  /** A whole number from 0 up to, not including, `below`. */
  int(below: number): number;
  /** One of some items, at least one. */
  pick<T>(items: readonly T[]): T;
  /** Whether something of a probability (0 to 1) happens. */
  chance(probability: number): boolean;
}

/** Tommy Ettinger's mulberry32 (public domain): one 32-bit state, good enough for test data. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

/** A source for a seed (any whole number). */
export function randomSource(seed: number): RandomSource {
  const next = mulberry32(seed);
  const int = (below: number): number => Math.floor(next() * below);
  return { int, pick: (items) => items[int(items.length)] as (typeof items)[number], chance: (probability) => next() < probability };
}
