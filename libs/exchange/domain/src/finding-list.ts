import type { Finding, Place, Remark } from './findings.js';
import { FINDING_SEVERITY } from './findings.js';

/** Gathers what was found at one place of a file. */
export interface FindingList {
  add(column: string | null, remarks: readonly Remark[]): void;
  readonly findings: readonly Finding[];
  /** One of them blocks: the row waits for a person. */
  isBlocked(): boolean;
}

type Draft = { -readonly [Key in keyof Finding]: Finding[Key] };

/**
 * Copies a remark and adds its place. All findings are made with the fields that nearly all have, and get the rare ones after: a long list makes
 * millions, and a copy of whatever a remark holds takes several times as long.
 */
function findingOf(remark: Remark, { row, sheet, cell }: Place, column: string | null): Finding {
  const { category, value } = remark;
  const severity = FINDING_SEVERITY[category];
  const finding: Draft = value === undefined ? { category, row, severity } : { category, value, row, severity };
  if (column !== null) finding.column = column;
  if (sheet !== undefined) finding.sheet = sheet;
  if (cell !== undefined) finding.cell = cell;
  if (remark.relatedRow !== undefined) finding.relatedRow = remark.relatedRow;
  if (remark.service !== undefined) finding.service = remark.service;
  if (remark.required !== undefined) finding.required = remark.required;
  if (remark.company !== undefined) finding.company = remark.company;
  if (remark.suggestion !== undefined) finding.suggestion = remark.suggestion;
  if (remark.ambiguous !== undefined) finding.ambiguous = remark.ambiguous;
  return finding;
}

const NOTHING_FOUND: readonly Finding[] = [];

class FindingsOfPlace implements FindingList {
  private found: Finding[] | null = null;

  constructor(private readonly place: Place) {}

  add(column: string | null, remarks: readonly Remark[]): void {
    for (const remark of remarks) {
      const finding = findingOf(remark, this.place, column);
      // A list that begins with one has room for one; an empty one that gets a first makes room for seventeen.
      if (this.found === null) this.found = [finding];
      else this.found.push(finding);
    }
  }

  get findings(): readonly Finding[] {
    return this.found ?? NOTHING_FOUND;
  }

  isBlocked(): boolean {
    return this.found !== null && this.findings.some((finding) => finding.severity === 'blocks');
  }
}

/** Starts an empty list for one row, or one cell of a matrix. */
export function createFindingList(place: Place): FindingList {
  return new FindingsOfPlace(place);
}
