import { unreachable } from '@ketenregie/kernel';

/** What became of one attempt to hand over a message. */
export type Outcome =
  | { readonly kind: 'accepted'; readonly reply: string }
  /** The mail server asked to try later (4xx), or could not be reached at all: it has nothing. */
  | { readonly kind: 'deferred'; readonly reply: string }
  /** The mail server refused for good (5xx). */
  | { readonly kind: 'refused'; readonly reply: string }
  /** No reply: it may have the message or not. Never sent again blindly. */
  | { readonly kind: 'unknown'; readonly reply: string };

/** What is to be written of a notice after an attempt. */
export type NextState =
  | { readonly state: 'sent' }
  | { readonly state: 'pending'; readonly pauseMs: number }
  | { readonly state: 'bounced' }
  | { readonly state: 'parked' }
  /** Left with its lease: when that is over, the delivery log is asked. */
  | { readonly state: 'sending' };

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Pauses between tries, growing; the last one repeats. A greylisting server wants some minutes, one in trouble gets hours. */
const PAUSES_MS = [MINUTE_MS, 5 * MINUTE_MS, 15 * MINUTE_MS, 30 * MINUTE_MS, HOUR_MS, 2 * HOUR_MS, 4 * HOUR_MS] as const;

/** Tries in all, about five days of them (RFC 5321, 4.5.4.1: at least four to five); then it goes to a person. */
export const MOST_ATTEMPTS = 34;

/** How long an outcome may stay unknown before a person is shown it (N6). */
export const UNKNOWN_TO_A_PERSON_MS = 30 * MINUTE_MS;

/** The pause after so many attempts, in milliseconds. */
export function pauseAfter(attempts: number): number {
  return PAUSES_MS[Math.min(Math.max(attempts, 1), PAUSES_MS.length) - 1] ?? 4 * HOUR_MS;
}

/** What follows an outcome; `attempts` counts the one just made. */
export function stateAfter(outcome: Outcome, attempts: number): NextState {
  switch (outcome.kind) {
    case 'accepted':
      return { state: 'sent' };
    case 'deferred':
      return attempts >= MOST_ATTEMPTS ? { state: 'parked' } : { state: 'pending', pauseMs: pauseAfter(attempts) };
    case 'refused':
      return { state: 'bounced' };
    case 'unknown':
      return { state: 'sending' };
    default:
      return unreachable(outcome);
  }
}

/** Where an attempt whose lease is over stands: whether its message was handed over, how long ago, and what the delivery log says (null: there is none). */
export interface Abandoned {
  readonly handedForMs: number | null;
  readonly isFound: boolean | null;
}

/** What follows an attempt that nobody finished. Not handed over: again. Else the log decides; without one it waits, and after 30 minutes a person is shown it. */
export function stateOfAbandoned({ handedForMs, isFound }: Abandoned): NextState {
  if (handedForMs === null) return { state: 'pending', pauseMs: 0 };
  if (isFound !== null) return isFound ? { state: 'sent' } : { state: 'pending', pauseMs: 0 };
  return handedForMs >= UNKNOWN_TO_A_PERSON_MS ? { state: 'parked' } : { state: 'sending' };
}
