import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type CalendarDate, addDays } from '@ketenregie/kernel';

const FOLDER = fileURLToPath(new URL('../../demo/', import.meta.url));

const PLACE = /\{([+-]\d+)\}/g;

/** Puts days in the place of `{+30}` and `{-400}`: so many days after or before the day of the start, written as Dutch lists write them. */
export function fillInDays(template: string, today: CalendarDate): string {
  return template.replace(PLACE, (_, days: string) => addDays(today, Number(days)).split('-').toReversed().join('-'));
}

/** A list of an example as it would be on that day. */
export function exampleFile(slug: string, name: string, today: CalendarDate): Buffer {
  return Buffer.from(fillInDays(readFileSync(`${FOLDER}${slug}/${name}`, 'utf8'), today));
}
