import type { AssuranceLevel } from '@ketenregie/catalogue-domain';
import type { CalendarDate, ValidTime } from '@ketenregie/kernel';
import type { MeansState, MeansVariant } from './means.js';

/** One person as a list states him. Null: the list does not say; what is known then stays. */
export interface PersonFact {
  readonly position: number;
  readonly fullName: string;
  readonly initials: string | null;
  readonly email: string | null;
  readonly jobTitle: string | null;
  readonly isDirector: boolean;
  readonly inServiceFrom: CalendarDate | null;
  readonly inServiceUntil: CalendarDate | null;
  /**
   * The office's own staff list: its fields win where it has them. It erases nothing: a list without a column for the last day would bring
   * everybody back who left. Another source only adds what is missing.
   */
  readonly isAuthoritative: boolean;
}

/** What a version says of a person. */
export interface PersonContent {
  readonly fullName: string;
  readonly initials: string | null;
  readonly email: string | null;
  readonly jobTitle: string | null;
  readonly isDirector: boolean;
  readonly inServiceFrom: CalendarDate | null;
  readonly inServiceUntil: CalendarDate | null;
}

/** The version believed to hold on the reference day. */
export interface Holder<Content> extends ValidTime {
  readonly id: string;
  readonly content: Content;
}

export interface KnownPersonRecord {
  readonly id: string;
  readonly holder: Holder<PersonContent> | null;
}

/** One login means as a supplier's overview states it. */
export interface MeansFact {
  readonly position: number;
  /** Null: the overview names somebody who is on no list yet; his means waits (skipped). */
  readonly personId: string | null;
  readonly supplierKey: string;
  /** The user number in the supplier's console. */
  readonly supplierReference: string | null;
  readonly level: AssuranceLevel | null;
  readonly variant: MeansVariant;
  readonly state: MeansState;
  /** Reference date of the source: its state counts from this day on. */
  readonly statedOn: CalendarDate;
  readonly issuedOn: CalendarDate | null;
  readonly endsOn: CalendarDate | null;
  readonly lastUsedOn: CalendarDate | null;
  readonly method: 'sms' | 'app' | 'token' | null;
  /** What shows it; left out where nothing is said of that. */
  readonly evidence?: MeansEvidence;
}

/** What shows a means: the class (product rule 5), and who looked at the source on which day. */
export interface MeansEvidence {
  readonly evidenceClass: 'A' | 'B' | 'C' | 'D' | null;
  readonly seenOn: CalendarDate | null;
  readonly seenBy: string | null;
}

/** What a version says of a means. */
export type MeansContent = Omit<MeansFact, 'position' | 'personId' | 'supplierKey' | 'supplierReference' | 'evidence'> & MeansEvidence;

export interface KnownMeans {
  readonly id: string;
  readonly personId: string;
  readonly supplierKey: string;
  readonly supplierReference: string | null;
  readonly holder: Holder<MeansContent> | null;
}

/** A version to be written, of a person or a means. */
export interface NewVersion<Content> extends ValidTime {
  readonly id: string;
  readonly ownerId: string;
  readonly content: Content;
}

/** What a fact did; `skipped`: nobody, or nobody for certain, could be told it of. */
export type RecordOutcome = 'created' | 'updated' | 'unchanged' | 'skipped';

/** What makes a thing new, changed or the same, counted once: further facts of it in one list are unchanged. */
export interface Changes {
  readonly isNew: boolean;
  readonly isChanged: boolean;
}
