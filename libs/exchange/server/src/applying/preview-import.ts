import type { Scope, TenantDb } from '@ketenregie/platform/db';
import { type TellProgress, applyImport } from './apply-import.js';
import type { Changes } from './changes.js';

class Previewed extends Error {
  constructor(readonly changes: Changes) {
    super('A preview is rolled back');
  }
}

interface Previewing {
  readonly db: TenantDb;
  readonly scope: Scope;
  readonly importId: string;
}

/**
 * What applying a staged import would change, and nothing is changed: the import is applied for real in a transaction that is rolled back,
 * so that the preview cannot differ from what follows. Tells how far it is.
 */
export async function previewTelling({ db, scope, importId }: Previewing, tell?: TellProgress): Promise<Changes> {
  try {
    await db.write(scope, async (writer) => {
      throw new Previewed(await applyImport(writer, importId, tell));
    });
  } catch (error) {
    if (error instanceof Previewed) return error.changes;
    throw error;
  }
  throw new Error('A preview must roll back');
}

/** The same, told to nobody. */
export function previewImport(db: TenantDb, scope: Scope, importId: string): Promise<Changes> {
  return previewTelling({ db, scope, importId });
}
