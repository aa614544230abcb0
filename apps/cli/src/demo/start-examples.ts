import { noteExamples } from '@ketenregie/identity-server';
import type { Clock } from '@ketenregie/kernel';
import { openTenantDb } from '@ketenregie/platform/db';
import type { DatabaseUrls } from '../database-roles.js';
import { rows } from '../rows.js';
import { tidyExamples } from './delete-removed.js';
import { ensureExamples } from './ensure-examples.js';
import { examplePassword } from './example-password.js';
import { exampleSignIns, signInLines } from './sign-ins.js';
import { watchRemovals } from './watch-removals.js';

export interface ExamplesStart {
  readonly urls: DatabaseUrls;
  readonly dataDir: string;
  /** Without it none are made; what is half made or removed is tidied all the same. */
  readonly isDemo: boolean;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  tell(line: string): void;
}

/** What a start says of the examples, and how it stops looking after them. */
export interface StartedExamples {
  readonly lines: readonly string[];
  stop(): Promise<void>;
}

async function make({ urls, dataDir, clock, signal, tell }: ExamplesStart): Promise<readonly string[]> {
  const db = await openTenantDb(urls.appUrl, { rows, poolSize: 4 });
  const password = examplePassword(dataDir);
  try {
    await ensureExamples({ ownerUrl: urls.ownerUrl, dataDir, db, today: clock.today(), password, signal, tell });
    const signIns = await exampleSignIns(db, password);
    noteExamples(dataDir, { password, logins: signIns.map(({ email }) => email) });
    return signInLines(signIns, password);
  } finally {
    await db.close();
  }
}

async function linesOf(start: ExamplesStart): Promise<readonly string[]> {
  const { urls, dataDir, isDemo, signal, tell } = start;
  try {
    if (isDemo) return await make(start);
    await tidyExamples({ ownerUrl: urls.ownerUrl, dataDir });
  } catch (error) {
    if (!signal.aborted) tell(`Example data: could not be made (${error instanceof Error ? error.message : String(error)}). The next start tries again.`);
  }
  return [];
}

/** Makes the examples where they are due, and gives the lines that say how to sign in. What goes wrong with them stops no start. */
export async function startExamples(start: ExamplesStart): Promise<StartedExamples> {
  const place = { ownerUrl: start.urls.ownerUrl, dataDir: start.dataDir };
  const stop = await watchRemovals(place, start.tell).catch(() => () => Promise.resolve());
  return { lines: await linesOf(start), stop };
}
