import type { Finding, Place, Remark } from './findings.js';
import { FINDING_SEVERITY } from './findings.js';

/** Gathers what was found at one place of a file. */
export interface FindingList {
  add(column: string | null, remarks: readonly Remark[]): void;
  readonly findings: readonly Finding[];
  /** One of them blocks: the row waits for a person. */
  isBlocked(): boolean;
}

class FindingsOfPlace implements FindingList {
  readonly findings: Finding[] = [];

  constructor(private readonly place: Place) {}

  add(column: string | null, remarks: readonly Remark[]): void {
    for (const remark of remarks) {
      const place = column === null ? this.place : { ...this.place, column };
      this.findings.push({ ...place, ...remark, severity: FINDING_SEVERITY[remark.category] });
    }
  }

  isBlocked(): boolean {
    return this.findings.some((finding) => finding.severity === 'blocks');
  }
}

/** Starts an empty list for one row, or one cell of a matrix. */
export function createFindingList(place: Place): FindingList {
  return new FindingsOfPlace(place);
}
