import { isPart, isTaskKind } from '@ketenregie/tasks-domain';
import type { Part, TaskKind } from '@ketenregie/tasks-domain';

/** What the address asks to see of the tasks: `?taak=expiring&deel=must`, as the mails link, or `?week=2026-12-07`. */
export interface TodaySearch {
  readonly taak?: TaskKind;
  readonly deel?: Part;
  /** The Monday of a week. */
  readonly week?: string;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const isMonday = (day: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(day) && new Date(`${day}T00:00:00Z`).getUTCDay() === 1;

/** Reads an address; what is not understood is left out. */
export function readTodaySearch(search: Readonly<Record<string, unknown>>): TodaySearch {
  const [taak, deel, week] = [textOf(search['taak']), textOf(search['deel']), textOf(search['week'])];
  return { ...(isTaskKind(taak) && { taak }), ...(isPart(deel) && { deel }), ...(isMonday(week) && { week }) };
}

/** Whether a list is asked, and not the overview. */
export function asksList({ taak, deel, week }: TodaySearch): boolean {
  return taak !== undefined || deel !== undefined || week !== undefined;
}

/** What the API is asked for a list: the same filter that counts its number. */
export function filterOf({ taak, deel, week }: TodaySearch): { readonly kinds: string[] | null; readonly parts: string[] | null; readonly week: string | null } {
  return { kinds: taak === undefined ? null : [taak], parts: deel === undefined ? null : [deel], week: week ?? null };
}
