import type { Writer } from '@ketenregie/platform/db';
import { lockImport } from '../import-run.js';
import { ApplyContext } from './apply-context.js';
import { applyAuthorisations } from './apply-authorisations.js';
import { applyCompanies } from './apply-companies.js';
import { applyMeans } from './apply-means.js';
import { applyPeople } from './apply-people.js';
import type { Changes } from './changes.js';

/** Told how far applying is; written over another connection, so that it is seen before the transaction commits. */
export type TellProgress = (phase: string, done: number) => Promise<void>;

const silently: TellProgress = () => Promise.resolve();

/**
 * Applies a staged import in the caller's transaction: companies, people, means, then rights; all of it or nothing. Applying the same file
 * again changes nothing. Refuses an import that is not staged (IMPORT_STATE).
 */
export async function applyImport(writer: Writer, importId: string, tell: TellProgress = silently): Promise<Changes> {
  const run = await lockImport(writer, importId, 'staged');
  const context = new ApplyContext(writer, run, tell);
  const companies = await applyCompanies(context);
  const people = await applyPeople(context);
  await applyMeans(context, people);
  await applyAuthorisations(context, companies, people);
  await writer.query(`update import set state = 'applied', applied_at = now(), changes = $2 where id = $1`, [importId, JSON.stringify(context.changes)]);
  await writer.audit({ action: 'import.applied', objectKind: 'import', objectId: importId, payload: { kind: run.kind, changes: context.changes } });
  await writer.announce('refresh-next-due', { tenantId: writer.scope.tenantId });
  return context.changes;
}
