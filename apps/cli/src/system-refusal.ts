import { dirname } from 'node:path';
import { DomainError } from '@ketenregie/kernel';

interface SystemError {
  readonly code?: unknown;
  readonly path?: unknown;
  readonly syscall?: unknown;
}

/** Of the data folder, of a temporary file, or of the database's own disk (SQLSTATE 53100). */
const FULL: readonly unknown[] = ['ENOSPC', 'EDQUOT', '53100'];
const BARRED: readonly unknown[] = ['EACCES', 'EPERM', 'EROFS'];
const MAKING: readonly unknown[] = ['open', 'mkdir'];

/** What the machine refuses, in words that say what to do; null where an error is of another kind. */
export function systemRefusal(error: unknown): DomainError | null {
  const { code, path, syscall } = (error ?? {}) as SystemError;
  if (FULL.includes(code)) return new DomainError('DISK_FULL', 'The disk is full. Make room, then try again; what was recorded before is not lost.');
  if (!BARRED.includes(code) || !MAKING.includes(syscall) || typeof path !== 'string') return null;
  return new DomainError('NOT_WRITABLE', `This user may not write in ${dirname(path)}. Make that folder his, or name another place.`);
}
