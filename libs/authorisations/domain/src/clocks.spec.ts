import { calendarDate } from '@ketenregie/kernel';
import { assertTermAllowed, isOverMaximumTerm, lastDayWithoutUse, TermReversedError, TermTooLongError } from './clocks.js';

const day = calendarDate;
const dayOrNull = (text: string | null) => (text === null ? null : day(text));

describe('the 24-month rule', () => {
  it.each([
    ['the same day two years on', '2026-03-20', '2028-03-20'],
    ['29 February ends on 28 February where the year has none', '2024-02-29', '2026-02-28'],
    ['28 February stays 28 February in a leap year', '2026-02-28', '2028-02-28'],
    ['the last day of a year', '2024-12-31', '2026-12-31'],
  ])('%s', (_name, usedOn, last) => {
    expect(lastDayWithoutUse(day(usedOn))).toBe(last);
  });
});

describe('the five-year maximum', () => {
  it.each([
    ['exactly five years is fine', '2026-01-01', '2031-01-01', false],
    ['one day more is too long', '2026-01-01', '2031-01-02', true],
    ['from 29 February it reaches 28 February', '2024-02-29', '2029-02-28', false],
    ['without a start it counts from the day it is judged on', null, '2031-11-23', false],
    ['without a start one day more is too long', null, '2031-11-24', true],
    ['without an end nothing is too long', '2010-01-01', null, false],
  ])('%s', (_name, startsOn, endsOn, isOver) => {
    const term = { startsOn: dayOrNull(startsOn), endsOn: dayOrNull(endsOn), knownOn: day('2026-11-23') };
    expect(isOverMaximumTerm(term)).toBe(isOver);
  });

  const knownOn = day('2026-11-23');
  it('refuses a new decision that is too long, naming the field', () => {
    const decide = (): void => assertTermAllowed({ startsOn: knownOn, endsOn: day('2031-11-24'), knownOn });
    expect(decide).toThrow(TermTooLongError);
    expect(decide).toThrow(expect.objectContaining({ field: 'endsOn', code: 'TERM_TOO_LONG' }));
  });

  it('refuses a term that ends before it starts', () => {
    expect(() => assertTermAllowed({ startsOn: knownOn, endsOn: day('2026-11-22'), knownOn })).toThrow(TermReversedError);
  });

  it('and accepts one of exactly five years, or of a single day', () => {
    expect(() => assertTermAllowed({ startsOn: knownOn, endsOn: day('2031-11-23'), knownOn })).not.toThrow();
    expect(() => assertTermAllowed({ startsOn: knownOn, endsOn: knownOn, knownOn })).not.toThrow();
  });
});
