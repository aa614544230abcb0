import { type CalendarDate, addMonths, InvalidInputError } from '@ketenregie/kernel';

/** How often a programme comes round, as people say it; `months` is any number of months of one's own. */
export const RECURRENCES = ['quarter', 'half-year', 'year', 'months'] as const;
export type Recurrence = (typeof RECURRENCES)[number];

const MONTHS: Readonly<Record<Exclude<Recurrence, 'months'>, number>> = { quarter: 3, 'half-year': 6, year: 12 };
const MOST_MONTHS = 36;

/** The length of a period in months, 1 to 36; refuses any other number. */
export function monthsOf(every: Recurrence, months: number | null): number {
  const found = every === 'months' ? months : MONTHS[every];
  if (found === null || !Number.isInteger(found) || found < 1 || found > MOST_MONTHS) {
    throw new InvalidInputError(`A programme recurs every 1 to ${MOST_MONTHS} months.`, 'months');
  }
  return found;
}

/** Periods of a fixed number of months, counted from the first day of the first one. */
export interface Periods {
  readonly startsOn: CalendarDate;
  readonly months: number;
}

/** The first day of the period with a number, from 0. Counted from the first start, so that 31 January gives 30 April and then 31 July. */
export function periodStart({ startsOn, months }: Periods, index: number): CalendarDate {
  return addMonths(startsOn, index * months);
}

/** The number of the period a day lies in; -1 for a day before the first. */
export function periodOf(periods: Periods, on: CalendarDate): number {
  if (on < periods.startsOn) return -1;
  const monthNumber = (date: CalendarDate): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
  const guess = Math.floor((monthNumber(on) - monthNumber(periods.startsOn)) / periods.months);
  return periodStart(periods, guess) <= on ? guess : guess - 1;
}
