import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isStillThere, ownMark, type ProcessMark } from '@ketenregie/platform/postgres';

/** What a running product leaves in its data folder for the command line: where it answers and how its clock runs. */
export interface RunMark extends ProcessMark {
  readonly address: string;
  readonly clockOffsetMs: number;
}

const fileOf = (dataDir: string): string => join(dataDir, 'run.json');

/** The product that runs on this data folder now, or null. A mark whose launcher was killed counts for nothing. */
export function findRunning(dataDir: string): RunMark | null {
  try {
    const mark = JSON.parse(readFileSync(fileOf(dataDir), 'utf8')) as RunMark;
    return mark.pid !== process.pid && isStillThere(mark) ? mark : null;
  } catch {
    return null;
  }
}

/** Says that this process is the product on that data folder. */
export function markRunning(dataDir: string, mark: Omit<RunMark, keyof ProcessMark>): void {
  writeFileSync(fileOf(dataDir), `${JSON.stringify({ ...ownMark(), ...mark })}\n`, { mode: 0o600 });
}

/** Takes the mark away. */
export function unmarkRunning(dataDir: string): void {
  rmSync(fileOf(dataDir), { force: true });
}
