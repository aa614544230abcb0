import { assertClockAgrees } from './assert-clock.js';

const NOW = Date.parse('2026-11-23T06:00:00Z');
const database = { now: () => Promise.resolve(new Date(NOW)) };

/** A machine whose clock is so far off, and that waits so long for an answer. */
function machine(offMs: number, waitMs = 0): () => number {
  const looks = [NOW + offMs, NOW + offMs + waitMs];
  return () => looks.shift() ?? 0;
}

describe('the clock of the machine', () => {
  it.each([['right', 0, 0], ['a little ahead', 15_000, 0], ['a little behind', -15_000, 0], ['right, asked of a slow database', -40_000, 80_000]])('is taken where it is %s', async (_name, offMs, waitMs) => {
    await expect(assertClockAgrees(database, machine(offMs, waitMs))).resolves.toBeUndefined();
  });

  it.each([['a minute ahead', 60_000], ['a minute behind', -60_000], ['a day ahead', 86_400_000]])('is refused where it is %s', async (_name, offMs) => {
    await expect(assertClockAgrees(database, machine(offMs))).rejects.toMatchObject({ code: 'CLOCK_SKEWED' });
  });
});
