import { calendarDate } from '@ketenregie/kernel';
import { type LastRound, dueRound, monthsOf, nextPeriodOn, nextRoundOn, periodOf, periodStart, type ProgrammeRhythm, type RoundState, roundDueOn } from './index.js';

const day = calendarDate;
const quarterly: ProgrammeRhythm = { startsOn: day('2026-01-31'), months: 3, plannedOn: day('2026-01-10'), state: 'active' };
const round = (periodOn: string, state: RoundState = 'closed'): LastRound => ({ periodOn: day(periodOn), state });

describe('how often a programme recurs', () => {
  it.each([['quarter', null, 3], ['half-year', null, 6], ['year', 7, 12], ['months', 2, 2]] as const)('%s', (every, months, expected) => {
    expect(monthsOf(every, months)).toBe(expected);
  });

  it.each([null, 0, 37, 1.5])('is not every %p months', (months) => {
    expect(() => monthsOf('months', months)).toThrow(expect.objectContaining({ code: 'INVALID_INPUT', field: 'months' }));
  });
});

describe('a period', () => {
  it.each([['2026-01-30', -1], ['2026-01-31', 0], ['2026-04-29', 0], ['2026-04-30', 1], ['2026-07-30', 1], ['2026-07-31', 2], ['2027-01-31', 4]])('of %s is number %i', (on, index) => {
    expect(periodOf(quarterly, day(on))).toBe(index);
  });

  it('begins on the day of the first, or that month’s last, and never drifts', () => {
    expect([0, 1, 2, 3, 4].map((index) => periodStart(quarterly, index))).toEqual(['2026-01-31', '2026-04-30', '2026-07-31', '2026-10-31', '2027-01-31']);
  });

  it('is followed by the next', () => {
    expect(nextPeriodOn(quarterly, day('2026-05-20'))).toBe('2026-07-31');
    expect(roundDueOn(day('2026-05-20'), 21)).toBe('2026-06-10');
  });
});

describe('the round that is due', () => {
  it.each<[string, string, LastRound | null, ReturnType<typeof dueRound>]>([
    ['before the first day', '2026-01-30', null, null],
    ['on the first day', '2026-01-31', null, { periodOn: day('2026-01-31'), missed: 0, isLate: false }],
    ['later in the first period, late', '2026-03-01', null, { periodOn: day('2026-01-31'), missed: 0, isLate: true }],
    ['when the period has its round', '2026-03-01', round('2026-01-31'), null],
    ['when the period has a round beside the rhythm', '2026-04-29', round('2026-03-15'), null],
    ['on the next first day', '2026-04-30', round('2026-01-31'), { periodOn: day('2026-04-30'), missed: 0, isLate: false }],
    ['after two missed periods, as one', '2026-10-31', round('2026-01-31'), { periodOn: day('2026-10-31'), missed: 2, isLate: true }],
    ['after missing all from the start', '2026-08-01', null, { periodOn: day('2026-07-31'), missed: 2, isLate: true }],
    ['while an earlier one is open', '2026-10-31', round('2026-01-31', 'open'), null],
    ['while an earlier one is being made', '2026-10-31', round('2026-01-31', 'making'), null],
  ])('%s', (_, today, last, expected) => {
    expect(dueRound(quarterly, last, day(today))).toEqual(expected);
  });

  it('was not missed before the programme was planned', () => {
    const planned = { ...quarterly, startsOn: day('2020-01-01'), plannedOn: day('2026-11-23') };
    expect(dueRound(planned, null, day('2026-11-23'))).toEqual({ periodOn: '2026-10-01', missed: 0, isLate: false });
  });

  it.each(['paused', 'ended'] as const)('is none of a programme that is %s', (state) => {
    expect(dueRound({ ...quarterly, state }, null, day('2026-06-01'))).toBeNull();
  });
});

describe('the day the next round starts by itself', () => {
  it.each<[string, Partial<ProgrammeRhythm>, LastRound | null, string, string | null]>([
    ['before the first day, that day', {}, null, '2026-01-11', '2026-01-31'],
    ['today where one is due', {}, null, '2026-02-03', '2026-02-03'],
    ['the next period where this one has its round', {}, round('2026-01-31'), '2026-02-03', '2026-04-30'],
    ['none while a round is open', {}, round('2026-01-31', 'open'), '2026-05-03', null],
    ['none while one is being made', {}, round('2026-01-31', 'making'), '2026-02-03', null],
    ['none where it is paused', { state: 'paused' }, null, '2026-02-03', null],
  ])('%s', (_, change, last, today, expected) => {
    expect(nextRoundOn({ ...quarterly, ...change }, last, day(today))).toBe(expected);
  });
});
