import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { type FileHandle, open, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { newId } from '@ketenregie/kernel';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { FILE_LIMITS, FileRefusedError, megabytes } from './files/index.js';

/** A file that came in, kept for as long as it is read; only this process's user can open it. */
export interface IncomingFile {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
}

const ownFolder = (): string => join(tmpdir(), `ketenregie-incoming-${userInfo().uid}`);

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Removes what a process left behind that was killed while it read a file; a file's name begins with the process that took it in. */
function clearLeftovers(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(folder)) if (!isAlive(Number(name.split('-')[0]))) rmSync(join(folder, name), { force: true });
}

const tooLarge = (): FileRefusedError => new FileRefusedError(`Het bestand is te groot: het is meer dan ${megabytes(FILE_LIMITS.fileBytes)}. Splits het in kleinere bestanden.`, 'LARGE');

/** Who sends more than this is not heard to the end. */
const MOST_HEARD = 8 * FILE_LIMITS.fileBytes;

/**
 * Writes a body away, counted as it comes; of one that is longer than a file may be nothing more is kept. It is heard to its end all the same, as is one that
 * cannot be written: a proxy that is still sending when the answer comes and the connection ends tells the browser "bad gateway" instead of our answer.
 */
async function receiveInto(file: FileHandle, body: AsyncIterable<Buffer>): Promise<Omit<IncomingFile, 'path'>> {
  const hash = createHash('sha256');
  let size = 0;
  let refusal: Error | null = null;
  for await (const part of body) {
    size += part.length;
    if (size > MOST_HEARD) break;
    if (size > FILE_LIMITS.fileBytes) refusal ??= tooLarge();
    if (refusal !== null) continue;
    hash.update(part);
    refusal = await file.write(part).then(() => null, (error: Error) => error);
  }
  if (refusal !== null) throw refusal;
  return { size, sha256: hash.digest('hex') };
}

/** Files on their way in: on disk while they are read, gone afterwards whatever happens, also when the process is killed. */
@Injectable()
export class IncomingFiles implements OnModuleDestroy {
  private readonly work = new Set<Promise<void>>();
  private folder: string | null = null;

  /** Takes a body in. Refuses one that is too large (FILE_REFUSED), and keeps nothing of it. */
  async receive(body: AsyncIterable<Buffer>): Promise<IncomingFile> {
    const path = join(this.ready(), `${process.pid}-${newId()}`);
    const file = await open(path, 'wx', 0o600);
    try {
      return { path, ...(await receiveInto(file, body)) };
    } catch (error) {
      await this.forget({ path });
      throw error;
    } finally {
      await file.close();
    }
  }

  /** Lets work on a file go on after the answer; the file is gone when it ends. Its failure is kept where the work keeps it. */
  continueWith({ path }: Pick<IncomingFile, 'path'>, work: Promise<unknown>): void {
    const ended = work.then(() => undefined, () => undefined).then(() => this.forget({ path })).finally(() => this.work.delete(ended));
    this.work.add(ended);
  }

  /** Removes a file; harmless when it is gone. */
  async forget({ path }: Pick<IncomingFile, 'path'>): Promise<void> {
    await rm(path, { force: true });
  }

  /** Work in hand ends before the process lets go of the database. */
  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.work);
  }

  private ready(): string {
    if (this.folder === null) {
      this.folder = ownFolder();
      clearLeftovers(this.folder);
    }
    return this.folder;
  }
}
