import type { Week } from '@ketenregie/ui';
import type { EndsAnswer } from './today.documents.js';

const DAY_MS = 86_400_000;

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
