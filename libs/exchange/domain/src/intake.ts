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
  const found: Remark[] = [...remarks];
  if (hadUnusual && meaning !== null && NAME_COLUMNS.has(meaning)) found.push({ category: 'unusual-characters', value: text });
  if (cell.isFormula === true || (cell.kind === 'text' && looksLikeFormula(text))) found.push({ category: 'formula-cell', value: text });
  return { cell: text === '' ? null : text === cell.text ? cell : { ...cell, text }, remarks: found };
}

/** What the gate says of one text of a column, found once: its own word about the row's company, and itself beside a natural person and not. */
interface Known {
  readonly saysNaturalPerson: boolean;
  ordinary: Gated | null;
  personal: Gated | null;
}

/** The gate of one column. Columns repeat their texts, so what it said of a short one is remembered. */
interface ColumnGate {
  readonly meaning: ColumnMeaning | null;
  know(cell: GridCell): Known;
}

/** Longer texts are notes, and hardly come twice. */
const LONGEST_REMEMBERED = 80;

function columnGate(meaning: ColumnMeaning | null, isNameColumn: boolean): ColumnGate {
  const says = (cell: GridCell): boolean => (cell.kind === 'text' && saysSoleTrader(cell.text)) || (isNameColumn && isTradeNameOfPerson(cell.text));
  const learn = (cell: GridCell): Known => ({ saysNaturalPerson: says(cell), ordinary: null, personal: null });
  const texts = remember((text) => learn({ kind: 'text', text }));
  const isPlain = (cell: GridCell): boolean => cell.kind === 'text' && cell.isFormula !== true && cell.isStruck !== true && cell.isGrey !== true;
  return { meaning, know: (cell) => (isPlain(cell) && cell.text.length <= LONGEST_REMEMBERED ? texts(cell.text) : learn(cell)) };
}

function gated(known: Known, cell: GridCell, { meaning, isNaturalPerson }: { meaning: ColumnMeaning | null; isNaturalPerson: boolean }): Gated {
  return isNaturalPerson ? (known.personal ??= gate(cell, meaning, true)) : (known.ordinary ??= gate(cell, meaning, false));
}

/** How many of a row's filled cells look a way; nearly always none. */
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
  return (row, isKnownNaturalPerson = false) => {
    const known: (Known | null)[] = [];
    let isNaturalPerson = isKnownNaturalPerson;
    for (let index = 0; index < row.cells.length; index += 1) {
      const cell = row.cells[index] ?? null;
      const one = isFilled(cell) ? gateAt(index).know(cell) : null;
      known.push(one);
      isNaturalPerson ||= one !== null && one.saysNaturalPerson;
    }
    return pass(row, known, { isNaturalPerson, meaningAt: (index) => gateAt(index).meaning });
  };
}

/** Lets a row through, when all its cells have said whether it is about a natural person. */
function pass(row: GridRow, known: readonly (Known | null)[], { isNaturalPerson, meaningAt }: { isNaturalPerson: boolean; meaningAt: (index: number) => ColumnMeaning | null }): IntakeRow {
  const remarks: { index: number; remark: Remark }[] = [];
  const filled: number[] = [];
  const cells: (GridCell | null)[] = [];
  for (let index = 0; index < known.length; index += 1) {
    const [one, raw] = [known[index] ?? null, row.cells[index] ?? null];
    const { cell, remarks: own } = one === null || raw === null ? NOTHING : gated(one, raw, { meaning: meaningAt(index), isNaturalPerson });
    for (const remark of own) remarks.push({ index, remark });
    if (cell !== null) filled.push(index);
    cells.push(cell);
  }
  return { number: row.number, cells, remarks, filled, isStruck: share(cells, filled, 'isStruck') === 1, isGrey: share(cells, filled, 'isGrey') >= 0.5, isNaturalPerson };
}

const NOTHING: Gated = { cell: null, remarks: [] };
