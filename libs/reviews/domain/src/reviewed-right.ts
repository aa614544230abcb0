import { type AuthorisationKind, type RightScope, type RightState, stateOnDay, type UntilPrecision } from '@ketenregie/authorisations-domain';
import type { AssuranceLevel } from '@ketenregie/catalogue-domain';
import type { CalendarDate } from '@ketenregie/kernel';

/** Kinds of right a review of chains is about: both halves, each in its own register. */
export const REVIEWED_KINDS = ['client-half', 'office-half'] as const satisfies readonly AuthorisationKind[];

/** What a right covers, with the names as they were. A provider that was merely named leaves open which service is meant. */
export interface ReviewedTarget {
  readonly serviceKey: string | null;
  readonly providerKey: string | null;
  readonly isWholeProvider: boolean;
  readonly nameNl: string;
  readonly nameEn: string;
}

/** The facts of one right as they were known when the round was made. Names of people are not among them: they are read as of that moment. */
export interface ReviewFacts {
  readonly kind: AuthorisationKind;
  readonly companyId: string;
  readonly intermediaryCompanyId: string | null;
  readonly thirdPartyName: string | null;
  readonly personId: string | null;
  readonly supplierKey: string | null;
  readonly scope: RightScope;
  readonly targets: readonly ReviewedTarget[];
  readonly level: AssuranceLevel | null;
  /** The highest level that its services are known to ask; null where none is known. */
  readonly requiredLevel: AssuranceLevel | null;
  readonly state: RightState;
  readonly statedOn: CalendarDate;
  readonly startsOn: CalendarDate | null;
  readonly endsOn: CalendarDate | null;
  readonly untilPrecision: UntilPrecision;
  readonly branchNumber: string | null;
  readonly task: string | null;
  /** Last seen at the supplier with evidence of class A to C; null = never. */
  readonly seenOn: CalendarDate | null;
  readonly evidenceClass: string | null;
  /** Its holder had left on the day of the round. */
  readonly isOutOfService: boolean;
  /** Its revoke was decided before the round was made and is not withdrawn. */
  readonly isRevokeDecided: boolean;
  /** `import`: a file brought it; `typed`: a person recorded it. */
  readonly origin: 'import' | 'typed';
}

/** Why a right that is recorded is no part of a population. */
export type LeftOut = 'ended' | 'requested' | 'lapsed' | 'other-supplier';

/**
 * Whether a right is part of the population on a day, or why not. Not yet begun counts: somebody may still stop it. What is unknown counts:
 * silence about a right is no proof that it ended.
 */
export function whyLeftOut(right: Pick<ReviewFacts, 'state' | 'statedOn' | 'endsOn' | 'supplierKey'>, on: CalendarDate, supplierKey: string | null): LeftOut | null {
  if (supplierKey !== null && right.supplierKey !== supplierKey) return 'other-supplier';
  const state = stateOnDay(right, on);
  if (state === 'ended' || state === 'requested') return state;
  return right.endsOn !== null && right.endsOn < on ? 'lapsed' : null;
}

const targetKey = ({ serviceKey, providerKey, isWholeProvider }: ReviewedTarget): string => serviceKey ?? `${String(providerKey)}${isWholeProvider ? '/*' : '/?'}`;

/** What a right covers, as one text: equal for equal services. */
export function bundleKey({ scope, targets }: Pick<ReviewFacts, 'scope' | 'targets'>): string {
  return scope === 'all' ? '*' : targets.map(targetKey).sort().join('+');
}

/** The group a line stands in: one holder, one kind, one bundle, one level, one register. Equal lines of many clients stand together. */
export function groupKey(facts: ReviewFacts): string {
  return [facts.personId ?? '-', facts.kind, bundleKey(facts), facts.level ?? '-', facts.supplierKey ?? '-'].join('|');
}

/** What must be the same for a right to count as unchanged: what it allows, to whom, where, how long. Fresh evidence of the same changes nothing. */
export function isSameRight(a: ReviewFacts, b: ReviewFacts): boolean {
  const text = (facts: ReviewFacts): string =>
    JSON.stringify([groupKey(facts), facts.companyId, facts.intermediaryCompanyId, facts.thirdPartyName, facts.state, facts.startsOn, facts.endsOn, facts.branchNumber]);
  return text(a) === text(b);
}
