import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { isStillThere, ownMark, type ProcessMark } from './machine-process.js';

/** Locks of this very process. In a container the process before us may have had our number. */
const held = new Set<string>();

function tryLock(path: string): boolean {
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  writeFileSync(draft, JSON.stringify(ownMark()), { mode: 0o600 });
  try {
    linkSync(draft, path);
    held.add(path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    if (isLeftOver(path)) rmSync(path, { force: true });
    return false;
  } finally {
    rmSync(draft, { force: true });
  }
}

function isLeftOver(path: string): boolean {
  try {
    const mark = JSON.parse(readFileSync(path, 'utf8')) as ProcessMark;
    return mark.pid === process.pid ? !held.has(path) : !isStillThere(mark);
  } catch {
    // Gone in this moment: the next attempt decides.
    return false;
  }
}

/**
 * Runs the work while no other process holds the lock file. A lock whose process has ended is taken over.
 * Waits up to `waitMs`, then throws with the name of the file.
 */
export async function withLockFile<T>(path: string, waitMs: number, work: () => Promise<T>): Promise<T> {
  const deadline = performance.now() + waitMs;
  while (!tryLock(path)) {
    if (performance.now() > deadline) throw new Error(`Another process has held ${path} for more than ${waitMs / 1000} s.`);
    await pause(25 + Math.random() * 50);
  }
  try {
    return await work();
  } finally {
    held.delete(path);
    rmSync(path, { force: true });
  }
}
