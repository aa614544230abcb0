import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';

/** Where the build puts the portal. */
export const PORTAL_FOLDER = fileURLToPath(new URL('../../portal/dist/www', import.meta.url));

const YEAR_MS = 365 * 24 * 3_600_000;

/** Addresses that are no page: what is not found there is an answer to a program, not the portal. */
const NO_PAGE = /^\/(graphql|health|session|imports|exports|reports|operator|assets|mailbox\/messages)(\/|$)/;

/**
 * Serves the portal's files: assets carry a hash in their name and are kept for a year, the page itself is asked for each time. Every other
 * address that a browser opens as a page gets the page, which reads the address. Does nothing where the portal was not built.
 */
export function servePortal(app: NestExpressApplication, folder = PORTAL_FOLDER): void {
  const page = join(folder, 'index.html');
  if (!existsSync(page)) return;
  app.useStaticAssets(join(folder, 'assets'), { prefix: '/assets/', immutable: true, maxAge: YEAR_MS, index: false, fallthrough: false });
  app.useStaticAssets(folder, { index: false, setHeaders: (response: Response) => void response.setHeader('cache-control', 'no-cache') });
  app.use((request: Request, response: Response, next: NextFunction) => {
    const isPage = request.method === 'GET' && request.accepts(['html', 'json']) === 'html' && !NO_PAGE.test(request.path);
    if (!isPage) return next();
    response.setHeader('cache-control', 'no-cache');
    response.sendFile(page);
  });
}
