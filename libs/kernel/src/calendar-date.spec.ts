import fc from 'fast-check';
import { addDays, addMonths, addYears, calendarDate, calendarDateIn, calendarDateOf, daysBetween, lastDayOfMonth, parseCalendarDate, weekdayOf } from './index.js';

const anyDay = fc.integer({ min: 0, max: 80_000 }).map((days) => addDays(calendarDate('1950-01-01'), days));

describe('reading a calendar date', () => {
  it.each([
    ['2026-11-23', '2026-11-23'],
    ['2024-02-29', '2024-02-29'],
    ['2026-02-29', null],
    ['2026-13-01', null],
    ['2026-04-31', null],
    ['1899-12-31', null],
    ['23-11-2026', null],
    ['2026-1-1', null],
    ['', null],
  ])('%s', (text, expected) => expect(parseCalendarDate(text)).toBe(expected));

  it('throws where the text was said to be a date', () => {
    expect(() => calendarDate('morgen')).toThrow(RangeError);
    expect(calendarDateOf(2026, 11.5, 1)).toBeNull();
  });
});

describe('counting with days', () => {
  it.each([
    ['the last day of a month where the day is missing', '2026-01-31', 1, '2026-02-28'],
    ['29 February in a leap year', '2024-01-31', 1, '2024-02-29'],
    ['24 months on', '2024-02-29', 24, '2026-02-28'],
    ['over the year end', '2026-11-30', 3, '2027-02-28'],
    ['backwards', '2026-03-31', -1, '2026-02-28'],
  ] as const)('%s', (_, from, months, to) => expect(addMonths(calendarDate(from), months)).toBe(to));

  it('goes there and back', () => {
    fc.assert(fc.property(anyDay, fc.integer({ min: -5_000, max: 5_000 }), (day, days) => daysBetween(day, addDays(day, days)) === days && addDays(addDays(day, days), -days) === day));
  });

  it('orders as text as it orders in time', () => {
    fc.assert(fc.property(anyDay, anyDay, (a, b) => a < b === daysBetween(a, b) > 0));
  });

  it('knows the week, the month end, years', () => {
    expect(weekdayOf(calendarDate('2026-11-23'))).toBe(1);
    expect(weekdayOf(calendarDate('2026-11-29'))).toBe(7);
    expect(lastDayOfMonth(calendarDate('2028-02-01'))).toBe('2028-02-29');
    expect(addYears(calendarDate('2024-02-29'), 5)).toBe('2029-02-28');
  });
});

describe('the day of an instant', () => {
  it.each([
    ['just before midnight in winter', '2026-11-23T22:59:59Z', '2026-11-23'],
    ['midnight in winter', '2026-11-23T23:00:00Z', '2026-11-24'],
    ['midnight in summer', '2026-07-01T22:00:00Z', '2026-07-02'],
  ])('%s is Amsterdam’s', (_, instant, day) => expect(calendarDateIn(new Date(instant))).toBe(day));

  it('is another one elsewhere', () => expect(calendarDateIn(new Date('2026-11-23T23:30:00Z'), 'Europe/London')).toBe('2026-11-23'));
});
