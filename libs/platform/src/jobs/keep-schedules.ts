import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '../logging/index.js';
import type { JobQueue } from './job-queue.js';

export interface RunningKeeper {
  stop(): Promise<void>;
}

const EVERY_MS = 60_000;

async function look(queue: Pick<JobQueue, 'registerSchedules'>, log: Log): Promise<void> {
  try {
    const made = await queue.registerSchedules();
    if (made.length > 0) log.warn('queue.schedules-made', { count: made.length });
  } catch (error) {
    log.failure('queue.schedules', error);
  }
}

/** Looks every minute whether the schedules stand, and makes them again where not: a Redis that was emptied forgets them while the workers run on. */
export function keepSchedules(queue: Pick<JobQueue, 'registerSchedules'>, log: Log, everyMs = EVERY_MS): RunningKeeper {
  const stopping = new AbortController();
  const loop = async (): Promise<void> => {
    for (;;) {
      await pause(everyMs, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (stopping.signal.aborted) return;
      await look(queue, log);
    }
  };
  const ended = loop();
  return {
    stop: async () => {
      stopping.abort();
      await ended;
    },
  };
}
