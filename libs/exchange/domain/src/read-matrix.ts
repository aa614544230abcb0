import { unreachable } from '@ketenregie/kernel';
import type { Column } from './column.js';
import type { CompanyEntry } from './company-register.js';
import type { FindingList } from './finding-list.js';
import { createFindingList } from './finding-list.js';
import type { Finding, Remark } from './findings.js';
import type { GridCell } from './grid.js';
import { columnLetter } from './grid.js';
import type { Draft } from './judge-authorisation.js';
import { judgeAuthorisation } from './judge-authorisation.js';
import { ignoreRow, looseReason, tooLongName } from './loose-row.js';
import type { MatrixCell } from './matrix-cell.js';
import { readMatrixCell } from './matrix-cell.js';
import type { TargetsReading } from './portal-cell.js';
import { readTargets } from './portal-cell.js';
import type { ReadAuthorisation, RowReading } from './reading.js';
import { NOTHING_READ, readingOf } from './reading.js';
import type { ReadingState } from './reading-state.js';
import type { Step } from './step.js';
import { companyMissing, meetCompany } from './row-company.js';
import type { RowCells, SheetPlan } from './row-cells.js';

type FilledCell = Exclude<MatrixCell, { kind: 'nothing' }>;

/** A row of the matrix with its company. */
interface CompanyRow {
  readonly cells: RowCells;
  readonly plan: SheetPlan;
  readonly state: ReadingState;
  /** Null where the row names none: its rights wait for a person. */
  readonly company: CompanyEntry | null;
}

interface Portal {
  readonly column: Column;
  /** Without what is said of the header once. */
  readonly targets: TargetsReading;
  readonly remarks: readonly Remark[];
}

function statusOf({ kind }: FilledCell): Draft['status'] {
  switch (kind) {
    case 'right':
    case 'marked':
      return 'active';
    case 'requested':
      return 'requested';
    case 'ended':
      return 'ended';
    case 'unclear':
      return 'unknown';
    default:
      return unreachable(kind);
  }
}

const asText = (text: string): GridCell | null => (text === '' ? null : { kind: 'text', text });

function draftOf(cell: FilledCell, isStruck: boolean, { targets, state }: { targets: TargetsReading; state: ReadingState }): Draft {
  const parts = cell.kind === 'right' ? cell : { level: '', persons: '', until: '' };
  return {
    kind: 'employee',
    status: isStruck ? 'ended' : statusOf(cell),
    isStruck,
    targets,
    level: state.read.level(parts.level),
    from: null,
    until: state.read.date(asText(parts.until)),
    persons: state.read.persons(parts.persons),
  };
}

function judge(draft: Draft, list: FindingList, { cells, state, company }: CompanyRow): void {
  if (draft.isStruck) list.add(null, [{ category: 'row-struck-through', value: null }]);
  for (const { about, remarks } of judgeAuthorisation(draft, state.context.referenceOn)) list.add(about === null ? null : 'cell', remarks);
  if (company === null) return;
  const { targets, persons } = draft;
  const duplicate = state.findDuplicate({ kind: 'employee', companyId: company.id, targets, persons, validUntil: draft.until?.date ?? null, row: cells.row.number });
  if (duplicate) list.add(null, [duplicate]);
}

/** Where a cell is in the sheet as people see it. */
function placeOf(plan: SheetPlan, column: Column, number: number): { row: number; cell: string; sheet?: string } {
  const row = plan.isTurned === true ? column.index + 1 : number;
  const letter = plan.isTurned === true ? columnLetter(number - 1) : column.letter;
  return { row, cell: `${letter}${row}`, ...(plan.sheet !== null && { sheet: plan.sheet }) };
}

interface CellReading {
  readonly authorisation: ReadAuthorisation;
  readonly findings: readonly Finding[];
}

function readCell(row: CompanyRow, portal: Portal): CellReading | null {
  const { cells, plan, state, company } = row;
  const raw = cells.row.cells[portal.column.index] ?? null;
  const cell = readMatrixCell(raw);
  if (cell.kind === 'nothing') return null;
  const place = placeOf(plan, portal.column, cells.row.number);
  const list = createFindingList(place);
  const draft = draftOf(cell, raw?.isStruck === true, { targets: portal.targets, state });
  // A row of a turned sheet is a column: what is repaired there are its rights, each at its own cell.
  if (company === null && plan.isTurned === true) list.add('cell', [companyMissing(cells)]);
  if (cell.kind === 'unclear') list.add('cell', [{ category: 'status-unreadable', value: '?', ambiguous: true }]);
  else judge(draft, list, row);
  const authorisation: ReadAuthorisation = {
    ...place,
    kind: 'employee',
    status: draft.status,
    company: { name: company?.name ?? '', kvk: company?.kvk ?? null, rsin: company?.rsin ?? null },
    scope: draft.targets.scope,
    targets: draft.targets.scope === 'all' ? [] : draft.targets.targets,
    level: draft.level?.level ?? null,
    persons: draft.persons?.persons.map((person) => person.name) ?? [],
    validFrom: null,
    validUntil: draft.until?.date ?? null,
    untilPrecision: draft.until?.precision ?? 'unknown',
    blocked: list.isBlocked() || cells.list.isBlocked(),
    ...((cell.kind === 'unclear' || raw?.isGrey === true) && { ambiguous: true }),
  };
  return { authorisation, findings: list.findings };
}

function portalOf(column: Column, state: ReadingState): Portal {
  const { remarks, ...targets } = readTargets(column.header, state);
  return { column, targets: { ...targets, remarks: [] }, remarks };
}

/** What the header's portals say is found once, at the header cell. */
function headerFindings(portals: readonly Portal[], plan: SheetPlan): Finding[] {
  return portals.flatMap(({ column, remarks }) => {
    const list = createFindingList(placeOf(plan, column, plan.headerRow ?? 1));
    list.add(null, remarks);
    return list.findings;
  });
}

/** Reads a matrix: companies in rows, portals in columns; a turned sheet comes with them that way round. */
export function createMatrixStep(plan: SheetPlan, state: ReadingState): Step {
  const portals = plan.columns.filter((column) => column.meaning === 'services').map((column) => portalOf(column, state));
  let opening: readonly Finding[] = headerFindings(portals, plan);
  const withOpening = (reading: RowReading): RowReading => {
    const findings = [...opening, ...reading.findings];
    opening = [];
    return { ...reading, findings };
  };
  return {
    row(cells) {
      const loose = looseReason(cells) ?? (cells.row.filled.length === 1 && !cells.line('company') ? 'loose note' : null);
      if (loose !== null) return withOpening(ignoreRow(cells, plan, loose));
      const tooLong = tooLongName(cells.line('company') ?? cells.line('name'));
      cells.list.add('name', tooLong);
      const company = tooLong.length > 0 ? null : meetCompany(cells, plan, state);
      if (company === null && tooLong.length === 0 && plan.isTurned !== true) cells.list.add(null, [companyMissing(cells)]);
      const read = tooLong.length > 0 ? [] : portals.map((portal) => readCell({ cells, plan, state, company }, portal)).filter((cell) => cell !== null);
      const findings = [...cells.list.findings, ...read.flatMap((cell) => cell.findings)];
      return withOpening(readingOf({ authorisations: read.map((cell) => cell.authorisation), findings }));
    },
    end: () => withOpening(NOTHING_READ),
  };
}
