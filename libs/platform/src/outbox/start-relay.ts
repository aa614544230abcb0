import { setTimeout as pause } from 'node:timers/promises';
import { relayAll, type RelayContext } from './relay.js';

export interface RunningRelay {
  /** Lets the sweep under way finish and starts no other. */
  stop(): Promise<void>;
}

/** The shortest pause between two sweeps: how long news waits in a small installation. */
const SHORTEST_PAUSE_MS = 1000;

/** A sweep asks once per tenant; with many tenants the pause grows, so that looking never takes more than a twentieth of the time. */
const LOOKING_SHARE = 20;

async function sweep(context: RelayContext): Promise<number> {
  const startedAt = performance.now();
  try {
    const count = await relayAll(context);
    if (count > 0) context.log.info('outbox.relayed', { count, ms: Math.round(performance.now() - startedAt) });
  } catch (error) {
    context.log.failure('outbox.sweep', error);
  }
  return performance.now() - startedAt;
}

/** Relays the outbox until stopped. Several may run at once: each skips the lines that another has claimed. */
export function startOutboxRelay(context: RelayContext, shortestPauseMs = SHORTEST_PAUSE_MS): RunningRelay {
  const stopping = new AbortController();
  const loop = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      const took = await sweep(context);
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
