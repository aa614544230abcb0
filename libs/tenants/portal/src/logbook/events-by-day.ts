import type { LogbookEvent } from './logbook-event.js';

const amsterdam = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: 'Europe/Amsterdam' });

/** The calendar day of an entry in Amsterdam. */
export function dayOf({ at }: Pick<LogbookEvent, 'at'>): string {
  return amsterdam.format(new Date(at));
}

/** Entries in their order, one part for each day that has any. */
export function eventsByDay(events: readonly LogbookEvent[]): (readonly [LogbookEvent, ...LogbookEvent[]])[] {
  const days: [LogbookEvent, ...LogbookEvent[]][] = [];
  for (const event of events) {
    const last = days.at(-1);
    if (last !== undefined && dayOf(last[0]) === dayOf(event)) last.push(event);
    else days.push([event]);
  }
  return days;
}
