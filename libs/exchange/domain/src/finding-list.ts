import type { Finding, Place, Remark } from './findings.js';
import { FINDING_SEVERITY } from './findings.js';

/** Gathers what was found at one place of a file. */
export interface FindingList {
  add(column: string | null, remarks: readonly Remark[]): void;
  readonly findings: readonly Finding[];
  /** One of them blocks: the row waits for a person. */
  isBlocked(): boolean;
}

/** Copies a remark and adds to it: a copy of two objects into one takes ten times as long, and a long list makes millions. */
function findingOf(remark: Remark, { row, sheet, cell }: Place, column: string | null): Finding {
  const finding = { ...remark } as { -readonly [Key in keyof Finding]: Finding[Key] };
  finding.row = row;
  finding.severity = FINDING_SEVERITY[remark.category];
  if (sheet !== undefined) finding.sheet = sheet;
  if (cell !== undefined) finding.cell = cell;
  if (column !== null) finding.column = column;
  return finding;
}

class FindingsOfPlace implements FindingList {
  readonly findings: Finding[] = [];

  constructor(private readonly place: Place) {}

  add(column: string | null, remarks: readonly Remark[]): void {
    for (const remark of remarks) this.findings.push(findingOf(remark, this.place, column));
  }

  isBlocked(): boolean {
    return this.findings.length > 0 && this.findings.some((finding) => finding.severity === 'blocks');
  }
}

/** Starts an empty list for one row, or one cell of a matrix. */
export function createFindingList(place: Place): FindingList {
  return new FindingsOfPlace(place);
}
