import { usePortalQuery } from '@ketenregie/tenants-portal';
import type { Portal } from '@ketenregie/tenants-portal';
import { ImportOneDocument } from '../generated/operations.js';
import type { ImportOneQuery } from '../generated/operations.js';

/** How often the server is asked how far it is. */
export const POLL_MS = 800;

/** Whether the server reads, records or undoes an import. */
export function isBusy({ state, operation }: Pick<ImportOneQuery['import'], 'state' | 'operation'>): boolean {
  return state === 'staging' || operation?.state === 'running';
}

/** Who was not heard of for a while may only be slow: what is said of it is looked at again. */
const AGAIN_MS = 3_000;

function askedAgain(found: ImportOneQuery['import']): number | null {
  if (isBusy(found)) return POLL_MS;
  return found.operation?.failure === 'INTERRUPTED' ? AGAIN_MS : null;
}

/** One import, asked again while the server works on it: the page can be left and found again. */
export function useImport(portal: Portal, importId: string) {
  return usePortalQuery(portal, { subject: 'imports', document: ImportOneDocument, variables: { id: importId }, again: (answer) => (answer === undefined ? null : askedAgain(answer.import)) });
}
