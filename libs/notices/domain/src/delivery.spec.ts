import { MOST_ATTEMPTS, type Outcome, pauseAfter, stateAfter, stateOfAbandoned } from './index.js';

const outcome = (kind: Outcome['kind']): Outcome => ({ kind, reply: '' });
const MINUTE = 60_000;

describe('after an attempt', () => {
  it.each([
    ['250: sent', 'accepted', 1, { state: 'sent' }],
    ['451: again in a minute', 'deferred', 1, { state: 'pending', pauseMs: MINUTE }],
    ['451 again: a longer pause', 'deferred', 2, { state: 'pending', pauseMs: 5 * MINUTE }],
    ['451 for five days: a person', 'deferred', MOST_ATTEMPTS, { state: 'parked' }],
    ['550: never again', 'refused', 1, { state: 'bounced' }],
    ['no reply: it is left with its lease', 'unknown', 1, { state: 'sending' }],
  ] as const)('%s', (_, kind, attempts, next) => {
    expect(stateAfter(outcome(kind), attempts)).toEqual(next);
  });

  it('is tried for four to five days', () => {
    const total = Array.from({ length: MOST_ATTEMPTS }, (_, nr) => pauseAfter(nr + 1)).reduce((sum, pause) => sum + pause, 0) / 86_400_000;
    expect(total).toBeGreaterThan(4);
    expect(total).toBeLessThan(5.1);
  });
});

describe('an attempt that nobody finished', () => {
  it.each([
    ['before the message was handed over: again', null, null, { state: 'pending', pauseMs: 0 }],
    ['found in the log: sent', MINUTE, true, { state: 'sent' }],
    ['not in the log: again', MINUTE, false, { state: 'pending', pauseMs: 0 }],
    ['no log: waits', 29 * MINUTE, null, { state: 'sending' }],
    ['no log for 30 minutes: a person', 30 * MINUTE, null, { state: 'parked' }],
  ])('%s', (_, handedForMs, isFound, next) => {
    expect(stateOfAbandoned({ handedForMs, isFound })).toEqual(next);
  });
});
