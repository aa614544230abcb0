import { usePortalQuery } from '@ketenregie/tenants-portal';
import type { Portal } from '@ketenregie/tenants-portal';
import { ImportDocument } from '../import.documents.js';
import type { ImportAnswer } from '../import.documents.js';

const POLL_MS = 800;

/** Whether the server is at work on an import. */
export function isBusy(answer: ImportAnswer | undefined): boolean {
  const found = answer?.import;
  return found !== undefined && (found.state === 'staging' || found.operation?.state === 'running');
}

/** One import, asked again while the server works on it: the page can be left and found again. */
export function useImport(portal: Portal, importId: string) {
  return usePortalQuery(portal, { subject: 'imports', document: ImportDocument, variables: { id: importId }, again: (answer) => (isBusy(answer) ? POLL_MS : null) });
}
