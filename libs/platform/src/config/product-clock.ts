import { type Clock, type CalendarDate, calendarDateIn, clockAtOffset, daysBetween, parseCalendarDate } from '@ketenregie/kernel';

const DAY_MS = 86_400_000;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;

type GivenClock = { readonly kind: 'date'; readonly date: CalendarDate } | { readonly kind: 'instant'; readonly at: Date };

/** Reads the text of `CLOCK`: a calendar date, or an instant that names its time zone; null for anything else. */
export function readClock(text: string): GivenClock | null {
  const date = parseCalendarDate(text);
  if (date !== null) return { kind: 'date', date };
  if (!INSTANT.test(text) || parseCalendarDate(text.slice(0, 10)) === null) return null;
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? null : { kind: 'instant', at };
}

const AMSTERDAM = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Amsterdam',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** What a clock on a wall in Amsterdam shows, as milliseconds since 1970 if that wall stood in UTC: only differences mean anything. */
function wallTimeMs(instant: Date): number {
  const parts = new Map(AMSTERDAM.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const at = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  return Date.UTC(at('year'), at('month') - 1, at('day'), at('hour'), at('minute'), at('second'));
}

/**
 * The offset in milliseconds between the product's clock and the real one: `CLOCK` minus the database's present.
 * A date keeps the real time of day in Amsterdam on that day, so that time goes on and midnight comes when it comes.
 * `clock` is null for the real time (0). Fixed once per start: see the launcher.
 */
export function clockOffset(clock: string | null, databaseNow: Date): number {
  const given = clock === null ? null : readClock(clock);
  if (given === null) return 0;
  if (given.kind === 'instant') return given.at.getTime() - databaseNow.getTime();
  const wanted = daysBetween(calendarDateIn(databaseNow), given.date) * DAY_MS;
  const moved = new Date(databaseNow.getTime() + wanted);
  // Summer time may lie between the two days: what the wall clock shows decides, not the count of hours.
  return wanted + (wallTimeMs(databaseNow) + wanted - wallTimeMs(moved));
}

/** The clock of business dates in this process: at the offset that the launcher fixed, else the real time. */
export function productClock(config: { readonly clockOffsetMs: number | null }): Clock {
  return clockAtOffset(config.clockOffsetMs ?? 0);
}
