import type { FileKind, GridRow, ReadingContext, ReadingState, RowReading, SheetPlan, SheetReader } from '@ketenregie/exchange-domain';
import { createReader, createReadingState, PLAN_ROWS, planSheet } from '@ketenregie/exchange-domain';
import { InvalidInputError } from '@ketenregie/kernel';
import type { CsvStream } from './read-csv.js';
import { openCsv } from './read-csv.js';

/** A text file of any length, read row by row. */
export interface CsvReading {
  readonly plan: SheetPlan;
  /** Holds the companies met so far (`register`). */
  readonly state: ReadingState;
  readonly csv: CsvStream;
  readonly readings: AsyncGenerator<RowReading>;
}

export interface CsvReadingOptions {
  readonly kind?: FileKind;
  /** A plan corrected by a person; absent, it is guessed from the first rows. */
  readonly plan?: SheetPlan;
}

async function take(rows: AsyncGenerator<GridRow>, count: number): Promise<GridRow[]> {
  const taken: GridRow[] = [];
  while (taken.length < count) {
    const next = await rows.next();
    if (next.done === true) break;
    taken.push(next.value);
  }
  return taken;
}

async function* readAll(first: readonly GridRow[], rest: AsyncGenerator<GridRow>, reader: SheetReader): AsyncGenerator<RowReading> {
  for (const row of first) yield reader.row(row);
  for await (const row of rest) yield reader.row(row);
  yield reader.end();
}

/**
 * Reads a text file while it arrives: plans from its first rows, then gives one reading a row. Throws InvalidInputError where it is no list
 * that we read, FileRefusedError where it is no text or too large.
 */
export async function readCsvStream(source: AsyncIterable<Uint8Array>, context: ReadingContext, options: CsvReadingOptions = {}): Promise<CsvReading> {
  const csv = await openCsv(source);
  const state = createReadingState(context);
  const first = await take(csv.rows, PLAN_ROWS);
  const sheet = { name: 'csv', rows: first };
  const plan = options.plan ?? planSheet(sheet, { format: 'csv', matcher: state.matcher, sheetName: null, ...(options.kind && { kind: options.kind }) });
  if (plan === null) throw new InvalidInputError('In dit bestand is geen lijst herkend die ingelezen kan worden; kies zelf wat voor lijst het is.', 'kind');
  return { plan, state, csv, readings: readAll(first, csv.rows, createReader(plan, state)) };
}
