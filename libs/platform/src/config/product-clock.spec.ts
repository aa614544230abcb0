import { calendarDateIn } from '@ketenregie/kernel';
import { clockOffset, productClock, readClock } from './product-clock.js';

const amsterdam = (instant: Date): string => instant.toLocaleString('sv-SE', { timeZone: 'Europe/Amsterdam' });
const at = (clock: string, now: string): Date => new Date(new Date(now).getTime() + clockOffset(clock, new Date(now)));

describe('the offset of the product clock', () => {
  it('is nothing without CLOCK', () => {
    expect(clockOffset(null, new Date('2026-07-01T10:00:00Z'))).toBe(0);
  });

  it('puts the database present at the instant asked for', () => {
    expect(at('2026-11-23T09:00:00+01:00', '2027-03-01T12:34:56.789Z').toISOString()).toBe('2026-11-23T08:00:00.000Z');
  });

  it.each([
    ['winter to winter', '2026-11-23', '2026-12-24T08:15:30Z', '2026-11-23 09:15:30'],
    ['summer to winter', '2026-11-23', '2026-07-01T08:15:30Z', '2026-11-23 10:15:30'],
    ['summer to winter, just after midnight', '2026-11-23', '2026-06-30T22:10:00Z', '2026-11-23 00:10:00'],
    ['winter to summer, just before midnight', '2026-07-01', '2026-12-24T22:50:00Z', '2026-07-01 23:50:00'],
    ['the same day', '2026-11-23', '2026-11-23T10:00:00Z', '2026-11-23 11:00:00'],
  ])('keeps the time of day in Amsterdam: %s', (_name, clock, now, shown) => {
    expect(amsterdam(at(clock, now))).toBe(shown);
    expect(calendarDateIn(at(clock, now))).toBe(clock);
  });

  it('reads dates and instants with a zone, and nothing else', () => {
    expect(readClock('2026-11-23')).toMatchObject({ kind: 'date' });
    expect(readClock('2026-11-23T09:00Z')).toMatchObject({ kind: 'instant' });
    expect(['', 'now', '2026-13-01', '2026-11-23T09:00', '2026-11-31T09:00Z', '2026-11-23T25:00Z'].map(readClock)).toEqual(Array(6).fill(null));
  });

  it('runs the clock of a process at the offset it was given', () => {
    const ahead = productClock({ clockOffsetMs: 3_600_000 }).now().getTime() - Date.now();
    expect(Math.abs(ahead - 3_600_000)).toBeLessThan(1000);
    expect(Math.abs(productClock({ clockOffsetMs: null }).now().getTime() - Date.now())).toBeLessThan(1000);
  });
});
