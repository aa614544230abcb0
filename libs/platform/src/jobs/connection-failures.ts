import type { Log } from '../logging/index.js';

const QUIET_MS = 60_000;

/**
 * A listener that logs the failures of a connection: the first at once, then one a minute at most. A server that is away is tried again every two seconds by
 * each connection, and a night of that would bury all else.
 */
export function connectionFailures(log: Pick<Log, 'failure'>, event: string, now: () => number = () => performance.now()): (error: Error) => void {
  let loggedAt = -Infinity;
  return (error) => {
    if (now() - loggedAt < QUIET_MS) return;
    loggedAt = now();
    log.failure(event, error);
  };
}
