import { type CalendarDate, InvalidInputError, parseCalendarDate } from '@ketenregie/kernel';

/** What a question is asked about: a day, and the instant up to which recordings count (database clock, ISO 8601; null: all of them). */
export interface Moment {
  readonly on: CalendarDate;
  readonly knownAt: string | null;
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})$/;

/** Reads a day (absent: today) and an instant (absent: all that is recorded) as they were typed; refuses others with INVALID_INPUT. */
export function momentOf(typed: { readonly on?: string | null | undefined; readonly knownAt?: string | null | undefined }, today: CalendarDate): Moment {
  const on = typed.on == null ? today : parseCalendarDate(typed.on);
  if (on === null) throw new InvalidInputError('A day is written as YYYY-MM-DD.', 'on');
  const knownAt = typed.knownAt ?? null;
  const isInstant = knownAt === null || (INSTANT.test(knownAt) && !Number.isNaN(Date.parse(knownAt)));
  if (!isInstant) throw new InvalidInputError('An instant is written as YYYY-MM-DDThh:mm:ssZ.', 'knownAt');
  return { on, knownAt };
}
