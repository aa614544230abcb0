import type { Finding, Place, Remark } from './findings.js';
import { FINDING_SEVERITY } from './findings.js';
import { messageOf } from './finding-messages.js';

/** Gathers what was found at one place of a file. */
export interface FindingList {
  add(column: string | null, remarks: readonly Remark[]): void;
  readonly findings: readonly Finding[];
  /** One of them blocks: the row waits for a person. */
  isBlocked(): boolean;
}

function findingOf(remark: Remark, place: Place): Finding {
  return { ...place, ...remark, severity: FINDING_SEVERITY[remark.category], message: messageOf(remark, place) };
}

/** Starts an empty list for one row, or one cell of a matrix. */
export function createFindingList(place: Place): FindingList {
  const findings: Finding[] = [];
  return {
    findings,
    add(column, remarks) {
      for (const remark of remarks) findings.push(findingOf(remark, column === null ? place : { ...place, column }));
    },
    isBlocked: () => findings.some((finding) => finding.severity === 'blocks'),
  };
}
