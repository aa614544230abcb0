import { calendarDate, type CalendarDate } from '@ketenregie/kernel';
import { answer } from './answer-world.js';
import type { EndsBy } from './ends-on.js';
import { aClientHalf, aDirectRight, aDirectWorld, aMeans, anOfficeHalf, aWorld } from './testing/index.js';
import type { AccessWorld } from './world.js';

const day = calendarDate;
const end = day('2027-05-01');
const use = day('2025-05-01');

const CASES: readonly [string, AccessWorld, CalendarDate | null, EndsBy | null][] = [
  ['the client half ends first', aWorld(), day('2028-06-30'), 'client-half'],
  ['the client half', aWorld({ clientHalves: [aClientHalf({ endsOn: end })] }), end, 'client-half'],
  ['the office half', aWorld({ officeHalves: [anOfficeHalf({ endsOn: end })] }), end, 'office-half'],
  ['the means', aWorld({ means: [aMeans({ endsOn: end })] }), end, 'means'],
  ['the 24 months', aWorld({ means: [aMeans({ lastUsedOn: use })] }), end, 'unused-24-months'],
  ['the company', aWorld({ company: { id: 'bakkerij', endedOn: end, isOurs: false } }), end, 'company'],
  ['a direct right', aDirectWorld({ directRights: [aDirectRight({ endsOn: end })] }), end, 'right'],
  ['on a tie the client half', aWorld({ clientHalves: [aClientHalf({ endsOn: end })], officeHalves: [anOfficeHalf({ endsOn: end })], means: [aMeans({ endsOn: end, lastUsedOn: use })] }), end, 'client-half'],
  ['on a tie the means before the 24 months', aWorld({ means: [aMeans({ endsOn: end, lastUsedOn: use })] }), end, 'means'],
  ['a client half of unknown state gives none', aWorld({ clientHalves: [aClientHalf({ state: 'unknown', endsOn: end })], means: [] }), day('2029-12-31'), 'office-half'],
  ['a means of unknown state gives none, nor its 24 months', aWorld({ means: [aMeans({ state: 'unknown', endsOn: end, lastUsedOn: use })] }), day('2028-06-30'), 'client-half'],
  ['nothing known', aWorld({ clientHalves: [aClientHalf({ endsOn: null })], officeHalves: [anOfficeHalf({ endsOn: null })], means: [] }), null, null],
  ['leaving ends may, not can', aWorld({ person: { id: 'sanne', inServiceFrom: null, inServiceUntil: end } }), day('2028-06-30'), 'client-half'],
];

describe('what ends a login', () => {
  it.each(CASES)('%s', (_name, world, endsOn, endsBy) => {
    expect(answer(world)).toMatchObject({ endsOn, endsBy });
  });
});

describe('the 24 months', () => {
  const twice = (supplierKey: string | null) => [aMeans({ lastUsedOn: use, supplierKey }), aMeans({ id: 'means-2', level: 'EH1', lastUsedOn: day('2026-05-01'), supplierKey })];

  it('count per person per supplier: a login with another means of the same supplier resets them', () => {
    expect(answer(aWorld({ means: twice('reconi') })).endsOn).toBe('2028-05-01');
  });

  it('count for the means alone where its supplier is unknown', () => {
    expect(answer(aWorld({ means: twice(null) })).endsOn).toBe(end);
  });
});
