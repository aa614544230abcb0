import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** How one signs in to the examples, as the start that made them knows it. */
export interface NotedExamples {
  /** One for all of them. */
  readonly password: string;
  readonly logins: readonly string[];
}

const folderIn = (dataDir: string): string => join(dataDir, 'secrets');
const fileIn = (dataDir: string): string => join(folderIn(dataDir), 'example-sign-ins');

/** Notes in the data folder how one signs in to the examples, for the process that shows the door. Only the running user reads it. */
export function noteExamples(dataDir: string, examples: NotedExamples): void {
  mkdirSync(folderIn(dataDir), { recursive: true, mode: 0o700 });
  const draft = `${fileIn(dataDir)}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(examples), { mode: 0o600 });
  renameSync(draft, fileIn(dataDir));
}

/** What was noted last; null where no start did yet. */
export function notedExamples(dataDir: string): NotedExamples | null {
  try {
    return JSON.parse(readFileSync(fileIn(dataDir), 'utf8')) as NotedExamples;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
