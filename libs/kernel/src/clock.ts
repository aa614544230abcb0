import { type CalendarDate, calendarDateIn } from './calendar-date.js';

/**
 * The product's clock: business dates only ("today", the reference date of an import). It may run at an offset (`CLOCK`).
 * What was recorded when, leases, sessions and tokens use the database's clock and never this one (decision 0008).
 */
export interface Clock {
  /** The product's present instant. */
  now(): Date;
  /** The product's present day in a time zone, Europe/Amsterdam unless the tenant says otherwise. */
  today(timeZone?: string): CalendarDate;
}

/** A clock that runs at a fixed offset from the machine's own. Offset in milliseconds, 0 for the real time. */
export function clockAtOffset(offsetMs: number): Clock {
  const now = (): Date => new Date(Date.now() + offsetMs);
  return { now, today: (timeZone) => calendarDateIn(now(), timeZone) };
}

/** A clock that stands still, for tests. */
export function clockStandingAt(instant: string): Clock {
  const at = new Date(instant);
  return { now: () => new Date(at), today: (timeZone) => calendarDateIn(at, timeZone) };
}
