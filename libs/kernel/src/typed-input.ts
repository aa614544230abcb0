import { type CalendarDate, parseCalendarDate } from './calendar-date.js';
import { InvalidInputError } from './domain-error.js';
import { isId } from './ids.js';

/** An id as it may stand in a statement; refuses what is none (INVALID_INPUT), naming the field. */
export function readId(text: string, field = 'id'): string {
  if (!isId(text)) throw new InvalidInputError('This is no id.', field);
  return text;
}

/** A calendar day; refuses what is none (INVALID_INPUT), naming the field. */
export function readDay(text: string, field: string): CalendarDate {
  const day = parseCalendarDate(text);
  if (day === null) throw new InvalidInputError('A day is written YYYY-MM-DD.', field);
  return day;
}

/** One word of a closed set; refuses any other (INVALID_INPUT), naming the field and what is allowed. */
export function readWord<Word extends string>(words: readonly Word[], text: string, field: string): Word {
  const word = words.find((known) => known === text);
  if (word === undefined) throw new InvalidInputError(`${field} is one of: ${words.join(', ')}.`, field);
  return word;
}
