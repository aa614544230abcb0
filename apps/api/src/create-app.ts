import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { trustedDocuments } from '@ketenregie/platform/graphql';
import { ownSiteOnly, requestId, requestLog, securityHeaders } from '@ketenregie/platform/http';
import { nestLog } from '@ketenregie/platform/logging';
import { AppModule, type AppParts } from './app.module.js';
import { servePortal } from './serve-portal.js';

const MAX_BODY = '256kb';

/** Mail programs end the digests by what their mail says, and no session is asked (RFC 8058). */
const OPEN_TO_ALL = ['/mail/overzicht-stoppen/'];

/** Makes the API, not yet listening: for `main.ts` and for the API specs alike. */
export async function createApp(parts: AppParts): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.of(parts), { logger: nestLog(parts.log), abortOnError: false });
  app.disable('x-powered-by');
  app.disable('etag');
  // Tries to sign in are counted by address: behind a proxy that is not believed, all of them would be one person's.
  if (parts.trustedProxies !== undefined && parts.trustedProxies.length > 0) app.set('trust proxy', [...parts.trustedProxies]);
  app.use(requestId, securityHeaders(parts), requestLog(parts.log), ownSiteOnly({ open: OPEN_TO_ALL }));
  app.useBodyParser('json', { limit: MAX_BODY });
  app.use('/graphql', trustedDocuments({ documents: parts.documents ?? new Map(), only: parts.isProduction }));
  servePortal(app);
  return app;
}
