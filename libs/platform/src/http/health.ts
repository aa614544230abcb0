import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '../logging/index.js';

/** One thing that must be in order before requests are welcome. Throws, or hangs, when it is not. */
export interface HealthCheck {
  readonly name: string;
  check(): Promise<void>;
}

/** The answer of a health address: no versions, no addresses, no messages; anybody may ask. */
export interface HealthAnswer {
  readonly status: 'ok' | 'unavailable';
  readonly checks: Readonly<Record<string, 'ok' | 'failed'>>;
}

/** A check that does not answer within this time has failed: a balancer asks every few seconds. */
const PATIENCE_MS = 2000;

async function outcomeOf({ name, check }: HealthCheck, log: Log): Promise<readonly [string, 'ok' | 'failed']> {
  const abort = new AbortController();
  const late = pause(PATIENCE_MS, undefined, { signal: abort.signal }).then(() => Promise.reject(new Error('late')));
  try {
    await Promise.race([check(), late]);
    return [name, 'ok'];
  } catch (error) {
    log.failure(`health.${name}`, error);
    return [name, 'failed'];
  } finally {
    abort.abort();
    late.catch(() => undefined);
  }
}

/** Runs all checks at once and says which failed; why stands in the log. */
export async function answerHealth(checks: readonly HealthCheck[], log: Log): Promise<HealthAnswer> {
  const outcomes = await Promise.all(checks.map((check) => outcomeOf(check, log)));
  const isOk = outcomes.every(([, outcome]) => outcome === 'ok');
  return { status: isOk ? 'ok' : 'unavailable', checks: Object.fromEntries(outcomes) };
}
