import type { AssuranceLevel, Catalogue } from '@ketenregie/catalogue-domain';
import type { CalendarDate } from '@ketenregie/kernel';
import type { MeansState } from '@ketenregie/people-domain';
import type { Column } from './column.js';
import type { DatePrecision } from './date-text.js';
import type { Finding } from './findings.js';
import type { KnownPerson } from './person-directory.js';
import type { Target } from './portal-cell.js';

/** The kinds of file that are read. */
export const FILE_KINDS = ['staff', 'clients', 'means', 'accountant-chains', 'secretary-overview', 'matrix', 'employee-authorisations', 'chain-authorisations'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** A supplier's own list of rights: a register to compare with, so its facts are read and not judged. */
export function isConsoleList(kind: FileKind): boolean {
  return kind === 'employee-authorisations' || kind === 'chain-authorisations';
}

/** A company as the register knows it before this file. */
export interface KnownCompany {
  readonly kvk: string | null;
  readonly rsin: string | null;
  readonly name: string;
  readonly legalForm?: string | null;
  readonly town?: string | null;
}

/** What a reading is held against. Pure data: the reader looks at no clock and no table. */
export interface ReadingContext {
  /** "Today" for ended, left and the five-year term. */
  readonly referenceOn: CalendarDate;
  readonly catalogue: Catalogue;
  readonly knownPeople?: readonly KnownPerson[];
  readonly knownCompanies?: readonly KnownCompany[];
  /** The supplier whose console a file comes from. */
  readonly supplierKey?: string;
  readonly office?: { readonly name: string; readonly kvk: string; readonly domain?: string };
}

export interface CompanyRef {
  readonly name: string;
  readonly kvk: string | null;
  readonly rsin: string | null;
  /** The company of the register that a person said is meant; then nothing else of it is looked at. */
  readonly companyId?: string;
}

/** A company of the file; a client list has one for each row with the fields of that row. */
export interface ReadCompany extends CompanyRef {
  readonly otherNames?: readonly string[];
  readonly rows?: readonly number[];
  readonly row?: number;
  readonly clientNumber?: string | null;
  readonly legalForm?: string | null;
  readonly town?: string | null;
  readonly partner?: string | null;
  readonly group?: string | null;
}

export interface ReadPerson {
  readonly row?: number;
  readonly name: string;
  readonly initials: string | null;
  readonly email?: string | null;
  readonly function?: string | null;
  readonly validFrom?: CalendarDate | null;
  readonly validUntil?: CalendarDate | null;
  readonly left: boolean;
  readonly director?: boolean;
}

export interface ReadMeans {
  readonly row: number;
  readonly sheet?: string;
  readonly person: string;
  readonly email: string | null;
  readonly userId: string | null;
  readonly tokenType: string | null;
  readonly level: AssuranceLevel | null;
  readonly validFrom: CalendarDate | null;
  readonly validUntil: CalendarDate | null;
  readonly status: MeansState;
  readonly lastUsed: CalendarDate | null;
  readonly blocked: boolean;
}

export interface ReadAuthorisation {
  readonly row: number;
  readonly sheet?: string;
  readonly cell?: string;
  readonly id?: string;
  readonly kind: 'chain' | 'employee';
  readonly status: 'active' | 'requested' | 'ended' | 'unknown';
  readonly company: CompanyRef;
  /** Absent in a supplier's own list, where every row is one service. */
  readonly scope?: 'services' | 'all';
  readonly targets: readonly Target[];
  readonly level: AssuranceLevel | null;
  readonly persons: readonly string[];
  readonly validFrom: CalendarDate | null;
  readonly validUntil: CalendarDate | null;
  readonly untilPrecision: DatePrecision;
  readonly supplier?: string | null;
  readonly task?: string | null;
  readonly responsible?: string | null;
  /** Redacted free text of the row. */
  readonly note?: string | null;
  /** A finding blocks the row: it waits for a person. */
  readonly blocked: boolean;
  readonly ambiguous?: boolean;
}

export interface IgnoredRow {
  readonly row: number;
  readonly sheet?: string;
  readonly reason: 'title' | 'header' | 'company heading' | 'loose note' | 'total';
}

/** What one row gives. Companies of a list of rights come at the end: a later row may add a name. */
export interface RowReading {
  readonly companies: readonly ReadCompany[];
  readonly people: readonly ReadPerson[];
  readonly means: readonly ReadMeans[];
  readonly authorisations: readonly ReadAuthorisation[];
  readonly findings: readonly Finding[];
  readonly ignoredRows: readonly IgnoredRow[];
}

const NONE: readonly never[] = [];

/** A reading of what is given. All have one shape, made in one place: a long file makes one for each row. */
export function readingOf({ companies = NONE, people = NONE, means = NONE, authorisations = NONE, findings = NONE, ignoredRows = NONE }: Partial<RowReading>): RowReading {
  return { companies, people, means, authorisations, findings, ignoredRows };
}

export const NOTHING_READ: RowReading = readingOf({});

/** How the columns of one sheet were understood, for the import screen. */
export interface SheetColumns {
  readonly sheet: string | null;
  readonly headerRow: number | null;
  readonly columns: readonly Column[];
}

/** A whole file read. Nothing in it holds a secret or a citizen number. */
export interface Reading extends RowReading {
  readonly file: string;
  readonly kind: FileKind;
  readonly referenceDate: CalendarDate;
  readonly headerRow: number | null;
  readonly supplier?: string | null;
  readonly encoding?: string;
  readonly separator?: string;
  readonly sheets: readonly SheetColumns[];
}
