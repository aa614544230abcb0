import type { GridWorkbook } from '@ketenregie/exchange-domain';
import { FILE_LIMITS, megabytes } from './file-limits.js';
import { FileRefusedError } from './file-refused.error.js';
import { openPackage } from './open-package.js';
import { readCsv } from './read-csv.js';
import { readOds } from './read-ods.js';
import { readXlsx } from './read-xlsx.js';

/** What the first bytes of a file show it to be. */
export type FileNature = 'empty' | 'zip' | 'old-office' | 'other' | 'text';

const SPREADSHEET_NAME = /\.(?:xlsx|xlsm|xltx|ods|ots|xls)$/i;
const MARKUP = /^\s*(?:<!doctype|<html|<\?xml|\{\\rtf)/i;

/** The nature of a file by its content; its name is not believed. The first 4 KB are enough. */
export function natureOf(bytes: Buffer): FileNature {
  if (bytes.length === 0) return 'empty';
  const start = bytes.subarray(0, 4096);
  if (start.readUInt32BE === undefined || start.length < 4) return 'text';
  const magic = start.readUInt32BE(0);
  if (magic === 0x504b0304 || magic === 0x504b0506) return 'zip';
  if (magic === 0xd0cf11e0) return 'old-office';
  const isKnownBinary = start.toString('latin1', 0, 4) === '%PDF' || magic === 0x89504e47 || magic >>> 8 === 0xffd8ff || magic >>> 16 === 0x1f8b;
  return isKnownBinary || MARKUP.test(start.toString('latin1', 0, 200)) || looksBinary(start) ? 'other' : 'text';
}

/** Control bytes that no text holds; NULs alone may be UTF-16, or a slip that is cleaned later. */
function looksBinary(start: Buffer): boolean {
  const odd = start.filter((byte) => (byte >= 1 && byte <= 8) || (byte >= 14 && byte <= 26) || (byte >= 28 && byte <= 31));
  return odd.length > start.length * 0.02;
}

function refusal(nature: Exclude<FileNature, 'zip' | 'text'>): FileRefusedError {
  switch (nature) {
    case 'empty':
      return new FileRefusedError('Het bestand is leeg (0 bytes). Controleer of u het juiste bestand hebt gekozen.', 'EMPTY');
    case 'old-office':
      return new FileRefusedError('Dit is een oude spreadsheet (.xls) of een bestand met een wachtwoord. Sla het zonder wachtwoord op als .xlsx en probeer het opnieuw.', 'LOCKED');
    default:
      return new FileRefusedError('Het bestand is geen spreadsheet. Kies een bestand van het soort .xlsx, .ods of .csv.');
  }
}

async function readPackage(bytes: Buffer, file: string): Promise<GridWorkbook> {
  const pack = await openPackage(bytes);
  return pack.has('content.xml') && !pack.has('[Content_Types].xml') ? readOds(pack, file) : readXlsx(pack, file);
}

/** What of a file is looked at to tell its nature. */
export interface FileStart {
  readonly name: string;
  readonly size: number;
  /** The first 4 KB. */
  readonly start: Buffer;
}

/** How a file is to be read, by its size and content. Throws FileRefusedError (FILE_REFUSED) for an empty one, one too large, and anything that is no spreadsheet. */
export function readableNature({ name, size, start }: FileStart): 'zip' | 'text' {
  if (size > FILE_LIMITS.fileBytes) throw new FileRefusedError(`Het bestand is te groot: het is meer dan ${megabytes(FILE_LIMITS.fileBytes)}. Splits het in kleinere bestanden.`, 'LARGE');
  const nature = natureOf(start);
  if (nature === 'zip' || (nature === 'text' && !SPREADSHEET_NAME.test(name))) return nature;
  throw refusal(nature === 'text' ? 'other' : nature);
}

/**
 * Reads the bytes of an xlsx, ods or csv file into the grid. Throws FileRefusedError (FILE_REFUSED) for an empty file, anything that is no
 * spreadsheet, and whatever exceeds FILE_LIMITS once unpacked. No formula is run and no link is followed.
 */
export async function readFileBytes(bytes: Buffer, file: string): Promise<GridWorkbook> {
  const nature = readableNature({ name: file, size: bytes.length, start: bytes });
  return nature === 'zip' ? readPackage(bytes, file) : readCsv(bytes, file);
}
