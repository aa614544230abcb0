import { addDays, type CalendarDate } from '@ketenregie/kernel';
import type { Break, BreakCode } from './break.js';
import { isBreak } from './finding.js';
import type { Judgement } from './judge-path.js';

/**
 * The status of a right, in fixed precedence (product rule 6). When it was *seen* is another column and never part of it.
 * `unknown`: nothing is known to be broken, yet something that decides is not known (rule 7: it is never called complete).
 */
export const RIGHT_STATUSES = ['lapsed', 'level-too-low', 'waiting-for-client', 'waiting-for-office', 'unknown', 'expiring', 'complete'] as const;
export type RightStatus = (typeof RIGHT_STATUSES)[number];

/** Breaks by which something that worked has ended. */
export const LAPSED_BREAKS: readonly BreakCode[] = ['company-ended', 'client-half-ended', 'office-half-ended', 'right-ended', 'means-ended', 'lapsed-unused'];

function statusOfBreak({ code, inWhoseHands, half }: Break): RightStatus {
  if (LAPSED_BREAKS.includes(code)) return 'lapsed';
  if (code === 'level-too-low') return code;
  return inWhoseHands === 'client' || (half === 'client' && inWhoseHands === 'nobody') ? 'waiting-for-client' : 'waiting-for-office';
}

function isExpiring(endsOn: CalendarDate | null, on: CalendarDate, warnDays: number): boolean {
  return endsOn !== null && endsOn <= addDays(on, warnDays);
}

/** The status of a judged path on a day; `warnDays` is how long before its end it is called expiring. */
export function statusOf({ can, findings, endsOn }: Judgement, on: CalendarDate, warnDays: number): RightStatus {
  const found = new Set(findings.filter(isBreak).map(statusOfBreak));
  if (can === 'unknown') found.add('unknown');
  if (isExpiring(endsOn, on, warnDays)) found.add('expiring');
  return RIGHT_STATUSES.find((status) => found.has(status)) ?? 'complete';
}
