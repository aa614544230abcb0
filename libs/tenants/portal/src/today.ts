import { createContext, useContext } from 'react';

const DAY_MS = 86_400_000;

/** The calendar day of the office, which the server says: a device may stand in another zone, or be wrong. */
export const TodayContext = createContext<string | null>(null);

/** The calendar day it is in the office or group, `2026-11-23`. */
export function useToday(): string {
  const today = useContext(TodayContext);
  if (today === null) throw new Error('A page stands inside a frame that says which day it is.');
  return today;
}

/** Whole days from one calendar day to another; negative where the second lies before the first. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/** The same calendar day some months earlier, or the last one of a month that has no such day. */
export function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1, number = 1] = day.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 - months, Math.min(number, lastDay))).toISOString().slice(0, 10);
}
