import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** Whether a number belongs to a process at all, one that has ended and was not yet collected by its parent (a zombie) included. */
export function isTaken(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Whether a process runs. A zombie does not. */
export function isAlive(pid: number): boolean {
  return isTaken(pid) && stateOf(pid) !== 'Z';
}

function stateOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3);
  } catch {
    return null;
  }
}

/** How a process was called, its arguments separated by spaces; null where it is gone or the system does not tell. */
export function commandLineOf(pid: number): string | null {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return process.platform === 'linux' || process.platform === 'win32' ? null : commandLineByPs(pid);
  }
}

function commandLineByPs(pid: number): string | null {
  try {
    return execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim() || null;
  } catch {
    return null;
  }
}

/** Waits until a process has ended; false where it still runs after that many milliseconds. */
export async function hasEndedWithin(pid: number, milliseconds: number): Promise<boolean> {
  const deadline = performance.now() + milliseconds;
  while (isAlive(pid)) {
    if (performance.now() > deadline) return false;
    await pause(15);
  }
  return true;
}

/** Sends a signal; a process that is gone already is no error. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** A process as another one may find it again later: the number alone is given out anew after a while. */
export interface ProcessMark {
  readonly pid: number;
  /** How it was called, as the system tells it; null where the system does not. */
  readonly commandLine: string | null;
}

/** The mark of this process. */
export function ownMark(): ProcessMark {
  return { pid: process.pid, commandLine: commandLineOf(process.pid) };
}

/** Whether the marked process is still the one that runs under that number. Where the system does not tell, its number decides. */
export function isStillThere({ pid, commandLine }: ProcessMark): boolean {
  return Number.isInteger(pid) && pid > 0 && isAlive(pid) && commandLineOf(pid) === commandLine;
}
