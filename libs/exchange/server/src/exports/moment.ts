const LOCAL = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Europe/Amsterdam' });

/** An instant as the clock on the wall showed it, `2026-11-23 09:14`: what a column of moments is written with. */
export function momentOf(isoInstant: string): string {
  return LOCAL.format(new Date(isoInstant));
}
