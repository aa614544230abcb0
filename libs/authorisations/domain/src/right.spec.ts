import { calendarDate } from '@ketenregie/kernel';
import type { EvidenceClass, RightState } from './authorisation.js';
import { isSeenAtSupplier, isWithinDates, stateOnDay, type StateOnDay } from './right.js';

const dayOrNull = (text: string | null) => (text === null ? null : calendarDate(text));

describe('the state of a right on a day, stated on 2026-11-23', () => {
  const CASES: readonly [string, RightState, string | null, string, StateOnDay][] = [
    ['active', 'active', '2027-01-01', '2026-11-23', 'in-force'],
    ['active says nothing of its dates', 'active', '2020-01-01', '2026-11-23', 'in-force'],
    ['requested, on a past day too', 'requested', null, '2025-01-01', 'requested'],
    ['unknown', 'unknown', null, '2026-11-23', 'unknown'],
    ['ended, on the day it was stated', 'ended', '2027-08-31', '2026-11-23', 'ended'],
    ['ended, the day before, its end ahead: since when is unknown', 'ended', '2027-08-31', '2026-11-22', 'unknown'],
    ['ended, the day before, no end recorded', 'ended', null, '2026-11-22', 'unknown'],
    ['ended before the statement: in force on its last day', 'ended', '2026-07-05', '2026-07-05', 'in-force'],
    ['ended before the statement: over the day after', 'ended', '2026-07-05', '2026-07-06', 'ended'],
    ['ended with its end on the very day of the statement', 'ended', '2026-11-23', '2026-11-22', 'unknown'],
  ];

  it.each(CASES)('%s', (_name, state, endsOn, on, expected) => {
    const right = { state, endsOn: dayOrNull(endsOn), statedOn: calendarDate('2026-11-23') };
    expect(stateOnDay(right, calendarDate(on))).toBe(expected);
  });
});

describe('dates', () => {
  it.each([
    ['the first day counts', '2026-11-23', null, true],
    ['the last day counts', null, '2026-11-23', true],
    ['the day before the first does not', '2026-11-24', null, false],
    ['the day after the last does not', null, '2026-11-22', false],
    ['no limits at all', null, null, true],
  ])('%s', (_name, startsOn, endsOn, isWithin) => {
    expect(isWithinDates({ startsOn: dayOrNull(startsOn), endsOn: dayOrNull(endsOn) }, calendarDate('2026-11-23'))).toBe(isWithin);
  });
});

describe('seen at the supplier', () => {
  const CASES: readonly [EvidenceClass | null, string | null, boolean][] = [
    ['A', '2026-11-01', true],
    ['B', '2026-11-01', true],
    ['C', '2026-11-01', true],
    ['D', '2026-11-01', false],
    ['A', null, false],
    [null, '2026-11-01', false],
  ];
  it.each(CASES)('class %s on %s', (evidenceClass, seenOn, isSeen) => {
    expect(isSeenAtSupplier({ evidenceClass, seenOn: dayOrNull(seenOn), seenBy: null })).toBe(isSeen);
  });
});
