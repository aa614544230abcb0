import { accessSync, constants, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DomainError } from '@ketenregie/kernel';

const OTHER = 'Choose another folder: DATA_DIR=/another/folder npm start';

/** What the system says of a folder that cannot be used, in words, and what to do about it. */
const REASONS: Readonly<Record<string, readonly [reason: string, remedy: string]>> = {
  EACCES: ['this user may not write there', `Start as the user it belongs to, or give it to this one. ${OTHER}`],
  EPERM: ['this user may not write there', `Start as the user it belongs to, or give it to this one. ${OTHER}`],
  EROFS: ['it is on a read-only file system', OTHER],
  EEXIST: ['it is a file', OTHER],
  ENOTDIR: ['it is below a file', OTHER],
  ENOENT: ['it cannot be made there', OTHER],
  ENOSPC: ['its disk is full', `Make room and start again; nothing is lost. ${OTHER}`],
  EDQUOT: ['the quota of this user is used up', `Make room and start again; nothing is lost. ${OTHER}`],
};

/** Large enough for an answer about a full disk: an empty file finds room on any. */
const TRIED_BYTES = 64 * 1024;

function assertWritable(dataDir: string): void {
  // The cluster of another user is found out here, and not by a server that does not start.
  accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  const probe = join(dataDir, `.probe-${process.pid}`);
  try {
    writeFileSync(probe, Buffer.alloc(TRIED_BYTES), { mode: 0o600 });
  } finally {
    rmSync(probe, { force: true });
  }
}

/** Makes the data folder where there is none and tries to write in it. Throws DATA_DIR_UNUSABLE with the reason and what to do. */
export function openDataFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    assertWritable(dataDir);
  } catch (error) {
    const [reason, remedy] = REASONS[(error as NodeJS.ErrnoException).code ?? ''] ?? [];
    if (reason === undefined || remedy === undefined) throw error;
    throw new DomainError('DATA_DIR_UNUSABLE', `The data folder ${dataDir} cannot be used: ${reason}. ${remedy}`);
  }
}
