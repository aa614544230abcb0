import { ASSUMED_LEAD_DAYS, type Hands, repairableUntil } from '@ketenregie/access-domain';
import { addDays, type CalendarDate } from '@ketenregie/kernel';
import { dutchWorkingDays, type IsWorkingDay, startBefore } from './working-days.js';

/** Working days that a signature on paper or at the client takes where nobody knows better; in our own console nobody signs. */
export const ASSUMED_SIGNING_DAYS = 3;

/** How an end is put right: in somebody's hands, or by one login for the 24 months. */
export type RepairWay = Exclude<Hands, 'nobody'> | 'login';
export const REPAIR_WAYS = ['we', 'client', 'representative', 'login'] as const satisfies readonly RepairWay[];

/** The dates of one end: the last day to start, and the day to start before so that days are left over. */
export interface RepairDates {
  readonly endsOn: CalendarDate;
  readonly way: RepairWay;
  readonly repairableUntil: CalendarDate;
  readonly dueOn: CalendarDate;
}

/** The dates of an end. The last day is that of the answers (`repairableUntil`), so that a task and a list say the same. */
export function repairDatesOf(endsOn: CalendarDate, way: RepairWay, isWorkingDay: IsWorkingDay = dutchWorkingDays()): RepairDates {
  const leadDays = way === 'login' ? 0 : ASSUMED_LEAD_DAYS;
  const signingDays = way === 'client' || way === 'representative' ? ASSUMED_SIGNING_DAYS : 0;
  const last = repairableUntil(endsOn, leadDays, []).repairableUntil ?? endsOn;
  return { endsOn, way, repairableUntil: last, dueOn: startBefore(endsOn, { leadDays, signingDays }, isWorkingDay) };
}

/** The dates of every end within so many days from a day on, in every way: what a set-based sweep joins with. */
export function repairTable(from: CalendarDate, days: number, isWorkingDay: IsWorkingDay = dutchWorkingDays()): RepairDates[] {
  return Array.from({ length: days + 1 }, (_, day) => addDays(from, day)).flatMap((endsOn) => REPAIR_WAYS.map((way) => repairDatesOf(endsOn, way, isWorkingDay)));
}
