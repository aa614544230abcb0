import type { Readable } from 'node:stream';
import type { Entry, ZipFile } from 'yauzl';
import { fromBuffer } from 'yauzl';
import { FILE_LIMITS, megabytes } from './file-limits.js';
import { FileRefusedError } from './file-refused.error.js';

/** The parts of a zipped spreadsheet, unpacked one at a time and counted as they are. */
export interface Package {
  has(name: string): boolean;
  /** The part's bytes as they unpack; refuses as soon as it grows beyond the limits. */
  read(name: string): AsyncGenerator<Buffer>;
}

const NOT_A_SPREADSHEET = 'Het bestand is geen spreadsheet, of het is beschadigd. Sla het op als .xlsx, .ods of .csv en probeer het opnieuw.';

/** Any fault of the package itself: its maker's problem, not ours. */
export function brokenPackage(): FileRefusedError {
  return new FileRefusedError(NOT_A_SPREADSHEET);
}

function open(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true }, (error, zip) => (error ? reject(brokenPackage()) : resolve(zip)));
  });
}

function list(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > FILE_LIMITS.entries) return Promise.reject(new FileRefusedError(`Het bestand bestaat uit ${zip.entryCount} delen; dat is te veel voor een spreadsheet.`, 'LARGE'));
  const entries = new Map<string, Entry>();
  return new Promise((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      entries.set(entry.fileName.replace(/^\/+/, ''), entry);
      zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', () => reject(brokenPackage()));
    zip.readEntry();
  });
}

function unpack(zip: ZipFile, entry: Entry): Promise<Readable> {
  if (entry.isEncrypted()) return Promise.reject(new FileRefusedError('Het bestand is beveiligd met een wachtwoord. Sla het zonder wachtwoord op en probeer het opnieuw.', 'LOCKED'));
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error ? reject(brokenPackage()) : resolve(stream)));
  });
}

function assertSize(part: number, total: number): void {
  const limit = part > FILE_LIMITS.partBytes ? FILE_LIMITS.partBytes : FILE_LIMITS.totalBytes;
  if (part <= FILE_LIMITS.partBytes && total <= FILE_LIMITS.totalBytes) return;
  throw new FileRefusedError(`Het bestand is te groot: uitgepakt is het meer dan ${megabytes(limit)}. Verwijder wat niet nodig is, of splits het.`, 'LARGE');
}

/** Opens a zip package held in memory. Throws FileRefusedError where it is none, is damaged, or has too many parts. */
export async function openPackage(bytes: Buffer): Promise<Package> {
  const zip = await open(bytes);
  const entries = await list(zip);
  let total = 0;
  return {
    has: (name) => entries.has(name),
    async *read(name) {
      const entry = entries.get(name);
      if (!entry) throw brokenPackage();
      let part = 0;
      const stream = await unpack(zip, entry);
      try {
        for await (const chunk of stream as AsyncIterable<Buffer>) {
          part += chunk.length;
          total += chunk.length;
          assertSize(part, total);
          yield chunk;
        }
      } catch (error) {
        throw error instanceof FileRefusedError ? error : brokenPackage();
      } finally {
        stream.destroy();
      }
    },
  };
}
