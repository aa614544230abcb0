import { type CalendarDate, addDays } from '@ketenregie/kernel';
import { type Periods, periodOf, periodStart } from './recurrence.js';
import type { RoundState } from './round.js';

/** Whose chains a programme is about: of the whole tenant, of one client, or in the register of one supplier. */
export const REVIEW_SCOPES = ['all', 'client', 'supplier'] as const;
export type ReviewScope = (typeof REVIEW_SCOPES)[number];

export const PROGRAMME_STATES = ['active', 'paused', 'ended'] as const;
export type ProgrammeState = (typeof PROGRAMME_STATES)[number];

/** What decides when a programme is due. */
export interface ProgrammeRhythm extends Periods {
  readonly state: ProgrammeState;
  /** The day it was planned: nothing was missed before it. */
  readonly plannedOn: CalendarDate;
}

/** The last round of a programme, by the period it stands for. */
export interface LastRound {
  readonly periodOn: CalendarDate;
  readonly state: RoundState;
}

/** A round that is to be started. */
export interface DueRound {
  /** First day of the period it stands for. */
  readonly periodOn: CalendarDate;
  /** Periods that passed without a round of their own; this one stands in for them all. */
  readonly missed: number;
  /** Started after the first day of a period that had begun since the programme was planned. */
  readonly isLate: boolean;
}

/**
 * The round that is due on a day, computed from data alone: null where the period has its round, or where an earlier round is still open
 * (two rounds about the same rights at once help nobody; the next one starts when it closes, marked late). Periods that were missed are
 * caught up by ONE round, never by one each.
 */
export function dueRound(programme: ProgrammeRhythm, last: LastRound | null, today: CalendarDate): DueRound | null {
  if (programme.state !== 'active' || today < programme.startsOn) return null;
  if (last !== null && last.state !== 'closed') return null;
  const current = periodOf(programme, today);
  const firstOwed = last === null ? Math.max(0, periodOf(programme, programme.plannedOn)) : periodOf(programme, last.periodOn) + 1;
  if (firstOwed > current) return null;
  const periodOn = periodStart(programme, current);
  const missed = current - firstOwed;
  return { periodOn, missed, isLate: missed > 0 || (today > periodOn && periodOn > programme.plannedOn) };
}

/**
 * The day on which a programme's next round starts by itself: today where one is due, else the first day of the period to come. Null while a
 * round is not closed, and where the programme is not active.
 */
export function nextRoundOn(programme: ProgrammeRhythm, last: LastRound | null, today: CalendarDate): CalendarDate | null {
  if (programme.state !== 'active' || (last !== null && last.state !== 'closed')) return null;
  if (today < programme.startsOn) return programme.startsOn;
  return dueRound(programme, last, today) === null ? nextPeriodOn(programme, last !== null && last.periodOn > today ? last.periodOn : today) : today;
}

/** The first day of the period after the one a day lies in: what is to be kept should last at least until then. */
export function nextPeriodOn(periods: Periods, on: CalendarDate): CalendarDate {
  return periodStart(periods, periodOf(periods, on) + 1);
}

/** The last day on which a round's decisions are expected, to 24:00: counted from the day it starts, so that a late one gets its full time. */
export function roundDueOn(startedOn: CalendarDate, dueDays: number): CalendarDate {
  return addDays(startedOn, dueDays);
}
