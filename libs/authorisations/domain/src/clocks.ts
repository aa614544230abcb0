import { addMonths, addYears, type CalendarDate, DomainError } from '@ketenregie/kernel';

/** A login means lapses when its holder used no right at that supplier for so many months (scheme rule, domain facts 6). */
export const UNUSED_MONTHS = 24;

/** The longest term of an authorisation in years (norms for authorisation registers). Exactly this long is allowed. */
export const MAX_TERM_YEARS = 5;

/** The last valid day under the 24-month rule: the same day of the month, or that month's last day where it is missing. */
export function lastDayWithoutUse(lastUsedOn: CalendarDate): CalendarDate {
  return addMonths(lastUsedOn, UNUSED_MONTHS);
}

/** A term of a right; `knownOn` is the day it is judged on, used where no start is recorded. */
export interface Term {
  readonly startsOn: CalendarDate | null;
  readonly endsOn: CalendarDate | null;
  readonly knownOn: CalendarDate;
}

/** The latest end that the five-year maximum allows. */
export function latestEndOf({ startsOn, knownOn }: Pick<Term, 'startsOn' | 'knownOn'>): CalendarDate {
  return addYears(startsOn ?? knownOn, MAX_TERM_YEARS);
}

/** Whether a term is longer than five years. An import warns and stores it: the register may really say so. */
export function isOverMaximumTerm(term: Term): boolean {
  return term.endsOn !== null && term.endsOn > latestEndOf(term);
}

/** A decision of our own that no register would accept. */
export class TermTooLongError extends DomainError {
  constructor(latest: CalendarDate) {
    super('TERM_TOO_LONG', `An authorisation lasts five years at most: until ${latest} at the latest.`, 'endsOn');
  }
}

/** A right may not end before it starts. */
export class TermReversedError extends DomainError {
  constructor() {
    super('TERM_REVERSED', 'The last valid day lies before the first.', 'endsOn');
  }
}

/** Refuses a *new decision* whose term is reversed or over five years. */
export function assertTermAllowed(term: Term): void {
  if (term.startsOn !== null && term.endsOn !== null && term.endsOn < term.startsOn) throw new TermReversedError();
  if (isOverMaximumTerm(term)) throw new TermTooLongError(latestEndOf(term));
}
