import { addDays, type CalendarDate, calendarDateIn, weekdayOf } from '@ketenregie/kernel';
import type { IsWorkingDay } from '@ketenregie/tasks-domain';

/** How often somebody wants his digest. */
export const FREQUENCIES = ['daily', 'working-days', 'weekly', 'never'] as const;
export type Frequency = (typeof FREQUENCIES)[number];

/** When somebody gets his digest: at a whole hour of his own zone. */
export interface DigestRhythm {
  /** 0 to 23. */
  readonly hour: number;
  /** IANA name. */
  readonly timeZone: string;
  readonly frequency: Frequency;
  /** Of a weekly digest, 1 = Monday. */
  readonly weekday: number;
}

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(timeZone: string): Intl.DateTimeFormat {
  const kept = formats.get(timeZone) ?? new Intl.DateTimeFormat('en-GB', { timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' });
  formats.set(timeZone, kept);
  return kept;
}

/** What a wall clock in a zone shows, as milliseconds since 1970 if that wall stood in UTC. */
function wallTimeMs(instantMs: number, timeZone: string): number {
  const parts = new Map(formatIn(timeZone).formatToParts(instantMs).map(({ type, value }) => [type, Number(value)]));
  const at = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  return Date.UTC(at('year'), at('month') - 1, at('day'), at('hour'), at('minute'));
}

/**
 * The instant at which a local day's clock shows an hour, in milliseconds since 1970. An hour that the clock change leaves out comes at the moment
 * of the change; one that comes twice counts the first time.
 */
export function instantOf(day: CalendarDate, hour: number, timeZone: string): number {
  const wanted = Date.parse(`${day}T00:00:00Z`) + hour * HOUR_MS;
  // No zone is further than 15 hours from UTC and no change moves the clock by more than 3: the answer lies in this span.
  const offsets = [-18, 0, 18].map((hours) => wallTimeMs(wanted + hours * HOUR_MS, timeZone) - (wanted + hours * HOUR_MS));
  const exact = offsets.map((offset) => wanted - offset).filter((instant) => wallTimeMs(instant, timeZone) === wanted);
  return exact.length > 0 ? Math.min(...exact) : firstAtOrAfter(wanted, Math.min(...offsets.map((offset) => wanted - offset)), timeZone);
}

/** The first whole minute from a moment on whose wall clock shows a time or later: only ever asked for an hour that does not exist. */
function firstAtOrAfter(wanted: number, from: number, timeZone: string): number {
  let instant = from;
  while (wallTimeMs(instant, timeZone) < wanted) instant += MINUTE_MS;
  return instant;
}

/** Whether a rhythm has a digest on a local day. */
export function hasDigestOn(day: CalendarDate, { frequency, weekday }: DigestRhythm, isWorkingDay: IsWorkingDay): boolean {
  switch (frequency) {
    case 'daily':
      return true;
    case 'working-days':
      return isWorkingDay(day);
    case 'weekly':
      return weekdayOf(day) === weekday;
    case 'never':
      return false;
  }
}

/** One window: its key is its local calendar date, so that a day has one digest whatever its clock does. */
export interface DigestWindow {
  readonly day: CalendarDate;
  /** When it opens, in milliseconds since 1970. */
  readonly opensAt: number;
}

const DAYS_OF_A_WEEK = 7;

/**
 * The window whose digest should be there by now: the latest that has opened. A day's own is there from its hour on; before that hour, and after
 * an outage, it is an earlier one, which is made late rather than lost. Null where none opened within a week or since `sinceMs`.
 */
export function presentWindow(nowMs: number, rhythm: DigestRhythm & { readonly sinceMs: number }, isWorkingDay: IsWorkingDay): DigestWindow | null {
  const today = calendarDateIn(new Date(nowMs), rhythm.timeZone);
  for (let back = 0; back <= DAYS_OF_A_WEEK; back += 1) {
    const day = addDays(today, -back);
    if (!hasDigestOn(day, rhythm, isWorkingDay)) continue;
    const opensAt = instantOf(day, rhythm.hour, rhythm.timeZone);
    if (opensAt <= nowMs) return opensAt >= rhythm.sinceMs ? { day, opensAt } : null;
  }
  return null;
}
