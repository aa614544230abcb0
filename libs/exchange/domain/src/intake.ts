import { isTradeNameOfPerson, saysSoleTrader } from './citizen-number.js';
import { cleanText, looksLikeFormula } from './clean-text.js';
import type { Column } from './column.js';
import type { Remark } from './findings.js';
import { WITHHELD } from './findings.js';
import type { GridCell, GridRow } from './grid.js';
import type { ColumnMeaning } from './header.js';
import { redact } from './redact.js';

/** A row after the gate: text made plain, secrets and citizen numbers gone. Nothing downstream has seen the raw text. */
export interface IntakeRow {
  readonly number: number;
  readonly cells: readonly (GridCell | null)[];
  /** What the gate found, by column. */
  readonly remarks: readonly { readonly index: number; readonly remark: Remark }[];
  readonly filled: readonly number[];
  readonly isStruck: boolean;
  readonly isGrey: boolean;
  /** The row is about a sole trader: nine digits may be his citizen number. */
  readonly isNaturalPerson: boolean;
}

const NAME_COLUMNS: ReadonlySet<ColumnMeaning> = new Set(['company', 'name', 'firstName', 'lastName', 'persons']);
const NUMBER_COLUMNS: ReadonlySet<ColumnMeaning> = new Set(['kvk', 'rsin', 'intermediary']);

/** No cell of a column that we read is longer; what stands behind is no name, number or list. Notes are kept whole. */
const LONGEST = 2000;

interface Gated {
  readonly cell: GridCell;
  readonly remarks: readonly Remark[];
}

/** A column that is there for passwords or citizen numbers keeps nothing, whatever its cells look like. */
function withheldColumn(cell: GridCell, meaning: ColumnMeaning | null): Gated | null {
  if (meaning !== 'secret' && meaning !== 'citizenNumber') return null;
  const category = meaning === 'secret' ? 'secret-in-text' : 'bsn-in-text';
  return { cell: { ...cell, kind: 'text', text: WITHHELD }, remarks: [{ category, value: WITHHELD }] };
}

function gate(cell: GridCell, meaning: ColumnMeaning | null, isNaturalPerson: boolean): Gated {
  const closed = withheldColumn(cell, meaning);
  if (closed) return closed;
  const { text: plain, hadUnusual } = cleanText(meaning === null || meaning === 'note' ? cell.text : cell.text.slice(0, LONGEST));
  const isCompanyNumber = meaning !== null && NUMBER_COLUMNS.has(meaning);
  const { text, remarks } = redact(plain, { isNaturalPerson, isCompanyNumber });
  const found: Remark[] = [...remarks];
  if (hadUnusual && meaning !== null && NAME_COLUMNS.has(meaning)) found.push({ category: 'unusual-characters', value: text });
  if (cell.isFormula === true || (cell.kind === 'text' && looksLikeFormula(text))) found.push({ category: 'formula-cell', value: text });
  return { cell: { ...cell, text }, remarks: found };
}

function isAboutNaturalPerson(row: GridRow, columns: readonly Column[]): boolean {
  const name = columns.find((column) => column.meaning === 'company' || column.meaning === 'name');
  const says = row.cells.some((cell) => cell !== null && cell.kind === 'text' && saysSoleTrader(cell.text));
  return says || (name !== undefined && isTradeNameOfPerson(row.cells[name.index]?.text ?? ''));
}

/** Lets a row through the gate. `isKnownNaturalPerson`: the register knows the row's company as a sole trader. */
export function takeIn(row: GridRow, columns: readonly Column[], isKnownNaturalPerson = false): IntakeRow {
  const isNaturalPerson = isKnownNaturalPerson || isAboutNaturalPerson(row, columns);
  const meanings = new Map(columns.map((column) => [column.index, column.meaning]));
  const remarks: { index: number; remark: Remark }[] = [];
  const filled: number[] = [];
  const cells = row.cells.map((raw, index) => {
    if (raw === null || raw.text.trim() === '') return null;
    const gated = gate(raw, meanings.get(index) ?? null, isNaturalPerson);
    for (const remark of gated.remarks) remarks.push({ index, remark });
    if (gated.cell.text === '') return null;
    filled.push(index);
    return gated.cell;
  });
  const share = (looks: 'isStruck' | 'isGrey'): number => filled.filter((index) => cells[index]?.[looks] === true).length / Math.max(1, filled.length);
  return { number: row.number, cells, remarks, filled, isStruck: share('isStruck') === 1, isGrey: share('isGrey') >= 0.5, isNaturalPerson };
}
