import { addDays, type CalendarDate, weekdayOf } from '@ketenregie/kernel';

/** What can bring the last day for a repair forward (product rule 2); on a tie the first named here is given. */
export const BLOCKER_KINDS = ['administrator-role', 'identity-document', 'signing-authority', 'letters'] as const;
export type BlockerKind = (typeof BLOCKER_KINDS)[number];

/** Something a repair needs, and its last valid day. */
export interface Blocker {
  readonly kind: BlockerKind;
  readonly validUntil: CalendarDate;
}

/** A lead time that nobody knows counts as so many working days, and the answer says so (P1). */
export const ASSUMED_LEAD_DAYS = 15;

/** The last day on which a repair still comes in time, what brought it forward, and the lead time it rests on in working days. */
export interface Repairable {
  readonly repairableUntil: CalendarDate | null;
  readonly blockedBy: BlockerKind | null;
  readonly leadDays: number;
  readonly isLeadAssumed: boolean;
}

/** The date a number of working days (Monday to Friday) earlier; public holidays are the business of the notices. */
export function subtractWorkingDays(date: CalendarDate, days: number): CalendarDate {
  let day = date;
  for (let left = days; left > 0; ) {
    day = addDays(day, -1);
    if (weekdayOf(day) <= 5) left -= 1;
  }
  return day;
}

/** The blocker that ends before a day, the earliest first. */
function firstBefore(day: CalendarDate, blockers: readonly Blocker[]): Blocker | null {
  const order = ({ kind, validUntil }: Blocker): string => `${validUntil} ${BLOCKER_KINDS.indexOf(kind)}`;
  const early = blockers.filter(({ validUntil }) => validUntil < day);
  return early.toSorted((a, b) => (order(a) < order(b) ? -1 : 1))[0] ?? null;
}

/** Ends-on less the lead time (working days, null: not known), brought forward by whatever the repair needs and ends sooner. */
export function repairableUntil(endsOn: CalendarDate | null, leadDays: number | null, blockers: readonly Blocker[]): Repairable {
  const lead = { leadDays: leadDays ?? ASSUMED_LEAD_DAYS, isLeadAssumed: leadDays === null };
  if (endsOn === null) return { repairableUntil: null, blockedBy: null, ...lead };
  const latest = subtractWorkingDays(endsOn, lead.leadDays);
  const blocker = firstBefore(latest, blockers);
  return { repairableUntil: blocker?.validUntil ?? latest, blockedBy: blocker?.kind ?? null, ...lead };
}
