import { PortalError } from '@ketenregie/portal-kit';
import type { Fetch } from '@ketenregie/portal-kit';
import { MOST_MEGABYTES } from './file-kinds.js';

/** A file with what the person said of it. */
export interface FileToSend {
  readonly file: File;
  /** Left out: recognised. */
  readonly kind: string | null;
  /** Whose console it comes from; left out: told by the file. */
  readonly supplier: string | null;
}

/** 502 to 504 come from a proxy before a product that is being started anew. */
const codeOfStatus: Readonly<Record<number, string>> = {
  401: 'UNAUTHENTICATED', 403: 'FORBIDDEN', 404: 'NOT_FOUND', 413: 'LARGE_FILE_REFUSED', 415: 'FILE_REFUSED', 422: 'FILE_REFUSED', 429: 'TOO_MANY_ATTEMPTS', 502: 'UNREACHABLE', 503: 'UNREACHABLE', 504: 'UNREACHABLE',
};

function refusalOf(status: number, body: unknown): PortalError {
  const { code, field, reference } = (typeof body === 'object' && body !== null ? body : {}) as { readonly code?: string; readonly field?: string; readonly reference?: string };
  return new PortalError(code ?? codeOfStatus[status] ?? 'INTERNAL', field ?? null, reference ?? null);
}

/** Sends a file to be read and gives the import that it became. Throws PortalError: `SUPPLIER_NEEDED` where the file does not say whose console it is from. */
export async function sendFile(send: Fetch, tenant: string, { file, kind, supplier }: FileToSend): Promise<string> {
  // Said before it is sent: half a minute of sending for a refusal helps nobody.
  if (file.size > MOST_MEGABYTES * 1024 * 1024) throw new PortalError('LARGE_FILE_REFUSED', 'file');
  const query = new URLSearchParams({ ...(kind === null ? {} : { kind }), ...(supplier === null ? {} : { supplier }) }).toString();
  const headers = { accept: 'application/json', 'content-type': 'application/octet-stream', 'x-tenant': tenant, 'x-file-name': encodeURIComponent(file.name) };
  const response = await send(`/imports${query === '' ? '' : `?${query}`}`, { method: 'POST', credentials: 'same-origin', headers, body: file }).catch(() => {
    throw new PortalError('UNREACHABLE');
  });
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) throw refusalOf(response.status, body);
  const { importId } = (body ?? {}) as { readonly importId?: unknown };
  if (typeof importId !== 'string') throw new PortalError('INTERNAL');
  return importId;
}
