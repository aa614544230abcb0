import type { FileCard, FileKind, GridRow, ReadingContext, ReadingState, RowReading, SheetPlan, SheetReader } from '@ketenregie/exchange-domain';
import { closingOf, createReader, createReadingState, fileCard, openWorkbook, PLAN_ROWS, planSheet } from '@ketenregie/exchange-domain';
import { FILE_LIMITS } from './file-limits.js';
import { FileRefusedError } from './file-refused.error.js';
import type { CsvStream } from './read-csv.js';
import { openCsv } from './read-csv.js';

/** A file of which the card is known, and the readings of its rows come some at a time, once; what is known at the end comes last. */
export interface OpenedFile {
  /** The encoding of a text is certain only when its rows were read. */
  readonly card: () => FileCard;
  readonly readings: AsyncIterable<Iterable<RowReading>>;
  /** Lets go of the file, read to the end or not. */
  readonly close: () => void;
}

export interface CsvReadingOptions {
  readonly file: string;
  readonly context: ReadingContext;
  /** Said by a person; absent, it is guessed from the first rows. */
  readonly kind?: FileKind;
}

/** At least so many rows, where there are as many. */
async function take(rows: AsyncGenerator<Iterable<GridRow>>, count: number): Promise<GridRow[]> {
  const taken: GridRow[] = [];
  while (taken.length < count) {
    const next = await rows.next();
    if (next.done === true) break;
    taken.push(...next.value);
  }
  return taken;
}

/** One by one, as they are asked for: what a row gives is thrown away before the next is read. */
function* readEach(rows: Iterable<GridRow>, reader: SheetReader): Generator<RowReading> {
  for (const row of rows) yield reader.row(row);
}

async function* readRows(first: readonly GridRow[], rest: AsyncGenerator<Iterable<GridRow>>, { plan, state }: { plan: SheetPlan; state: ReadingState }): AsyncGenerator<Iterable<RowReading>> {
  const reader = createReader(plan, state);
  yield readEach(first, reader);
  for await (const rows of rest) yield readEach(rows, reader);
  yield [reader.end()];
  yield closingOf(plan.kind, state);
}

/** All readings of a file that is held in memory, made as they are walked over. */
export async function* allAtOnce(readings: Iterable<RowReading>): AsyncGenerator<Iterable<RowReading>> {
  yield readings;
}

const isFilled = ({ cells }: GridRow): boolean => cells.some((cell) => cell !== null);

/** A list without a header that is sure may lie on its side, which only the whole of it shows. */
async function openWhole(csv: CsvStream, first: readonly GridRow[], { file, context, ...options }: CsvReadingOptions): Promise<OpenedFile> {
  const rows = [...first, ...(await take(csv.rows, FILE_LIMITS.rows))];
  if (!rows.some(isFilled)) throw new FileRefusedError('Het bestand is leeg: er staat geen enkele gevulde cel in.', 'EMPTY');
  const workbook = { file, format: 'csv' as const, sheets: [{ name: 'csv', rows }], separator: csv.separator, encoding: csv.encoding() };
  const { card, readings } = openWorkbook(workbook, context, options);
  return { card: () => card, readings: allAtOnce(readings), close: () => undefined };
}

/**
 * Reads a text file while it arrives: plans from its first rows, then gives the readings of its rows, so that memory does not grow with the file.
 * Throws InvalidInputError where it is no list that we read, FileRefusedError where it is no text, empty or too large.
 */
export async function readCsvStream(source: AsyncIterable<Uint8Array>, { file, context, ...options }: CsvReadingOptions): Promise<OpenedFile> {
  const csv = await openCsv(source);
  const state = createReadingState(context);
  const first = await take(csv.rows, PLAN_ROWS);
  const plan = planSheet({ name: 'csv', rows: first }, { format: 'csv', matcher: state.matcher, sheetName: null, ...(options.kind && { kind: options.kind }) });
  if (plan === null || plan.headerRow === null) return openWhole(csv, first, { file, context, ...options });
  const card = (): FileCard => fileCard({ file, separator: csv.separator, encoding: csv.encoding(), kind: plan.kind, plans: [plan] }, context);
  return { card, readings: readRows(first, csv.rows, { plan, state }), close: () => undefined };
}
