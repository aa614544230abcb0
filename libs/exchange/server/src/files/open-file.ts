import { createReadStream } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import type { FileKind, ReadingContext } from '@ketenregie/exchange-domain';
import { openWorkbook } from '@ketenregie/exchange-domain';
import { allAtOnce, type CsvReadingOptions, type OpenedFile, readCsvStream } from './read-csv-stream.js';
import { readFileBytes, readableNature } from './read-file.js';

/** Where the bytes of a file are: in memory, or in a file of our own of which size and hash were taken while it came in. */
export type FileSource = { readonly bytes: Buffer } | { readonly path: string; readonly size: number; readonly sha256: string };

export interface OpenFileOptions {
  readonly name: string;
  readonly context: ReadingContext;
  /** Said by a person; absent, it is recognised. */
  readonly kind?: FileKind;
}

const START = 4096;
const PIECE = 64 * 1024;

async function startOf(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(START), 0, START, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function* piecesOf(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}

/**
 * Opens a file to be read by the reading rules: a text as it is read, a spreadsheet from memory. Throws FileRefusedError
 * (FILE_REFUSED) where it cannot be read, InvalidInputError (field `kind`) where it is no list that we read.
 */
export async function openFile(source: FileSource, { name, context, kind }: OpenFileOptions): Promise<OpenedFile> {
  const isInMemory = 'bytes' in source;
  const nature = readableNature({ name, size: isInMemory ? source.bytes.length : source.size, start: isInMemory ? source.bytes : await startOf(source.path) });
  const said = kind === undefined ? {} : { kind };
  if (nature === 'text') return openText(source, { file: name, context, ...said });
  const workbook = await readFileBytes(isInMemory ? source.bytes : await readFile(source.path), name);
  const { card, readings } = openWorkbook(workbook, context, said);
  return { card: () => card, readings: allAtOnce(readings), close: () => undefined };
}

async function openText(source: FileSource, options: CsvReadingOptions): Promise<OpenedFile> {
  if ('bytes' in source) return readCsvStream(piecesOf(source.bytes), options);
  const stream = createReadStream(source.path);
  const close = (): void => void stream.destroy();
  try {
    return { ...(await readCsvStream(stream, options)), close };
  } catch (error) {
    close();
    throw error;
  }
}
