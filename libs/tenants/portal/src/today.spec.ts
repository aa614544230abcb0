import { monthsBefore } from './today.js';

describe('some months before a day', () => {
  it.each([
    ['a year', '2026-11-30', 12, '2025-11-30'],
    ['over the turn of the year', '2026-02-10', 3, '2025-11-10'],
    ['into a shorter month', '2026-05-31', 3, '2026-02-28'],
    ['into February of a leap year', '2028-03-31', 1, '2028-02-29'],
    ['none', '2026-11-30', 0, '2026-11-30'],
  ] as const)('%s', (_, day, months, expected) => expect(monthsBefore(day, months)).toBe(expected));
});
