import { lastDayWithoutUse, type Right } from '@ketenregie/authorisations-domain';
import type { CalendarDate } from '@ketenregie/kernel';
import { type Break, broken } from './break.js';
import type { Candidate } from './candidate.js';
import { type Finding, findings } from './finding.js';
import { unknown } from './unknowns.js';
import type { AccessWorld, MeansFacts } from './world.js';

/**
 * The last login that counts for a means: the latest with any means of the same supplier, for the 24 months count per person per supplier.
 * Where the supplier is not known it is the means' own.
 */
export function lastUseOf(means: MeansFacts, all: AccessWorld['means']): CalendarDate | null {
  const uses = (all === 'none-exists' ? [] : all)
    .filter(({ supplierKey }) => supplierKey !== null && supplierKey === means.supplierKey)
    .map(({ lastUsedOn }) => lastUsedOn);
  return [means.lastUsedOn, ...uses].reduce((latest, use) => ((use ?? '') > (latest ?? '') ? use : latest), null);
}

/** The last valid day of a means under the 24-month rule; null where no use is recorded. */
export function unusedEndOf(means: MeansFacts, all: AccessWorld['means']): CalendarDate | null {
  const lastUse = lastUseOf(means, all);
  return lastUse && lastDayWithoutUse(lastUse);
}

/** The breaks of two dates: after the last valid day, and before the first. */
interface DateBreaks {
  readonly ended: Break;
  readonly notYet: Break;
}

const CLIENT_DATES: DateBreaks = { ended: broken('clocks', 'client-half-ended'), notYet: broken('clocks', 'client-half-not-yet') };
const OFFICE_DATES: DateBreaks = { ended: broken('clocks', 'office-half-ended'), notYet: broken('clocks', 'office-half-not-yet') };
const RIGHT_DATES: DateBreaks = { ended: broken('clocks', 'right-ended'), notYet: broken('clocks', 'right-not-yet') };

function judgeDates(right: Right, on: CalendarDate, { ended, notYet }: DateBreaks): readonly Finding[] {
  const { startsOn, endsOn } = right;
  return findings(endsOn !== null && on > endsOn && ended, startsOn !== null && on < startsOn && notYet);
}

function judgeClientHalfDates(half: Right, on: CalendarDate): readonly Finding[] {
  const open = findings(
    half.startsOn === null && unknown('client-half-start-unknown'),
    half.endsOn === null && unknown('client-half-end-unknown'),
  );
  return [...judgeDates(half, on, CLIENT_DATES), ...open];
}

function judgeOfficeHalfDates(half: Right, on: CalendarDate): readonly Finding[] {
  const isOpen = half.startsOn === null || half.endsOn === null;
  return [...judgeDates(half, on, OFFICE_DATES), ...findings(isOpen && unknown('office-half-dates-unknown'))];
}

function judgeRightDates(right: Right, on: CalendarDate): readonly Finding[] {
  const open = findings(
    right.startsOn === null && unknown('right-start-unknown'),
    right.endsOn === null && unknown('right-end-unknown'),
  );
  return [...judgeDates(right, on, RIGHT_DATES), ...open];
}

function judgeMeansDates(means: MeansFacts, { on, means: all }: AccessWorld): readonly Finding[] {
  const { endsOn, issuedOn } = means;
  const unusedEnd = unusedEndOf(means, all);
  return findings(
    endsOn !== null && on > endsOn && broken('clocks', 'means-ended'),
    unusedEnd !== null && on > unusedEnd && broken('clocks', 'lapsed-unused'),
    issuedOn !== null && on < issuedOn && broken('clocks', 'means-not-yet'),
    endsOn === null && unknown('means-end-unknown'),
    unusedEnd === null && unknown('last-used-unknown'),
  );
}

/** Link 7: does the day lie within every recorded limit? Limits that nobody recorded are listed. */
export function judgeClocks(candidate: Candidate, world: AccessWorld): readonly Finding[] {
  const means = candidate.means ? judgeMeansDates(candidate.means, world) : [];
  if (candidate.kind === 'direct') return [...(candidate.right ? judgeRightDates(candidate.right, world.on) : []), ...means];
  const { clientHalf, officeHalf } = candidate;
  return [
    ...(clientHalf ? judgeClientHalfDates(clientHalf, world.on) : []),
    ...(officeHalf ? judgeOfficeHalfDates(officeHalf, world.on) : []),
    ...means,
  ];
}
