import { PortalError } from './portal-error.js';

export type Fetch = (address: string, init: RequestInit) => Promise<Response>;

/** 502 to 504 come from a proxy before a product that is being started anew. */
const codeOfStatus: Readonly<Record<number, string>> = {
  401: 'UNAUTHENTICATED', 403: 'FORBIDDEN', 404: 'NOT_FOUND', 409: 'CONFLICT', 413: 'FILE_REFUSED', 415: 'FILE_REFUSED', 429: 'TOO_MANY_ATTEMPTS', 502: 'UNREACHABLE', 503: 'UNREACHABLE', 504: 'UNREACHABLE',
};

/** Sends a request and reads its JSON. Throws PortalError: `UNREACHABLE` where nothing answered, `INTERNAL` where the answer cannot be read. */
export async function sendJson(send: Fetch, address: string, init: RequestInit): Promise<unknown> {
  const response = await send(address, { credentials: 'same-origin', ...init }).catch(() => {
    throw new PortalError('UNREACHABLE');
  });
  const body: unknown = response.status === 204 ? null : await response.json().catch(() => undefined);
  if (body !== undefined && (response.ok || hasErrors(body))) return body;
  const code = typeof body === 'object' && body !== null && 'code' in body ? String(body.code) : (codeOfStatus[response.status] ?? 'INTERNAL');
  throw new PortalError(code);
}

/** A GraphQL answer with errors may come with any status; its errors say more than the status does. */
function hasErrors(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'errors' in body && Array.isArray(body.errors) && body.errors.length > 0;
}
