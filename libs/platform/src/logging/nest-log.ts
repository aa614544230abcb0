import type { LoggerService } from '@nestjs/common';
import type { Log } from './log.js';

/**
 * Nest's own logger over ours. Nest hands over free text, the messages of exceptions among it; so only that something was said is
 * kept, and the stack where an error comes with it. Starting and mapping routes is not logged at all.
 */
export function nestLog(log: Log): LoggerService {
  const failure = (...said: unknown[]): void => log.failure('nest.error', said.find((part) => part instanceof Error) ?? new Error('nest'));
  return {
    log: () => undefined,
    debug: () => undefined,
    verbose: () => undefined,
    warn: () => log.warn('nest.warning'),
    error: failure,
    fatal: failure,
  };
}
