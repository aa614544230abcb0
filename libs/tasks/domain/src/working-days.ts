import { addDays, type CalendarDate, weekdayOf } from '@ketenregie/kernel';
import { type HolidaySettings, publicHolidays, USUAL_HOLIDAYS } from './holidays.js';

/** Tells whether a day is worked on. */
export type IsWorkingDay = (day: CalendarDate) => boolean;

const FRIDAY = 5;

/** Monday to Friday, public holidays left out. Holidays of a year are computed once. */
export function dutchWorkingDays(settings: HolidaySettings = USUAL_HOLIDAYS): IsWorkingDay {
  const byYear = new Map<number, ReadonlySet<CalendarDate>>();
  return (day) => {
    const year = Number(day.slice(0, 4));
    const free = byYear.get(year) ?? new Set(publicHolidays(year, settings));
    byYear.set(year, free);
    return weekdayOf(day) <= FRIDAY && !free.has(day);
  };
}

/** The working day a number of working days earlier; 0 is the day itself, whatever day it is. */
export function workingDaysBefore(day: CalendarDate, count: number, isWorkingDay: IsWorkingDay): CalendarDate {
  let found = day;
  for (let left = count; left > 0; ) {
    found = addDays(found, -1);
    if (isWorkingDay(found)) left -= 1;
  }
  return found;
}

/** Working days kept in hand beside lead and signing time (N1). */
export const SPARE_DAYS = 5;

/** What a repair takes, in working days. */
export interface RepairTime {
  readonly leadDays: number;
  readonly signingDays: number;
  readonly spareDays?: number;
}

/** "Start before" (N1): the last valid day less lead, signing and spare days, public holidays counted. */
export function startBefore(endsOn: CalendarDate, { leadDays, signingDays, spareDays = SPARE_DAYS }: RepairTime, isWorkingDay: IsWorkingDay = dutchWorkingDays()): CalendarDate {
  return workingDaysBefore(endsOn, leadDays + signingDays + spareDays, isWorkingDay);
}
