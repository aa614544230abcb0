import { type CalendarDate, daysBetween } from '@ketenregie/kernel';

/** Days before an end at which somebody is told, by default (N1). */
export const LADDER = [90, 60, 30, 14, 7, 1] as const;

/** The two dates that climb the ladder, each by itself. */
export const LADDER_CLOCKS = ['ends-on', 'repairable-until'] as const;
export type LadderClock = (typeof LADDER_CLOCKS)[number];

/** The step that a day stands on: the lowest one not yet passed. Null before the first step, and after the end itself. */
export function stepOn(on: CalendarDate, end: CalendarDate, ladder: readonly number[] = LADDER): number | null {
  const left = daysBetween(on, end);
  if (left < 0) return null;
  const reached = ladder.filter((step) => left <= step);
  return reached.length === 0 ? null : Math.min(...reached);
}

/** A date that climbs the ladder, and the lowest step somebody was told of (null: none). */
export interface Climb {
  readonly end: CalendarDate;
  readonly told: number | null;
}

/**
 * The step to tell of on a day: the present one where it is new, and never the ones that a late sweep missed. Null where there is nothing new
 * to tell.
 */
export function dueStep(on: CalendarDate, { end, told }: Climb, ladder: readonly number[] = LADDER): number | null {
  const present = stepOn(on, end, ladder);
  return present === null || (told !== null && told <= present) ? null : present;
}
