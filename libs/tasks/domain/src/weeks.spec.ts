import { calendarDate } from '@ketenregie/kernel';
import { isoWeekOf, mondayOf, mondaysFrom } from './index.js';

describe('weeks', () => {
  it.each([
    ['2026-11-23', '2026-11-23', 48],
    ['2026-11-29', '2026-11-23', 48],
    ['2026-12-31', '2026-12-28', 53],
    ['2027-01-03', '2026-12-28', 53],
    ['2027-01-04', '2027-01-04', 1],
    ['2024-12-30', '2024-12-30', 1],
  ])('%s lies in the week of %s, number %i', (day, monday, week) => {
    expect(mondayOf(calendarDate(day))).toBe(monday);
    expect(isoWeekOf(calendarDate(day))).toBe(week);
  });

  it('thirteen follow one another over the new year', () => {
    const mondays = mondaysFrom(calendarDate('2026-11-25'));
    expect([mondays.length, mondays[0], mondays[12]]).toEqual([13, '2026-11-23', '2027-02-15']);
  });
});
