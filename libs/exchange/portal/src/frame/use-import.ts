import { usePortalQuery } from '@ketenregie/tenants-portal';
import type { Portal } from '@ketenregie/tenants-portal';
import { ImportOneDocument } from '../generated/operations.js';
import type { ImportOneQuery } from '../generated/operations.js';

/** How often the server is asked how far it is. */
export const POLL_MS = 800;

/** Whether the server is at work on an import. Working out what would change is shown on its own page. */
export function isBusy({ state, operation }: Pick<ImportOneQuery['import'], 'state' | 'operation'>): boolean {
  return state === 'staging' || (operation?.state === 'running' && operation.kind !== 'import.preview');
}

/** One import, asked again while the server works on it: the page can be left and found again. */
export function useImport(portal: Portal, importId: string) {
  return usePortalQuery(portal, { subject: 'imports', document: ImportOneDocument, variables: { id: importId }, again: (answer) => (answer !== undefined && isBusy(answer.import) ? POLL_MS : null) });
}
