import type { AssuranceLevel } from '@ketenregie/catalogue-domain';
import type { CalendarDate } from '@ketenregie/kernel';
import type { AuthorisationKind, EvidenceClass, RightScope, RightState, UntilPrecision } from './authorisation.js';

/** One entry of a scope: a service by its key, or a provider. A provider that was merely *named* leaves open which of its services is meant. */
export type RightTarget =
  | { readonly serviceKey: string }
  | { readonly providerKey: string; readonly isWholeProvider: boolean };

/** What was last seen of a fact in a supplier's register, by whom, and what proves it. All null: never seen. */
export interface Sighting {
  readonly evidenceClass: EvidenceClass | null;
  readonly seenOn: CalendarDate | null;
  readonly seenBy: string | null;
}

/**
 * The believed facts of one right: either half of a chain authorisation, or a direct right. Null means that nobody recorded it;
 * nothing is copied from one half to the other, for they stand in different registers (decision 0010).
 */
export interface Right extends Sighting {
  readonly id: string;
  readonly kind: AuthorisationKind;
  /** The company that is represented. */
  readonly companyId: string;
  /** Our own company that stands between; null for a direct right. */
  readonly intermediaryCompanyId: string | null;
  /** The employee; null for a client half. */
  readonly personId: string | null;
  readonly state: RightState;
  /** The reference date of the source that told the state: the state counts from this day on. */
  readonly statedOn: CalendarDate;
  /** First valid day. */
  readonly startsOn: CalendarDate | null;
  /** Last valid day. */
  readonly endsOn: CalendarDate | null;
  /** How the end was written. */
  readonly endKind: UntilPrecision;
  readonly level: AssuranceLevel | null;
  readonly scope: RightScope;
  /** Empty where the scope is `all`. */
  readonly targets: readonly RightTarget[];
  readonly supplierKey: string | null;
  /** The place in the source, from 0: between equals the first one counts. */
  readonly ordinal: number;
}

type Limits = Pick<Right, 'startsOn' | 'endsOn'>;

/** Whether a day lies within the recorded dates, both ends included; a limit that nobody recorded is none. */
export function isWithinDates({ startsOn, endsOn }: Limits, on: CalendarDate): boolean {
  return (startsOn === null || startsOn <= on) && (endsOn === null || on <= endsOn);
}

/** What a right's state says of one day: in force as far as the state goes, not yet granted, ended, or not known. */
export type StateOnDay = 'in-force' | 'requested' | 'ended' | 'unknown';

/**
 * The state of a right on a day, its dates apart. `requested` counts on every day. `ended` counts from the day it was stated on, and after
 * the end date; before that it is unknown since when, unless the end date lies before the statement: then it ran until that date.
 */
export function stateOnDay({ state, statedOn, endsOn }: Pick<Right, 'state' | 'statedOn' | 'endsOn'>, on: CalendarDate): StateOnDay {
  if (state === 'active') return 'in-force';
  if (state !== 'ended') return state;
  if (on >= statedOn || (endsOn !== null && on > endsOn)) return 'ended';
  return endsOn !== null && endsOn < statedOn ? 'in-force' : 'unknown';
}

/** Whether the evidence proves what the register said (classes A to C, with the day): a statement (D) never does. Product rule 5. */
export function isSeenAtSupplier({ evidenceClass, seenOn }: Sighting): boolean {
  return seenOn !== null && evidenceClass !== null && evidenceClass !== 'D';
}
