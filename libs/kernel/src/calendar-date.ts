/**
 * A Dutch calendar day as ISO text, `YYYY-MM-DD`. Days are never instants: an end date is the *last valid day* and ends at
 * 24:00 in Amsterdam. Text compares in time order, so `<` and `>` are safe between two calendar dates.
 */
export type CalendarDate = string & { readonly __brand: 'CalendarDate' };

const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

function write(year: number, month: number, day: number): CalendarDate {
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as CalendarDate;
}

interface DayParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function partsOf(date: CalendarDate): DayParts {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** The number of days in a month (month 1 to 12), leap years included. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** A calendar date from its parts, or null where no such day exists (31 April, month 13). Years 1900 to 9999. */
export function calendarDateOf(year: number, month: number, day: number): CalendarDate | null {
  const isWhole = [year, month, day].every(Number.isInteger);
  if (!isWhole || year < 1900 || year > 9999 || month < 1 || month > 12) return null;
  return day < 1 || day > daysInMonth(year, month) ? null : write(year, month, day);
}

/** Reads `YYYY-MM-DD`; null for anything else, impossible days included. */
export function parseCalendarDate(text: string): CalendarDate | null {
  const match = ISO_DAY.exec(text);
  return match ? calendarDateOf(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

/** Reads `YYYY-MM-DD` and throws a RangeError for anything else: for constants and for text that was checked before. */
export function calendarDate(text: string): CalendarDate {
  const date = parseCalendarDate(text);
  if (date === null) throw new RangeError(`Not a calendar date: ${text}`);
  return date;
}

/** The date a number of days later (negative: earlier). */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  const { year, month, day } = partsOf(date);
  const moved = new Date(Date.UTC(year, month - 1, day + days));
  return write(moved.getUTCFullYear(), moved.getUTCMonth() + 1, moved.getUTCDate());
}

/** The same day of the month a number of months later, or that month's last day where it is missing (31 Jan + 1 = 28 or 29 Feb). */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const { year, month, day } = partsOf(date);
  const index = year * 12 + (month - 1) + months;
  const toYear = Math.floor(index / 12);
  const toMonth = (index % 12) + 1;
  return write(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
}

/** The same day a number of years later; 29 February becomes 28 February where needed. */
export function addYears(date: CalendarDate, years: number): CalendarDate {
  return addMonths(date, years * 12);
}

/** The last day of the month that the date lies in. */
export function lastDayOfMonth(date: CalendarDate): CalendarDate {
  const { year, month } = partsOf(date);
  return write(year, month, daysInMonth(year, month));
}

/** Whole days from one date to another; negative where the second is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  const at = (date: CalendarDate): number => Date.parse(`${date}T00:00:00Z`);
  return Math.round((at(to) - at(from)) / 86_400_000);
}

/** The day of the week, 1 = Monday to 7 = Sunday (ISO 8601). */
export function weekdayOf(date: CalendarDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}

/** The calendar day of an instant in a time zone (IANA name); "today" of the product is Europe/Amsterdam unless the tenant says otherwise. */
export function calendarDateIn(instant: Date, timeZone = 'Europe/Amsterdam'): CalendarDate {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(instant);
  return calendarDate(parts);
}
