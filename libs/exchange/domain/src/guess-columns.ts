import { cleanText } from './clean-text.js';
import type { Column } from './column.js';
import { guessMeaningOfValues } from './guess-meaning.js';
import type { GridCell, GridRow } from './grid.js';
import { columnLetter } from './grid.js';
import type { ColumnMeaning } from './header.js';
import { meaningOfHeader } from './header.js';
import { redact } from './redact.js';
import { WITHHELD } from './findings.js';
import type { CatalogueMatcher } from '@ketenregie/catalogue-domain';

const SAMPLES = 3;
/** Strictest: a sample is shown before it is known what the column or the company is. */
const STRICT = { isNaturalPerson: true } as const;

/** Redacts a text that stands outside any column's rules, such as a header. */
export function redactLoose(text: string): string {
  return redact(cleanText(text).text, STRICT).text;
}

function sampleOf(cell: GridCell, meaning: ColumnMeaning | null): string {
  if (meaning === 'secret' || meaning === 'citizenNumber') return WITHHELD;
  const isCompanyNumber = meaning === 'kvk' || meaning === 'rsin';
  const shown = redact(cleanText(cell.text).text, { ...STRICT, isCompanyNumber }).text.slice(0, 80);
  // A nine-digit number in the KvK column may be a sole trader's: the row decides, a sample has no row.
  return isCompanyNumber && /^\D*\d{9}\D*$/.test(shown) ? WITHHELD : shown;
}

function valuesOf(rows: readonly GridRow[], index: number): GridCell[] {
  return rows.map((row) => row.cells[index] ?? null).filter((cell) => cell !== null && cell.text.trim() !== '') as GridCell[];
}

function meaningsByHeader(header: GridRow | null, width: number): (ColumnMeaning | null)[] {
  return Array.from({ length: width }, (_, index) => meaningOfHeader(header?.cells[index]?.text ?? ''));
}

/** A second column of one meaning, or one whose header says nothing, is told by what stands in it. */
function fillIn(meanings: (ColumnMeaning | null)[], rows: readonly GridRow[], matcher: CatalogueMatcher): void {
  meanings.forEach((meaning, index) => {
    const isRepeated = meaning !== null && meanings.indexOf(meaning) < index;
    const values = valuesOf(rows, index);
    const isMistaken = meaning === 'services' && guessMeaningOfValues(values, matcher) === 'status' && !meanings.includes('status');
    if (meaning !== null && !isRepeated && !isMistaken) return;
    const guess = guessMeaningOfValues(values, matcher);
    if (guess !== null && (!meanings.includes(guess) || isMistaken)) meanings[index] = guess;
    else if (isRepeated) meanings[index] = null;
  });
}

/** Guesses what each column means, from its header and, where that says nothing, from its first rows. */
export function guessColumns(header: GridRow | null, rows: readonly GridRow[], matcher: CatalogueMatcher): Column[] {
  const width = Math.max(header?.cells.length ?? 0, ...rows.map((row) => row.cells.length));
  const meanings = meaningsByHeader(header, width);
  fillIn(meanings, rows, matcher);
  return meanings.map((meaning, index) => ({
    index,
    letter: columnLetter(index),
    header: redactLoose(header?.cells[index]?.text ?? ''),
    meaning,
    samples: valuesOf(rows, index).slice(0, SAMPLES).map((cell) => sampleOf(cell, meaning)),
  }));
}
