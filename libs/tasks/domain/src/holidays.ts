import { addDays, type CalendarDate, calendarDateOf, weekdayOf } from '@ketenregie/kernel';

/** What an office may set about its free days; by default Good Friday is a working day and 5 May is free in lustrum years alone. */
export interface HolidaySettings {
  readonly isGoodFridayFree: boolean;
  /** 5 May free in every year, and not only in 2025, 2030 and so on. */
  readonly isLiberationDayYearly: boolean;
}

export const USUAL_HOLIDAYS: HolidaySettings = { isGoodFridayFree: false, isLiberationDayYearly: false };

function dayOf(year: number, month: number, day: number): CalendarDate {
  const date = calendarDateOf(year, month, day);
  if (date === null) throw new RangeError(`No such day: ${year}-${month}-${day}`);
  return date;
}

/** Easter Sunday of the Gregorian calendar: the anonymous computus (Meeus, Jones, Butcher), whose one-letter names are kept. */
export function easterSunday(year: number): CalendarDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const f = Math.floor((b + 8) / 25);
  const h = (19 * a + b - d - Math.floor((b - f + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const place = h + l - 7 * m + 114;
  return dayOf(year, Math.floor(place / 31), (place % 31) + 1);
}

/** King's day: 27 April since 2014, on the Saturday before where that is a Sunday; until 2013 Queen's day, 30 April by the same rule (then a day earlier). */
export function kingsDay(year: number): CalendarDate {
  const day = year >= 2014 ? dayOf(year, 4, 27) : dayOf(year, 4, 30);
  return weekdayOf(day) === 7 ? addDays(day, -1) : day;
}

const LUSTRUM = 5;

/** The Dutch public holidays of a year, in order. Source: Algemene termijnenwet art. 3, with what the office set. */
export function publicHolidays(year: number, settings: HolidaySettings = USUAL_HOLIDAYS): CalendarDate[] {
  const easter = easterSunday(year);
  const isLiberationDay = settings.isLiberationDayYearly || year % LUSTRUM === 0;
  return [
    dayOf(year, 1, 1),
    ...(settings.isGoodFridayFree ? [addDays(easter, -2)] : []),
    easter,
    addDays(easter, 1),
    kingsDay(year),
    ...(isLiberationDay ? [dayOf(year, 5, 5)] : []),
    addDays(easter, 39),
    addDays(easter, 49),
    addDays(easter, 50),
    dayOf(year, 12, 25),
    dayOf(year, 12, 26),
  ].toSorted();
}
