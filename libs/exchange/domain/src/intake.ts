import { isTradeNameOfPerson, saysSoleTrader } from './citizen-number.js';
import { cleanText, looksLikeFormula } from './clean-text.js';
import type { Column } from './column.js';
import type { Remark } from './findings.js';
import { WITHHELD } from './findings.js';
import type { GridCell, GridRow } from './grid.js';
import type { ColumnMeaning } from './header.js';
import { redact } from './redact.js';
import { remember } from './remember.js';

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
  /** Null: nothing is left of the text. */
  readonly cell: GridCell | null;
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
  const isUnusual = hadUnusual && meaning !== null && NAME_COLUMNS.has(meaning);
  const isFormula = cell.isFormula === true || (cell.kind === 'text' && looksLikeFormula(text));
  const kept = text === '' ? null : text === cell.text ? cell : { ...cell, text };
  if (!isUnusual && !isFormula) return { cell: kept, remarks };
  const found = [...remarks, ...(isUnusual ? [{ category: 'unusual-characters', value: text } as const] : []), ...(isFormula ? [{ category: 'formula-cell', value: text } as const] : [])];
  return { cell: kept, remarks: found };
}

/** What the gate says of one text of a column, found once: its own word about the row's company, and itself beside a natural person and not. */
interface Known {
  /** Of its column. */
  readonly meaning: ColumnMeaning | null;
  readonly saysNaturalPerson: boolean;
  ordinary: Gated | null;
  personal: Gated | null;
}

/** The gate of one column. Columns repeat their texts, so what it said of a short one is remembered. */
type ColumnGate = (cell: GridCell) => Known;

/** Longer texts are notes, and hardly come twice. */
const LONGEST_REMEMBERED = 80;

function columnGate(meaning: ColumnMeaning | null, isNameColumn: boolean): ColumnGate {
  const says = (cell: GridCell): boolean => (cell.kind === 'text' && saysSoleTrader(cell.text)) || (isNameColumn && isTradeNameOfPerson(cell.text));
  const learn = (cell: GridCell): Known => ({ meaning, saysNaturalPerson: says(cell), ordinary: null, personal: null });
  const texts = remember((text) => learn({ kind: 'text', text }));
  const isPlain = (cell: GridCell): boolean => cell.kind === 'text' && cell.isFormula !== true && cell.isStruck !== true && cell.isGrey !== true;
  return (cell) => (isPlain(cell) && cell.text.length <= LONGEST_REMEMBERED ? texts(cell.text) : learn(cell));
}

function gated(known: Known, cell: GridCell, isNaturalPerson: boolean): Gated {
  return isNaturalPerson ? (known.personal ??= gate(cell, known.meaning, true)) : (known.ordinary ??= gate(cell, known.meaning, false));
}

/** Whether so large a share of a row's filled cells look a way; nearly always none does. */
function share(cells: readonly (GridCell | null)[], filled: readonly number[], looks: 'isStruck' | 'isGrey'): number {
  let count = 0;
  for (const index of filled) if (cells[index]?.[looks] === true) count += 1;
  return count === 0 ? 0 : count / filled.length;
}

const isFilled = (cell: GridCell | null): cell is GridCell => cell !== null && (cell.text.charCodeAt(0) > 32 || cell.text.trim() !== '');

/** The gate of a sheet. `isKnownNaturalPerson`: the register knows the row's company as a sole trader. */
export function createIntake(columns: readonly Column[]): (row: GridRow, isKnownNaturalPerson?: boolean) => IntakeRow {
  const meanings = new Map(columns.map((column) => [column.index, column.meaning]));
  const named = columns.find((column) => column.meaning === 'company' || column.meaning === 'name')?.index;
  const gates: ColumnGate[] = [];
  const gateAt = (index: number): ColumnGate => (gates[index] ??= columnGate(meanings.get(index) ?? null, index === named));
  /** What the gates know of the cells of the row at hand. */
  const known: (Known | null)[] = [];
  return (row, isKnownNaturalPerson = false) => {
    let isNaturalPerson = isKnownNaturalPerson;
    for (let index = 0; index < row.cells.length; index += 1) {
      const cell = row.cells[index] ?? null;
      const one = isFilled(cell) ? gateAt(index)(cell) : null;
      known[index] = one;
      isNaturalPerson ||= one !== null && one.saysNaturalPerson;
    }
    return pass(row, known, isNaturalPerson);
  };
}

type PlacedRemark = IntakeRow['remarks'][number];
const NO_REMARKS: readonly PlacedRemark[] = [];

/** Lets a row through, when all its cells have said whether it is about a natural person. */
function pass(row: GridRow, known: readonly (Known | null)[], isNaturalPerson: boolean): IntakeRow {
  let remarks = NO_REMARKS;
  let looks = false;
  const filled: number[] = [];
  let cells = row.cells;
  for (let index = 0; index < row.cells.length; index += 1) {
    const one = known[index];
    const raw = row.cells[index];
    const passed = one == null || raw == null ? null : gated(one, raw, isNaturalPerson);
    const cell = passed?.cell ?? null;
    if (passed !== null && passed.remarks.length > 0) remarks = [...remarks, ...passed.remarks.map((remark) => ({ index, remark }))];
    if (cell !== null) filled.push(index);
    // Nearly always all pass as they are; a remembered cell is another object with the same text.
    if (cell?.text !== raw?.text) cells = cells.with(index, cell);
    looks ||= raw?.isStruck === true || raw?.isGrey === true;
  }
  return { number: row.number, cells, remarks, filled, isStruck: looks && share(cells, filled, 'isStruck') === 1, isGrey: looks && share(cells, filled, 'isGrey') >= 0.5, isNaturalPerson };
}
