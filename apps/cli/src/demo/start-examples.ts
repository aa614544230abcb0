import type { Clock } from '@ketenregie/kernel';
import { openTenantDb } from '@ketenregie/platform/db';
import type { DatabaseUrls } from '../database-roles.js';
import { rows } from '../rows.js';
import { ensureExamples } from './ensure-examples.js';
import { examplePassword } from './example-password.js';
import { exampleSignIns, signInLines } from './sign-ins.js';

export interface ExamplesStart {
  readonly urls: DatabaseUrls;
  readonly dataDir: string;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  tell(line: string): void;
}

/** Makes the examples where they are due, and gives the lines that say how to sign in. What goes wrong with them stops no start. */
export async function startExamples({ urls, dataDir, clock, signal, tell }: ExamplesStart): Promise<readonly string[]> {
  const db = await openTenantDb(urls.appUrl, { rows, poolSize: 4 });
  const password = examplePassword(dataDir);
  try {
    await ensureExamples({ ownerUrl: urls.ownerUrl, db, today: clock.today(), password, signal, tell });
    return signInLines(await exampleSignIns(db, password), password);
  } catch (error) {
    if (!signal.aborted) tell(`Example data: could not be made (${error instanceof Error ? error.message : String(error)}). The next start tries again.`);
    return [];
  } finally {
    await db.close();
  }
}
