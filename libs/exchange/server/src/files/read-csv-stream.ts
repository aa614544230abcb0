import type { FileCard, FileKind, GridRow, ReadingContext, ReadingState, RowReading, SheetPlan } from '@ketenregie/exchange-domain';
import { closingOf, createReader, createReadingState, fileCard, openWorkbook, PLAN_ROWS, planSheet } from '@ketenregie/exchange-domain';
import { FILE_LIMITS } from './file-limits.js';
import { FileRefusedError } from './file-refused.error.js';
import type { CsvStream } from './read-csv.js';
import { openCsv } from './read-csv.js';

/** A file of which the card is known, and the rows come one by one, once; what is known at the end comes last. */
export interface OpenedFile {
  /** The encoding of a text is certain only when its rows were read. */
  readonly card: () => FileCard;
  readonly readings: AsyncIterable<RowReading>;
  /** Lets go of the file, read to the end or not. */
  readonly close: () => void;
}

export interface CsvReadingOptions {
  readonly file: string;
  readonly context: ReadingContext;
  /** Said by a person; absent, it is guessed from the first rows. */
  readonly kind?: FileKind;
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

async function* rowByRow(first: readonly GridRow[], rest: AsyncGenerator<GridRow>, { plan, state }: { plan: SheetPlan; state: ReadingState }): AsyncGenerator<RowReading> {
  const reader = createReader(plan, state);
  for (const row of first) yield reader.row(row);
  for await (const row of rest) yield reader.row(row);
  yield reader.end();
  yield closingOf(plan.kind, state);
}

async function* each<Value>(values: Iterable<Value>): AsyncGenerator<Value> {
  yield* values;
}

const isFilled = ({ cells }: GridRow): boolean => cells.some((cell) => cell !== null);

/** A list without a header that is sure may lie on its side, which only the whole of it shows. */
async function openWhole(csv: CsvStream, first: readonly GridRow[], { file, context, ...options }: CsvReadingOptions): Promise<OpenedFile> {
  const rows = [...first, ...(await take(csv.rows, FILE_LIMITS.rows))];
  if (!rows.some(isFilled)) throw new FileRefusedError('Het bestand is leeg: er staat geen enkele gevulde cel in.');
  const workbook = { file, format: 'csv' as const, sheets: [{ name: 'csv', rows }], separator: csv.separator, encoding: csv.encoding() };
  const { card, readings } = openWorkbook(workbook, context, options);
  return { card: () => card, readings: each(readings), close: () => undefined };
}

/**
 * Reads a text file while it arrives: plans from its first rows, then gives one reading a row, so that memory does not grow with the file.
 * Throws InvalidInputError where it is no list that we read, FileRefusedError where it is no text, empty or too large.
 */
export async function readCsvStream(source: AsyncIterable<Uint8Array>, { file, context, ...options }: CsvReadingOptions): Promise<OpenedFile> {
  const csv = await openCsv(source);
  const state = createReadingState(context);
  const first = await take(csv.rows, PLAN_ROWS);
  const plan = planSheet({ name: 'csv', rows: first }, { format: 'csv', matcher: state.matcher, sheetName: null, ...(options.kind && { kind: options.kind }) });
  if (plan === null || plan.headerRow === null) return openWhole(csv, first, { file, context, ...options });
  const card = (): FileCard => fileCard({ file, separator: csv.separator, encoding: csv.encoding(), kind: plan.kind, plans: [plan] }, context);
  return { card, readings: rowByRow(first, csv.rows, { plan, state }), close: () => undefined };
}
