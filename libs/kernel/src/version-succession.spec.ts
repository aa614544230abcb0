import { calendarDate } from './calendar-date.js';
import { successionOf } from './version-succession.js';

const day = calendarDate;

describe('what follows when other content holds from a day on', () => {
  it.each([
    ['known since ever, until further notice', null, null, null, '2026-11-22', null],
    ['begun earlier, with an end', '2026-01-01', '2027-01-01', '2026-01-01', '2026-11-22', '2027-01-01'],
    ['begun the day before', '2026-11-22', null, '2026-11-22', '2026-11-22', null],
  ] as const)('%s: the old is cut off the day before', (_, from, until, beforeFrom, beforeUntil, afterUntil) => {
    const { before, after } = successionOf({ validFrom: from === null ? null : day(from), validUntil: until === null ? null : day(until) }, day('2026-11-23'));
    expect(before).toEqual({ validFrom: beforeFrom, validUntil: beforeUntil });
    expect(after).toEqual({ validFrom: '2026-11-23', validUntil: afterUntil });
  });

  it.each(['2026-11-23', '2026-12-01'])('nothing of the old remains where it began on %s', (from) => {
    expect(successionOf({ validFrom: day(from), validUntil: null }, day('2026-11-23')).before).toBeNull();
  });
});
