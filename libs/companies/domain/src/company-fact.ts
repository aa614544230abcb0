import type { CalendarDate, ValidTime } from '@ketenregie/kernel';

/** One company as a source or a person states it. */
export interface CompanyFact {
  /** Row of the source, from 0. */
  readonly position: number;
  readonly kvkNumber: string | null;
  readonly rsin: string | null;
  readonly clientNumber: string | null;
  /** Empty where a source gives a number alone: such a fact names and renames nobody. */
  readonly name: string;
  readonly otherNames: readonly string[];
  readonly legalForm: string | null;
  readonly town?: string | null;
  readonly groupName: string | null;
  readonly accountable: string | null;
  /** A client list: its fields win. Any other source only adds what is missing, and renames nobody. */
  readonly isAuthoritative: boolean;
  /** The client it belongs to where that is decided already; otherwise found or made by client number. */
  readonly clientId?: string;
}

/** What a version says of a company. */
export interface CompanyContent {
  readonly name: string;
  readonly otherNames: readonly string[];
  readonly legalForm: string | null;
  readonly town: string | null;
  readonly groupName: string | null;
  readonly accountable: string | null;
  /** Last day the company existed; null = exists. No list speaks of it. */
  readonly endedOn: CalendarDate | null;
}

/** The version that is believed to hold on the reference day. */
export interface CompanyHolder extends ValidTime {
  readonly id: string;
  readonly content: CompanyContent;
}

/** Where nothing holds on the reference day: what does before and after it. Null on both sides: nothing at all is believed. */
export interface Neighbours {
  /** Last day of what holds before. */
  readonly previousUntil: CalendarDate | null;
  /** First day of what holds after. */
  readonly nextFrom: CalendarDate | null;
}

/** A company that is known already; where nothing at all is believed of it its import was undone, and it is invisible until it is stated again. */
export interface KnownCompany extends Partial<Neighbours> {
  readonly id: string;
  readonly clientId: string;
  readonly clientNumber: string | null;
  readonly kvkNumber: string | null;
  readonly rsin: string | null;
  readonly holder: CompanyHolder | null;
}

export interface CompanyOutcome {
  readonly position: number;
  readonly companyId: string;
  readonly clientId: string;
  readonly outcome: 'created' | 'updated' | 'unchanged';
}

export interface NewClient {
  readonly id: string;
  readonly clientNumber: string | null;
  readonly name: string;
}

export interface NewCompanyVersion extends ValidTime {
  readonly id: string;
  readonly companyId: string;
  readonly clientId: string;
  readonly content: CompanyContent;
}
