/** How much a finding matters: `blocks` = the row waits for a person, `warning` = accepted and shown, `info`. */
export type Severity = 'blocks' | 'warning' | 'info';

/** The closed list of what an import may find, with its severity. The names are stable: stored readings and the portal's texts go by them. */
export const FINDING_SEVERITY = {
  'kvk-leading-zero-restored': 'warning',
  'kvk-normalised': 'info',
  'kvk-invalid': 'blocks',
  'kvk-missing': 'warning',
  'rsin-instead-of-kvk': 'warning',
  'company-missing': 'blocks',
  'company-ambiguous': 'blocks',
  'same-company-two-names': 'warning',
  'same-name-two-kvk': 'warning',
  'service-unknown': 'warning',
  'service-not-specific': 'warning',
  'scope-wide': 'warning',
  'other-register': 'info',
  'chain-not-possible': 'warning',
  'chain-without-employee': 'warning',
  'status-unreadable': 'warning',
  'status-conflict': 'warning',
  'level-too-low': 'warning',
  'level-missing': 'info',
  'level-unreadable': 'warning',
  'level-legacy': 'warning',
  'level-by-eidas-name': 'info',
  'date-unreadable': 'warning',
  'date-approximate': 'warning',
  'date-two-digit-year': 'info',
  'date-month-first': 'warning',
  'end-date-missing': 'warning',
  'end-date-indefinite': 'warning',
  'date-order': 'warning',
  ended: 'warning',
  'term-over-five-years': 'warning',
  duplicate: 'warning',
  'person-unknown': 'warning',
  'person-ambiguous': 'warning',
  'person-left': 'warning',
  'person-missing': 'warning',
  'row-struck-through': 'warning',
  'secret-in-text': 'warning',
  'bsn-in-text': 'warning',
  'formula-cell': 'warning',
  'unusual-characters': 'info',
  'supplier-unknown': 'info',
  'cell-too-long': 'blocks',
  'row-not-understood': 'blocks',
} as const satisfies Record<string, Severity>;

export type FindingCategory = keyof typeof FINDING_SEVERITY;

/** What was found in a cell, before it has a place. */
export interface Remark {
  readonly category: FindingCategory;
  /** The text at fault, redacted; null where nothing stands there. */
  readonly value?: string | null;
  readonly service?: string;
  readonly required?: string;
  readonly relatedRow?: number;
  /** The company at fault, where the finding is about its number and not about a text. */
  readonly company?: string;
  /** The nearest name, an offer to a person. */
  readonly suggestion?: string;
  /** Two readings can be defended. */
  readonly ambiguous?: boolean;
}

/** Where a remark belongs: the row and, where one column is at fault, its meaning. */
export interface Place {
  readonly row: number;
  readonly sheet?: string;
  readonly cell?: string;
  readonly column?: string;
}

/** One finding of an import; `messageOf` writes its sentence for the person who repairs it. */
export interface Finding extends Place, Remark {
  readonly severity: Severity;
}

/** What stands in place of a value that may not be kept. */
export const WITHHELD = '(withheld)';
