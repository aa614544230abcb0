import { clockOf, lastUseAt, monthsAfter } from './means-clock.js';

describe('the 24-month clock of a means', () => {
  it.each([
    ['2026-09-20', 24, '2028-09-20'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-12-31', 2, '2027-02-28'],
  ])('counts from %s %i months to %s', (from, months, to) => expect(monthsAfter(from, months)).toBe(to));

  it.each([
    ['nobody recorded a use', null, null],
    ['used lately', '2026-09-20', { lapsesOn: '2028-09-20', isLapsed: false, isSoon: false }],
    ['lapses within two months', '2024-12-24', { lapsesOn: '2026-12-24', isLapsed: false, isSoon: true }],
    ['valid today for the last time', '2024-11-23', { lapsesOn: '2026-11-23', isLapsed: false, isSoon: true }],
    ['lapsed yesterday', '2024-11-22', { lapsesOn: '2026-11-22', isLapsed: true, isSoon: false }],
  ])('%s', (_, lastUsedOn, clock) => expect(clockOf(lastUsedOn, '2026-11-23')).toEqual(clock));

  it('counts the latest login with any means of the supplier', () => {
    const means = [{ supplierKey: 'a', lastUsedOn: '2026-01-01' }, { supplierKey: 'a', lastUsedOn: '2026-03-01' }, { supplierKey: 'b', lastUsedOn: '2026-09-01' }, { supplierKey: 'c', lastUsedOn: null }];
    expect(['a', 'b', 'c'].map((key) => lastUseAt(key, means))).toEqual(['2026-03-01', '2026-09-01', null]);
  });
});
