import { calendarDate } from '@ketenregie/kernel';
import { answer } from './answer-world.js';
import { type Blocker, type BlockerKind, repairableUntil, subtractWorkingDays } from './repairable-until.js';
import { aClientHalf, aMeans, aWorld } from './testing/index.js';

const day = calendarDate;
const endsOn = day('2027-01-15'); // a Friday
const blocker = (kind: BlockerKind, validUntil: string): Blocker => ({ kind, validUntil: day(validUntil) });

describe('working days', () => {
  it.each([
    ['2027-01-15', 0, '2027-01-15'],
    ['2027-01-15', 1, '2027-01-14'],
    ['2027-01-15', 5, '2027-01-08'],
    ['2027-01-18', 1, '2027-01-15'],
    ['2027-01-17', 1, '2027-01-15'],
  ])('%s less %d is %s', (from, days, to) => {
    expect(subtractWorkingDays(day(from), days)).toBe(to);
  });
});

describe('repairable until', () => {
  it.each<[string, number | null, readonly Blocker[], string, BlockerKind | null]>([
    ['the lead time before the end', 5, [], '2027-01-08', null],
    ['an unknown lead time counts as 15 working days', null, [], '2026-12-25', null],
    ['a blocker after it changes nothing', 5, [blocker('letters', '2027-01-08')], '2027-01-08', null],
    ['a blocker before it brings it forward', 5, [blocker('identity-document', '2026-12-01')], '2026-12-01', 'identity-document'],
    ['the earliest of several', 5, [blocker('letters', '2026-12-01'), blocker('administrator-role', '2026-11-30')], '2026-11-30', 'administrator-role'],
    ['on a tie the first kind', 5, [blocker('letters', '2026-12-01'), blocker('signing-authority', '2026-12-01')], '2026-12-01', 'signing-authority'],
  ])('%s', (_name, leadDays, blockers, until, blockedBy) => {
    expect(repairableUntil(endsOn, leadDays, blockers)).toMatchObject({ repairableUntil: until, blockedBy, isLeadAssumed: leadDays === null });
  });

  it('is not known where the end is not', () => {
    expect(repairableUntil(null, 5, [blocker('letters', '2026-12-01')])).toMatchObject({ repairableUntil: null, blockedBy: null });
  });
});

describe('in an answer', () => {
  const blockers = [blocker('administrator-role', '2026-12-01')];

  it('takes the lead time of the hands that must act', () => {
    const client = aWorld({ clientHalves: [aClientHalf({ endsOn })] });
    expect(answer(client)).toMatchObject({ endsOn, repairableUntil: '2027-01-01', blockedBy: null });
    const representative = aWorld({ means: [aMeans({ endsOn })], blockers });
    expect(answer(representative)).toMatchObject({ endsOn, repairableUntil: '2026-12-01', blockedBy: 'administrator-role' });
  });

  it('is the last day itself for the 24 months: one login is all they need', () => {
    const unused = aWorld({ means: [aMeans({ lastUsedOn: day('2025-01-15') })], blockers });
    expect(answer(unused)).toMatchObject({ endsBy: 'unused-24-months', repairableUntil: endsOn, blockedBy: null });
  });

  it('is never for a company that ends', () => {
    expect(answer(aWorld({ company: { id: 'bakkerij', endedOn: endsOn, isOurs: false } }))).toMatchObject({ endsOn, repairableUntil: null });
  });
});
