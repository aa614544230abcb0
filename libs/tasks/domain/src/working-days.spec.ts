import { calendarDate } from '@ketenregie/kernel';
import { dutchWorkingDays, easterSunday, kingsDay, publicHolidays, repairDatesOf, repairTable, startBefore, USUAL_HOLIDAYS, workingDaysBefore } from './index.js';

describe('public holidays', () => {
  it.each([[1961, '1961-04-02'], [2000, '2000-04-23'], [2008, '2008-03-23'], [2024, '2024-03-31'], [2026, '2026-04-05'], [2027, '2027-03-28'], [2038, '2038-04-25']])('Easter of %i is %s', (year, day) => {
    expect(easterSunday(year)).toBe(day);
  });

  it.each([[2025, '2025-04-26'], [2026, '2026-04-27'], [2027, '2027-04-27'], [2031, '2031-04-26'], [2013, '2013-04-30']])('the King or Queen is honoured in %i on %s', (year, day) => {
    expect(kingsDay(year)).toBe(day);
  });

  it('are these in 2026', () => {
    expect(publicHolidays(2026)).toEqual(['2026-01-01', '2026-04-05', '2026-04-06', '2026-04-27', '2026-05-14', '2026-05-24', '2026-05-25', '2026-12-25', '2026-12-26']);
  });

  it.each([
    ['5 May of a lustrum year is free', '2025-05-05', {}, false],
    ['5 May of another year is worked', '2026-05-05', {}, true],
    ['unless the office has it free every year', '2026-05-05', { isLiberationDayYearly: true }, false],
    ['Good Friday is worked', '2026-04-03', {}, true],
    ['unless the office has it free', '2026-04-03', { isGoodFridayFree: true }, false],
    ['a Saturday is free', '2026-11-21', {}, false],
    ['Whit Monday is free', '2026-05-25', {}, false],
    ['a Monday is worked', '2026-11-23', {}, true],
  ])('%s', (_, day, settings, isWorked) => {
    expect(dutchWorkingDays({ ...USUAL_HOLIDAYS, ...settings })(calendarDate(day))).toBe(isWorked);
  });
});

describe('working days', () => {
  it.each([
    ['0 is the day itself', '2026-11-22', 0, '2026-11-22'],
    ['one before Monday is Friday', '2026-11-23', 1, '2026-11-20'],
    ['both days of Christmas are skipped', '2026-12-28', 1, '2026-12-24'],
    ['so is New Year', '2027-01-04', 2, '2026-12-30'],
    ['and Easter Monday', '2026-04-07', 1, '2026-04-03'],
  ])('%s', (_, day, count, found) => {
    expect(workingDaysBefore(calendarDate(day), count, dutchWorkingDays())).toBe(found);
  });

  it('start before = last valid day less lead, signing and five spare days', () => {
    expect(startBefore(calendarDate('2026-12-31'), { leadDays: 15, signingDays: 3 })).toBe('2026-11-27');
    expect(startBefore(calendarDate('2026-12-31'), { leadDays: 0, signingDays: 0, spareDays: 0 })).toBe('2026-12-31');
  });
});

describe('the dates of a repair', () => {
  it.each([
    ['we', '2026-12-10', '2026-12-02'],
    ['client', '2026-12-10', '2026-11-27'],
    ['login', '2026-12-31', '2026-12-23'],
  ] as const)('in the way %s', (way, last, due) => {
    expect(repairDatesOf(calendarDate('2026-12-31'), way)).toEqual({ endsOn: '2026-12-31', way, repairableUntil: last, dueOn: due });
  });

  it('stand in a table of every day and way', () => {
    expect(repairTable(calendarDate('2026-11-23'), 90)).toHaveLength(91 * 4);
  });
});
