import type { Change, Right, Sighting } from '@ketenregie/authorisations-domain';
import type { AssuranceLevel, ChainAllowed, RegisterKind } from '@ketenregie/catalogue-domain';
import type { CalendarDate } from '@ketenregie/kernel';
import type { MeansState, MeansVariant } from '@ketenregie/people-domain';
import type { LeadDays } from './break.js';
import type { Blocker } from './repairable-until.js';

/** The represented company. */
export interface CompanyFacts {
  readonly id: string;
  /** Last day of the company, or of its number. */
  readonly endedOn: CalendarDate | null;
  /** One of the tenant's own companies, where its own employees act directly. */
  readonly isOurs: boolean;
}

/** What the tenant settled for itself, with evidence, where the catalogue knows nothing ("from own experience"). */
export interface SettledFacts extends Sighting {
  readonly requiredLevel: AssuranceLevel | null;
  readonly chainAllowed: Exclude<ChainAllowed, 'unknown'> | null;
}

/** The service as the adopted catalogue has it. */
export interface ServiceFacts {
  readonly key: string;
  readonly providerKey: string;
  readonly requiredLevel: AssuranceLevel | null;
  readonly chainAllowed: ChainAllowed;
  readonly registerKind: RegisterKind;
  readonly settled: SettledFacts | null;
}

/** A person of the tenant, with the first and last day of service. */
export interface PersonFacts {
  readonly id: string;
  readonly inServiceFrom: CalendarDate | null;
  readonly inServiceUntil: CalendarDate | null;
}

/** One login means of the person. */
export interface MeansFacts extends Sighting {
  readonly id: string;
  readonly supplierKey: string | null;
  readonly level: AssuranceLevel | null;
  readonly variant: MeansVariant;
  readonly state: MeansState;
  /** The reference date of the source that told the state. */
  readonly statedOn: CalendarDate;
  readonly issuedOn: CalendarDate | null;
  readonly endsOn: CalendarDate | null;
  /** Last login with this means, any right. */
  readonly lastUsedOn: CalendarDate | null;
}

/**
 * All facts needed for one question: can and may PERSON log in for COMPANY at SERVICE on a day?
 * Null stands for what the tenant does not know: no such company, service or person.
 */
export interface AccessWorld {
  readonly on: CalendarDate;
  readonly company: CompanyFacts | null;
  readonly service: ServiceFacts | null;
  readonly person: PersonFacts | null;
  /** Every client half of the company, whatever it covers. */
  readonly clientHalves: readonly Right[];
  /** The person's office halves for the company. */
  readonly officeHalves: readonly Right[];
  /** The person's direct rights for the company. */
  readonly directRights: readonly Right[];
  /** The person's means; `none-exists` where it is known that there is none. An empty list: none was recorded. */
  readonly means: readonly MeansFacts[] | 'none-exists';
  /** Changes decided on any of these rights. */
  readonly changes: readonly Change[];
  /** How many working days each pair of hands needs for a repair. */
  readonly leadDays: LeadDays;
  readonly blockers: readonly Blocker[];
}
