import type { Language } from './message-id.js';

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  nl: ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
};
const kept = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat>();

function keep<Format extends Intl.DateTimeFormat | Intl.NumberFormat>(key: string, make: () => Format): Format {
  const format = (kept.get(key) ?? make()) as Format;
  kept.set(key, format);
  return format;
}

/** The locale for numbers and plurals of a language. English is British here. */
export function localeOf(language: Language): string {
  return language === 'nl' ? 'nl-NL' : 'en-GB';
}

/** A calendar day `2026-12-02` as `2 dec 2026`. Abbreviations are our own: browsers differ in their dots. Throws on other text. */
export function formatDay(language: Language, isoDay: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(isoDay) ?? [];
  const name = MONTHS[language][Number(month) - 1];
  if (name === undefined || day === undefined) throw new RangeError(`Not a calendar day: ${isoDay}`);
  return `${String(Number(day))} ${name} ${String(year)}`;
}

/** A calendar day with its weekday and without its year: `maandag 23 november`. */
export function formatWeekday(language: Language, isoDay: string): string {
  const format = keep(`weekday:${language}`, () => new Intl.DateTimeFormat(localeOf(language), { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }));
  return format.format(new Date(`${isoDay}T00:00:00Z`));
}

/** An instant (ISO, any offset) as day and time of Amsterdam: `2 dec 2026 09:05`. */
export function formatInstant(language: Language, isoInstant: string): string {
  const format = keep('instant', () => new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Europe/Amsterdam' }));
  const [day = '', time = ''] = format.format(new Date(isoInstant)).split(' ');
  return `${formatDay(language, day)} ${time}`;
}

/** A count with the language's grouping: `9.842` or `9,842`. */
export function formatCount(language: Language, count: number): string {
  return keep(`count:${language}`, () => new Intl.NumberFormat(localeOf(language))).format(count);
}

/** A KvK number as people read it aloud: `6214 1200`. Anything but eight digits is returned as it is. */
export function formatKvk(kvk: string): string {
  return /^\d{8}$/.test(kvk) ? `${kvk.slice(0, 4)}\u00a0${kvk.slice(4)}` : kvk;
}
