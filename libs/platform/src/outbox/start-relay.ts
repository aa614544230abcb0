import { setTimeout as pause } from 'node:timers/promises';
import { lookAfterAll, relayAll, type RelayContext } from './relay.js';

export interface RunningRelay {
  /** Lets the sweep under way finish and starts no other. */
  stop(): Promise<void>;
}

/** How often the outbox is swept. */
export interface RelayPace {
  /** The shortest pause between two sweeps: how long news waits in a small installation. */
  readonly shortestPauseMs: number;
  /** How long a job may be under way before its line is enqueued again, and how often that is looked at. */
  readonly lookAfterMs: number;
}

const PACE: RelayPace = { shortestPauseMs: 1000, lookAfterMs: 60_000 };

/** A sweep asks once per tenant; with many tenants the pause grows, so that looking never takes more than a twentieth of the time. */
const LOOKING_SHARE = 20;

async function sweep({ log }: RelayContext, event: string, work: () => Promise<number>): Promise<number> {
  const startedAt = performance.now();
  try {
    const count = await work();
    if (count > 0) log.info(event, { count, ms: Math.round(performance.now() - startedAt) });
  } catch (error) {
    log.failure('outbox.sweep', error);
  }
  return performance.now() - startedAt;
}

/** Relays the outbox until stopped. Several may run at once: each skips the lines that another has claimed. */
export function startOutboxRelay(context: RelayContext, { shortestPauseMs, lookAfterMs }: RelayPace = PACE): RunningRelay {
  const stopping = new AbortController();
  let lookedAt = performance.now();
  const lookAfterInTime = async (): Promise<number> => {
    if (performance.now() - lookedAt < lookAfterMs) return 0;
    lookedAt = performance.now();
    return sweep(context, 'outbox.looked-after', () => lookAfterAll(context, lookAfterMs));
  };
  const loop = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      const took = (await sweep(context, 'outbox.relayed', () => relayAll(context))) + (await lookAfterInTime());
      await pause(Math.max(shortestPauseMs, took * (LOOKING_SHARE - 1)), undefined, { signal: stopping.signal }).catch(() => undefined);
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
