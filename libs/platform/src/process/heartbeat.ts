import { rm, stat, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '../logging/index.js';

export interface Heartbeat {
  /** Ends it and takes the file away: who stopped on purpose is not ill. */
  stop(): Promise<void>;
}

export interface HeartbeatParts {
  readonly file: string;
  /** Throws unless the process can do its work. */
  check(): Promise<unknown>;
  readonly log: Log;
  readonly everyMs?: number;
}

const BEAT_EVERY_MS = 10_000;

/** Three beats missed, and some time for a machine that is busy. */
export const BEAT_STALE_MS = 45_000;

async function beat({ file, check, log, everyMs = BEAT_EVERY_MS }: HeartbeatParts, signal: AbortSignal): Promise<void> {
  // A check that never answers is as good as one that fails, and must not be the last.
  const late = pause(3 * everyMs, undefined, { signal, ref: false }).then(() => Promise.reject(new Error('The check of the heartbeat did not answer')));
  late.catch(() => undefined);
  try {
    await Promise.race([check(), late]);
    if (!signal.aborted) await writeFile(file, '');
  } catch (error) {
    if (!signal.aborted) log.failure('heartbeat.missed', error);
  }
}

/**
 * Writes a file anew for as long as the process can do its work: how a container without an address shows that it is well. A process that hangs writes
 * nothing, one that lost its database neither. Resolves after the first beat.
 */
export async function startHeartbeat(parts: HeartbeatParts): Promise<Heartbeat> {
  const stopping = new AbortController();
  const { signal } = stopping;
  await beat(parts, signal);
  const loop = async (): Promise<void> => {
    for (;;) {
      await pause(parts.everyMs ?? BEAT_EVERY_MS, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return;
      await beat(parts, signal);
    }
  };
  const ended = loop();
  return {
    stop: async () => {
      stopping.abort();
      await ended;
      await rm(parts.file, { force: true });
    },
  };
}

/** How long ago the last beat was, in milliseconds; null where there was none. */
export async function sinceLastBeat(file: string): Promise<number | null> {
  const found = await stat(file).catch(() => null);
  return found === null ? null : Date.now() - found.mtimeMs;
}
