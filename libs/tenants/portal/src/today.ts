const amsterdam = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: 'Europe/Amsterdam' });
const DAY_MS = 86_400_000;

/** The calendar day it is now in Amsterdam, `2026-11-23`. */
export function todayInAmsterdam(): string {
  return amsterdam.format(new Date());
}

/** Whole days from one calendar day to another; negative where the second lies before the first. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/** A calendar day some days later. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}
