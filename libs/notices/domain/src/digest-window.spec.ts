import { addDays, calendarDate } from '@ketenregie/kernel';
import { type DigestRhythm, dutchWorkingDays, instantOf, presentWindow } from './index.js';

const daily: DigestRhythm = { hour: 7, timeZone: 'Europe/Amsterdam', frequency: 'daily', weekday: 1 };
const iso = (ms: number): string => new Date(ms).toISOString();
const isWorkingDay = dutchWorkingDays();
const at = (instant: string, rhythm: Partial<DigestRhythm & { sinceMs: number }> = {}) =>
  presentWindow(Date.parse(instant), { ...daily, sinceMs: Date.parse('2026-01-01T00:00:00Z'), ...rhythm }, isWorkingDay)?.day ?? null;

describe('the instant of a local hour', () => {
  it.each([
    ['winter', '2026-11-23', 7, 'Europe/Amsterdam', '2026-11-23T06:00:00.000Z'],
    ['summer', '2026-07-01', 7, 'Europe/Amsterdam', '2026-07-01T05:00:00.000Z'],
    ['the hour that spring leaves out comes at the change', '2027-03-28', 2, 'Europe/Amsterdam', '2027-03-28T01:00:00.000Z'],
    ['the hour that autumn has twice counts first', '2026-10-25', 2, 'Europe/Amsterdam', '2026-10-25T00:00:00.000Z'],
    ['a zone ahead', '2026-11-23', 7, 'Pacific/Kiritimati', '2026-11-22T17:00:00.000Z'],
    ['a zone behind', '2026-11-23', 7, 'Pacific/Pago_Pago', '2026-11-23T18:00:00.000Z'],
    ['a change of half an hour', '2026-10-04', 2, 'Australia/Lord_Howe', '2026-10-03T15:30:00.000Z'],
    ['half an hour off', '2026-11-23', 7, 'Asia/Kolkata', '2026-11-23T01:30:00.000Z'],
    ['midnight that does not exist', '2026-09-06', 0, 'America/Santiago', '2026-09-06T04:00:00.000Z'],
  ])('in %s', (_, day, hour, timeZone, instant) => {
    expect(iso(instantOf(calendarDate(day), hour, timeZone))).toBe(instant);
  });
});

describe('the window whose digest should be there', () => {
  it.each([
    ['not before its hour: the day before\'s', '2026-11-23T05:59:59Z', {}, '2026-11-22'],
    ['from its hour on', '2026-11-23T06:00:00Z', {}, '2026-11-23'],
    ['still in the evening', '2026-11-23T22:59:00Z', {}, '2026-11-23'],
    ['one for late at night, made after midnight', '2026-11-23T23:30:00Z', { hour: 23 }, '2026-11-23'],
    ['on Sunday that of Friday, by working days', '2026-11-22T12:00:00Z', { frequency: 'working-days' as const }, '2026-11-20'],
    ['on Boxing day that of Christmas eve', '2026-12-26T12:00:00Z', { frequency: 'working-days' as const }, '2026-12-24'],
    ['all week that of its weekday', '2026-11-25T12:00:00Z', { frequency: 'weekly' as const, weekday: 1 }, '2026-11-23'],
    ['none for who wants none', '2026-11-25T12:00:00Z', { frequency: 'never' as const }, null],
    ['none from before he was known', '2026-11-23T05:00:00Z', { sinceMs: Date.parse('2026-11-22T12:00:00Z') }, null],
  ])('%s', (_, instant, rhythm, day) => {
    expect(at(instant, rhythm)).toBe(day);
  });

  it.each([
    ['2026-10-20', 2], ['2026-10-20', 3], ['2026-10-20', 0], ['2027-03-23', 2], ['2027-03-23', 7], ['2027-03-23', 23],
  ])('is each local day once over ten days from %s, at %i o\'clock', (from, hour) => {
    const days = new Set<string>();
    const start = Date.parse(`${from}T00:00:00Z`);
    for (let minute = 0; minute < 10 * 24 * 60; minute += 5) {
      const window = presentWindow(start + minute * 60_000, { ...daily, hour, sinceMs: start }, isWorkingDay);
      if (window !== null) days.add(`${window.day} ${iso(window.opensAt)}`);
    }
    expect(days.size).toBe(10);
    const first = calendarDate([...days][0]?.slice(0, 10) ?? '');
    expect([...days].map((day) => day.slice(0, 10))).toEqual(Array.from({ length: 10 }, (_, day) => addDays(first, day)));
  });
});
