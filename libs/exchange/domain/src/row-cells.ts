import type { Column, ColumnIndex } from './column.js';
import { indexColumns } from './column.js';
import { singleLine } from './clean-text.js';
import type { FindingList } from './finding-list.js';
import { createFindingList } from './finding-list.js';
import type { FileKind } from './reading.js';
import { columnLetter } from './grid.js';
import type { GridCell, GridFormat, GridRow } from './grid.js';
import type { Place, Remark } from './findings.js';
import type { ColumnMeaning } from './header.js';
import type { IntakeRow } from './intake.js';
import { createIntake } from './intake.js';
import { createHeaderCheck } from './header-again.js';

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
  /** The row says the header once more. */
  isHeaderAgain(): boolean;
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

/** What all rows of a sheet share. */
interface SheetCells {
  readonly index: ColumnIndex;
  readonly names: Partial<Record<ColumnMeaning, string>>;
  readonly isHeader: (cells: readonly (GridCell | null)[]) => boolean;
}

class SheetRow implements RowCells {
  constructor(
    readonly row: IntakeRow,
    readonly list: FindingList,
    private readonly sheet: SheetCells,
  ) {}

  has(meaning: ColumnMeaning): boolean {
    return this.sheet.index.has(meaning);
  }

  cell(meaning: ColumnMeaning): GridCell | null {
    const at = this.sheet.index.get(meaning);
    return at === undefined ? null : (this.row.cells[at] ?? null);
  }

  text(meaning: ColumnMeaning): string {
    return this.cell(meaning)?.text ?? '';
  }

  line(meaning: ColumnMeaning): string | null {
    return singleLine(this.text(meaning)) || null;
  }

  nameOf(meaning: ColumnMeaning): string {
    return this.sheet.names[meaning] ?? meaning;
  }

  isHeaderAgain(): boolean {
    return this.sheet.isHeader(this.row.cells);
  }
}

const ofText = 200;
/** The most characters of each field that is kept as it was written. Names and lists of names are judged by their readers. */
const MOST_CHARACTERS: Partial<Record<ColumnMeaning, number>> = {
  clientNumber: 40, email: ofText, initials: ofText, function: ofText, legalForm: ofText, town: ofText, group: ofText, partner: ofText, task: ofText, responsible: ofText, userId: ofText, tokenType: ofText, recordId: ofText,
};

function fieldLimits(index: ColumnIndex): { readonly meaning: ColumnMeaning; readonly index: number; readonly limit: number }[] {
  return [...index].flatMap(([meaning, at]) => {
    const limit = MOST_CHARACTERS[meaning];
    return limit === undefined ? [] : [{ meaning, index: at, limit }];
  });
}

const NOTHING_FOUND: readonly Remark[] = [];

function tooLongCell(text: string | undefined, limit: number): readonly Remark[] {
  if (text === undefined || text.length <= limit) return NOTHING_FOUND;
  return [{ category: 'cell-too-long', value: `${text.slice(0, 40)}…`, required: String(limit) }];
}

/** Prepares a sheet's rows for reading by meaning. */
export function createRowReader(plan: SheetPlan): (row: GridRow, isKnownSoleTrader?: (name: string) => boolean) => RowCells {
  const index: ColumnIndex = indexColumns(plan.columns);
  const names = plan.kind === 'secretary-overview' ? SECRETARY_COLUMN : FINDING_COLUMN;
  const named = columnNames(plan, names);
  const nameColumn = index.get('company') ?? index.get('name');
  const takeIn = createIntake(plan.columns);
  const limited = fieldLimits(index).map((field) => ({ ...field, name: names[field.meaning] ?? field.meaning }));
  const sheet: SheetCells = { index, names, isHeader: createHeaderCheck(plan.columns) };
  return (raw, isKnownSoleTrader) => {
    const name = nameColumn === undefined ? '' : (raw.cells[nameColumn]?.text ?? '');
    const row = takeIn(raw, isKnownSoleTrader?.(name));
    const place = placeOfRow(plan, raw.number);
    const list = createFindingList(plan.sheet === null ? place : { ...place, sheet: plan.sheet });
    for (const { index: at, remark } of row.remarks) list.add(named.get(at) ?? columnLetter(at), [remark]);
    for (const { index: at, name: column, limit } of limited) list.add(column, tooLongCell(row.cells[at]?.text, limit));
    return new SheetRow(row, list, sheet);
  };
}
