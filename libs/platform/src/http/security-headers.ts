import type { IncomingMessage, ServerResponse } from 'node:http';

type Next = (error?: unknown) => void;
export type Middleware = (request: IncomingMessage, response: ServerResponse, next: Next) => void;

const YEAR_S = 31_536_000;

/** Own files only; styles and scripts from files, none inline; no page of ours inside another's frame. */
const CONTENT_POLICY = [
  "default-src 'self'",
  "base-uri 'none'",
  "connect-src 'self'",
  "font-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "img-src 'self' data:",
  "object-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
].join('; ');

const HEADERS: readonly (readonly [string, string])[] = [
  ['content-security-policy', CONTENT_POLICY],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-resource-policy', 'same-origin'],
  ['permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'],
  ['referrer-policy', 'no-referrer'],
  ['x-content-type-options', 'nosniff'],
  ['x-frame-options', 'DENY'],
];

/** Sets the security headers on every answer. Strict transport only where the public address is https: on plain http it would lock people out later. */
export function securityHeaders({ publicUrl }: { readonly publicUrl: string }): Middleware {
  const transport = publicUrl.startsWith('https:') ? [['strict-transport-security', `max-age=${YEAR_S}; includeSubDomains`] as const] : [];
  const headers = [...HEADERS, ...transport];
  return (_request, response, next) => {
    response.removeHeader('x-powered-by');
    for (const [name, value] of headers) response.setHeader(name, value);
    next();
  };
}
