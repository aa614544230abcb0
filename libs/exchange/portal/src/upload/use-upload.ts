import { invalidateAfter, PortalError } from '@ketenregie/portal-kit';
import type { Fetch } from '@ketenregie/portal-kit';
import { addressIn } from '@ketenregie/tenants-portal';
import type { Portal } from '@ketenregie/tenants-portal';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { keepFile } from './kept-files.js';
import { sendFile } from './send-file.js';
import type { FileToSend } from './send-file.js';

const browserFetch: Fetch = (address, init) => fetch(address, init);

/** Sending a file: once it is taken the page of its columns opens. A file that does not say its supplier waits for the answer. */
export function useUpload(portal: Portal, send: Fetch = browserFetch) {
  const client = useQueryClient();
  const [waiting, setWaiting] = useState<FileToSend | null>(null);
  const upload = useMutation<string, Error, FileToSend>({
    mutationFn: (toSend) => sendFile(send, portal.tenant, toSend),
    onMutate: () => setWaiting(null),
    onSuccess: async (importId, { file }) => {
      keepFile(importId, file);
      await invalidateAfter(client, portal.tenant, 'import');
      portal.goTo(addressIn(portal, `import/${importId}/kolommen`));
    },
    onError: (error, toSend) => {
      if (isSupplierNeeded(error)) setWaiting(toSend);
    },
  });
  const error = upload.error !== null && !isSupplierNeeded(upload.error) ? upload.error : null;
  return { send: upload.mutate, isBusy: upload.isPending, sending: upload.variables?.file.name ?? null, error, needsSupplier: waiting, forget: () => setWaiting(null), reset: upload.reset };
}

/** Whether a file was refused only because it does not say its supplier. */
export function isSupplierNeeded(error: unknown): boolean {
  return error instanceof PortalError && error.code === 'SUPPLIER_NEEDED';
}
