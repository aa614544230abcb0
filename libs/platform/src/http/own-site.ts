import type { IncomingMessage } from 'node:http';
import type { Middleware } from './security-headers.js';

/** What only reads; links of other sites may lead to it. */
const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Whether a browser says that a request comes from a page that is not ours. Programs say nothing, and have no cookie that somebody else's page could use. */
export function isOfOtherSite({ headers }: IncomingMessage): boolean {
  const { origin, host, 'sec-fetch-site': site } = headers;
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true;
  return origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== host);
}

/**
 * Refuses whatever another site's page sends, before anything of it is read: beside what keeps such a page from sending it at all (the cookie's SameSite,
 * content that a form cannot send). `open` are addresses that ask no session, by how they begin.
 */
export function ownSiteOnly({ open = [] }: { readonly open?: readonly string[] } = {}): Middleware {
  return (request, response, next) => {
    const isOpen = open.some((begin) => request.url?.startsWith(begin));
    if (READS.has(request.method ?? '') || isOpen || !isOfOtherSite(request)) return next();
    response.statusCode = 403;
    response.setHeader('content-type', 'application/json; charset=utf-8');
    response.end(JSON.stringify({ code: 'CROSS_SITE', message: 'Ask this from the product’s own page.' }));
  };
}
