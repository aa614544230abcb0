import { addDays, type CalendarDate, weekdayOf } from '@ketenregie/kernel';

/** Weeks that the bar of Vandaag shows. */
export const WEEK_COUNT = 13;

/** The Monday of the week that a day lies in. */
export const mondayOf = (day: CalendarDate): CalendarDate => addDays(day, 1 - weekdayOf(day));

/** The number of a week by ISO 8601: week 1 has the year's first Thursday. */
export function isoWeekOf(day: CalendarDate): number {
  const thursday = addDays(mondayOf(day), 3);
  const newYear = Date.parse(`${thursday.slice(0, 4)}-01-01T00:00:00Z`);
  return Math.floor((Date.parse(`${thursday}T00:00:00Z`) - newYear) / (7 * 86_400_000)) + 1;
}

/** The Mondays of the weeks from a day on, that day's own week first. */
export function mondaysFrom(day: CalendarDate, count = WEEK_COUNT): CalendarDate[] {
  return Array.from({ length: count }, (_, week) => addDays(mondayOf(day), 7 * week));
}
