import { finished } from 'node:stream/promises';
import type { GridCell, GridRow, GridWorkbook } from '@ketenregie/exchange-domain';
import { Parser } from 'csv-parse';
import { createSizeGuard, FILE_LIMITS } from './file-limits.js';
import { FileRefusedError } from './file-refused.error.js';
import type { Delimiter } from './sniff-delimiter.js';
import { SEPARATOR_LINE, sniffDelimiter } from './sniff-delimiter.js';
import type { TextEncoding, TextStream } from './text-encoding.js';
import { createTextStream } from './text-encoding.js';

/** A text file being read: its form is known at once, its rows come some at a time. The encoding is certain only at the end. */
export interface CsvStream {
  readonly separator: Delimiter;
  encoding(): TextEncoding;
  /** Each row is made when it is asked for, and is to be thrown away before the next. */
  readonly rows: AsyncGenerator<Iterable<GridRow>>;
}

const SNIFF_BYTES = 64 * 1024;
/**
 * Characters that are parsed in one go. Where more records live at once, the engine takes it that records live long, makes all of them among what is
 * old, and then none of them is cleared away before the next great collection.
 */
const PARSED_AT_ONCE = 4096;

/** The first bytes to sniff, and an iterator that goes on behind them. */
async function firstBytes(source: AsyncIterable<Uint8Array>): Promise<{ first: Buffer; rest: AsyncIterator<Uint8Array>; isDone: boolean }> {
  const rest = source[Symbol.asyncIterator]();
  const parts: Uint8Array[] = [];
  for (let size = 0; size < SNIFF_BYTES; ) {
    const next = await rest.next();
    if (next.done === true) return { first: Buffer.concat(parts), rest, isDone: true };
    parts.push(next.value);
    size += next.value.length;
  }
  return { first: Buffer.concat(parts), rest, isDone: false };
}

async function* textsAfter(opening: string, rest: AsyncIterator<Uint8Array>, stream: TextStream): AsyncGenerator<string> {
  yield opening;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield stream.decode(next.value, false);
  yield stream.decode(new Uint8Array(), true);
}

/** Makes every line break `\n`, also one that is cut in two by the end of a chunk. */
async function* withPlainBreaks(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let held = '';
  for await (const text of texts) {
    const whole = held + text;
    held = whole.endsWith('\r') ? '\r' : '';
    yield whole.slice(0, whole.length - held.length).replace(/\r\n?/g, '\n');
  }
  if (held !== '') yield '\n';
}

/**
 * Keeps its records until they are taken. The stream's own queue is a list of which each link holds the next: once one link has grown old, every
 * record behind it is kept until the next great collection, and that took a third of all the time of reading.
 */
class Records extends Parser {
  private held: string[][] = [];

  override push(record: string[] | null): boolean {
    if (record !== null) this.held.push(record);
    return true;
  }

  /** Those that were read since they were taken last. */
  taken(): readonly string[][] {
    const { held } = this;
    this.held = [];
    return held;
  }
}

function parserFor(delimiter: Delimiter): Records {
  return new Records({ delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: false, record_delimiter: '\n', max_record_size: 4 * FILE_LIMITS.cellCharacters });
}

/**
 * A class, and no object written in place: of those the engine learns from the first rows, which are kept to find the header, that they live long. It then
 * makes all later ones among what is old, where each keeps its text alive until the next great collection.
 */
class TextCell implements GridCell {
  readonly kind = 'text';

  constructor(readonly text: string) {}
}

class TextRow implements GridRow {
  constructor(
    readonly number: number,
    readonly cells: readonly (GridCell | null)[],
  ) {}
}

/** Nearly every text shows by its first character that it is not. */
function isBlank(text: string): boolean {
  const first = text.charCodeAt(0);
  return !(first > 0x20 && first < 0x7f) && text.trim() === '';
}

/** The record's own list becomes that of its cells. */
function rowOf(record: string[], number: number): GridRow {
  if (record.length > FILE_LIMITS.columns) record.length = FILE_LIMITS.columns;
  const cells: (string | GridCell | null)[] = record;
  for (let at = 0; at < record.length; at += 1) {
    const text = record[at] ?? '';
    cells[at] = isBlank(text) ? null : new TextCell(text.length > FILE_LIMITS.cellCharacters ? text.slice(0, FILE_LIMITS.cellCharacters) : text);
  }
  return new TextRow(number, cells as (GridCell | null)[]);
}

/** Lets what a stream says of itself come through, and whoever else waits. */
const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * The records of a text, a chunk of it at a time.
 * Throws what the parser throws, when all before it were given.
 */
async function* recordsOf(texts: AsyncIterable<string>, delimiter: Delimiter): AsyncGenerator<readonly string[][]> {
  const parser = parserFor(delimiter);
  const failed: Error[] = [];
  parser.on('error', (error) => failed.push(error));
  try {
    for await (const text of texts) {
      for (let at = 0; at < text.length; at += PARSED_AT_ONCE) {
        parser.write(text.slice(at, at + PARSED_AT_ONCE));
        yield parser.taken();
        await breathe();
        if (failed[0] !== undefined) throw failed[0];
      }
    }
    parser.end();
    await finished(parser, { readable: false });
    yield parser.taken();
  } finally {
    parser.destroy();
  }
}

async function* rowsOf(texts: AsyncIterable<string>, delimiter: Delimiter): AsyncGenerator<Iterable<GridRow>> {
  const guard = createSizeGuard();
  let number = 0;
  function* numbered(records: readonly string[][]): Generator<GridRow> {
    for (const record of records) {
      number += 1;
      const row = rowOf(record, number);
      guard.row(row.cells.length);
      yield row;
    }
  }
  try {
    for await (const records of recordsOf(texts, delimiter)) yield numbered(records);
  } catch (error) {
    if (error instanceof FileRefusedError) throw error;
    throw new FileRefusedError(`Het bestand is niet te lezen na regel ${number}: controleer de aanhalingstekens daar en sla het opnieuw op.`, 'BROKEN');
  }
}

/** Opens a text file of any length: sniffs encoding and separator from its first 64 KB, then streams. Row numbers are record numbers. */
export async function openCsv(source: AsyncIterable<Uint8Array>): Promise<CsvStream> {
  const { first, rest, isDone } = await firstBytes(source);
  const { stream, mark } = createTextStream(first);
  const decoded = stream.decode(first.subarray(mark), isDone);
  const hint = SEPARATOR_LINE.exec(decoded);
  const opening = hint ? decoded.slice(hint[0].length) : decoded;
  const separator = (hint?.[1] as Delimiter | undefined) ?? sniffDelimiter(opening);
  return { separator, encoding: () => stream.encoding(), rows: rowsOf(withPlainBreaks(textsAfter(opening, rest, stream)), separator) };
}

/** Reads a whole text file into the grid. */
export async function readCsv(bytes: Buffer, file: string): Promise<GridWorkbook> {
  const csv = await openCsv(chunksOf(bytes));
  const rows: GridRow[] = [];
  for await (const some of csv.rows) rows.push(...some);
  if (!rows.some((row) => row.cells.some((cell) => cell !== null))) throw new FileRefusedError('Het bestand is leeg: er staat geen enkele gevulde cel in.', 'EMPTY');
  return { file, format: 'csv', sheets: [{ name: 'csv', rows }], separator: csv.separator, encoding: csv.encoding() };
}

async function* chunksOf(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += SNIFF_BYTES) yield bytes.subarray(at, at + SNIFF_BYTES);
}
