import { type CalendarDate, addDays } from './calendar-date.js';

/** A stretch of valid time: first day (null = as far back as is known) to last day (null = until further notice). */
export interface ValidTime {
  readonly validFrom: CalendarDate | null;
  readonly validUntil: CalendarDate | null;
}

/**
 * The stretches that follow one another when other content holds from a day on: what held before, cut off the day before, unless it began
 * that very day or later (then it was never true and is only superseded); then the new content, as long as the old would have held, so that
 * a late statement leaves later ones alone. `before` is null where nothing of the old remains.
 */
export function successionOf(held: ValidTime, from: CalendarDate): { readonly before: ValidTime | null; readonly after: ValidTime } {
  const after = { validFrom: from, validUntil: held.validUntil };
  if (held.validFrom !== null && held.validFrom >= from) return { before: null, after };
  return { before: { validFrom: held.validFrom, validUntil: addDays(from, -1) }, after };
}
