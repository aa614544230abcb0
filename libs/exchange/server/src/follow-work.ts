import { DomainError, NotFoundError } from '@ketenregie/kernel';
import type { Scope, TenantDb } from '@ketenregie/platform/db';
import type { TellProgress } from './applying/apply-import.js';
import { importById } from './imports.queries.js';

export interface LongWork {
  readonly scope: Scope;
  readonly importId: string;
  /** `import.preview`, `import.apply` or `import.undo`. */
  readonly kind: string;
}

/**
 * Does long work about an import so that everybody who sees the import sees how far it is, also after the page was closed. Of an import that is
 * not there, or not in sight, nothing is kept (NOT_FOUND).
 */
export async function followWork<Result>(db: TenantDb, { scope, importId, kind }: LongWork, work: (tell: TellProgress) => Promise<Result>): Promise<Result> {
  if ((await db.read(scope, (reader) => importById(reader, importId))) === null) throw new NotFoundError('The import');
  const progress = db.progress(scope);
  const operationId = await progress.start(kind, importId);
  try {
    const result = await progress.whileAlive(operationId, () => work((phase, done) => progress.report(operationId, { phase, done, total: null })));
    await progress.finish(operationId);
    return result;
  } catch (error) {
    await progress.finish(operationId, error instanceof DomainError ? error.code : 'INTERNAL');
    throw error;
  }
}
