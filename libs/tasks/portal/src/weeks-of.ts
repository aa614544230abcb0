import type { Week } from '@ketenregie/ui';
import type { TodayEndsQueryVariables } from './generated/operations.js';

const DAY_MS = 86_400_000;
const WEEKS = 13;

/** How many rights end before each of a row of Mondays: `before0` to `before13`. */
export type EndsAnswer = Readonly<Record<string, { readonly totalCount: number }>>;

/** The Mondays from this week on, one more than there are weeks. */
export function mondaysFrom(today: string): string[] {
  const start = Date.parse(`${today}T00:00:00Z`);
  const monday = start - ((new Date(start).getUTCDay() + 6) % 7) * DAY_MS;
  return Array.from({ length: WEEKS + 1 }, (_, week) => new Date(monday + week * 7 * DAY_MS).toISOString().slice(0, 10));
}

/** The Mondays as the query takes them. */
export function endsVariables(mondays: readonly string[]): TodayEndsQueryVariables {
  return Object.fromEntries(mondays.map((day, place) => [`day${String(place)}`, day])) as TodayEndsQueryVariables;
}

/** The ISO week number of a Monday: that of its Thursday. */
export function isoWeekOf(monday: string): number {
  const thursday = new Date(Date.parse(`${monday}T00:00:00Z`) + 3 * DAY_MS);
  const newYear = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  return Math.floor((thursday.getTime() - newYear) / (7 * DAY_MS)) + 1;
}

/** Weeks from counts of ends before each Monday. What ends within `urgentUntil` is too late for a repair without haste. */
export function weeksOf(mondays: readonly string[], counts: EndsAnswer, urgentUntil: string): Week[] {
  return mondays.slice(0, -1).map((startsOn, index) => {
    const before = (place: number) => counts[`before${String(place)}`]?.totalCount ?? 0;
    const total = Math.max(0, before(index + 1) - before(index));
    return { week: isoWeekOf(startsOn), startsOn, total, urgent: startsOn < urgentUntil ? total : 0 };
  });
}
