import type { Column, ColumnIndex } from './column.js';
import { indexColumns } from './column.js';
import { singleLine } from './clean-text.js';
import type { FindingList } from './finding-list.js';
import { createFindingList } from './finding-list.js';
import type { FileKind } from './reading.js';
import { columnLetter } from './grid.js';
import type { GridCell, GridFormat, GridRow } from './grid.js';
import type { Place } from './findings.js';
import type { ColumnMeaning } from './header.js';
import type { IntakeRow } from './intake.js';
import { takeIn } from './intake.js';

/** How one sheet is to be read. */
export interface SheetPlan {
  readonly kind: FileKind;
  readonly format: GridFormat;
  /** Null where the file has one sheet only, or is text. */
  readonly sheet: string | null;
  readonly headerRow: number | null;
  readonly columns: readonly Column[];
  /** A matrix with its companies in columns: the rows handed over are the sheet's columns. */
  readonly isTurned?: boolean;
}

/** The names that findings give to columns. */
const FINDING_COLUMN: Partial<Record<ColumnMeaning, string>> = { validFrom: 'from', validUntil: 'until', company: 'name', inServiceFrom: 'from', inServiceUntil: 'until' };
const SECRETARY_COLUMN: Partial<Record<ColumnMeaning, string>> = { ...FINDING_COLUMN, services: 'portal', persons: 'person' };

/** One row by the meaning of its columns, redacted, with the findings about it. */
export interface RowCells {
  readonly row: IntakeRow;
  readonly list: FindingList;
  has(meaning: ColumnMeaning): boolean;
  cell(meaning: ColumnMeaning): GridCell | null;
  /** The text with its line breaks. */
  text(meaning: ColumnMeaning): string;
  /** The text on one line, null where the cell is empty. */
  line(meaning: ColumnMeaning): string | null;
  nameOf(meaning: ColumnMeaning): string;
}

/** The name that findings give to each column: of its meaning, else its letter. */
function columnNames({ columns }: SheetPlan, names: Partial<Record<ColumnMeaning, string>>): ReadonlyMap<number, string> {
  return new Map(columns.map(({ index, meaning, letter }) => [index, meaning === null ? letter : (names[meaning] ?? meaning)]));
}

/** Where a row is in the sheet as people see it; of a turned sheet it is the column's first cell. */
function placeOfRow({ isTurned, headerRow }: SheetPlan, number: number): Place {
  if (isTurned !== true) return { row: number };
  const row = headerRow ?? 1;
  return { row, cell: `${columnLetter(number - 1)}${row}` };
}

/** Prepares a sheet's rows for reading by meaning. */
export function createRowReader(plan: SheetPlan): (row: GridRow, isKnownSoleTrader?: (name: string) => boolean) => RowCells {
  const index: ColumnIndex = indexColumns(plan.columns);
  const names = plan.kind === 'secretary-overview' ? SECRETARY_COLUMN : FINDING_COLUMN;
  const named = columnNames(plan, names);
  const nameColumn = index.get('company') ?? index.get('name');
  return (raw, isKnownSoleTrader) => {
    const name = nameColumn === undefined ? '' : (raw.cells[nameColumn]?.text ?? '');
    const row = takeIn(raw, plan.columns, isKnownSoleTrader?.(name));
    const list = createFindingList({ ...placeOfRow(plan, raw.number), ...(plan.sheet !== null && { sheet: plan.sheet }) });
    for (const { index: at, remark } of row.remarks) list.add(named.get(at) ?? columnLetter(at), [remark]);
    const cell = (meaning: ColumnMeaning): GridCell | null => row.cells[index.get(meaning) ?? -1] ?? null;
    const text = (meaning: ColumnMeaning): string => cell(meaning)?.text ?? '';
    return {
      row,
      list,
      has: (meaning) => index.has(meaning),
      cell,
      text,
      line: (meaning) => singleLine(text(meaning)) || null,
      nameOf: (meaning) => names[meaning] ?? meaning,
    };
  };
}
