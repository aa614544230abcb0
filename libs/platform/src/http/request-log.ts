import type { Log } from '../logging/index.js';
import { requestIdOf } from './request-id.js';
import type { Middleware } from './security-headers.js';

/** One line per answered request: id, method, status, time. No path and no query: addresses name tenants and people. */
export function requestLog(log: Log): Middleware {
  return (request, response, next) => {
    const startedAt = performance.now();
    // Health is asked every few seconds and would be most of the log.
    const isHealth = request.url?.startsWith('/health/') ?? false;
    if (!isHealth) {
      response.once('close', () => {
        const event = response.writableFinished ? 'request.answered' : 'request.aborted';
        log.info(event, { requestId: requestIdOf(request), method: request.method, status: response.statusCode, ms: Math.round(performance.now() - startedAt) });
      });
    }
    next();
  };
}
