import type { OnProgress } from '@ketenregie/platform/backup';
import type { Io } from './io.js';

const FIRST_AFTER_MS = 1000;
const AGAIN_AFTER_MS = 2000;

/** Tells how far a copy is: nothing where it takes less than a second, then a line every two. */
export function copyingProgress(io: Io, verb: string): OnProgress {
  let tellAt = performance.now() + FIRST_AFTER_MS;
  return ({ table, rows }) => {
    if (performance.now() < tellAt) return;
    tellAt = performance.now() + AGAIN_AFTER_MS;
    io.tell(`${verb}: ${rows.toLocaleString('en')} rows so far, at ${table}`);
  };
}

/** `1.4 MB`, for a person. */
export function sizeOf(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
