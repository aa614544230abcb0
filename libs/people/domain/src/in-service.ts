import type { CalendarDate } from '@ketenregie/kernel';
import type { PersonContent } from './person-fact.js';

/** Whether somebody is in service on a day, the first and last day included. Unknown days bound nothing. */
export function isInService({ inServiceFrom, inServiceUntil }: Pick<PersonContent, 'inServiceFrom' | 'inServiceUntil'>, on: CalendarDate): boolean {
  return (inServiceFrom === null || inServiceFrom <= on) && (inServiceUntil === null || inServiceUntil >= on);
}
