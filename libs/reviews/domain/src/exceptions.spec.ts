import { calendarDate } from '@ketenregie/kernel';
import { bundleKey, type Comparison, exceptionsOf, groupKey, isSameRight, type Outcome, type ReviewedTarget, type ReviewFacts, whyLeftOut } from './index.js';

const day = calendarDate;
const target = (change: Partial<ReviewedTarget> = {}): ReviewedTarget => ({ serviceKey: 'uwv-verzuim', providerKey: 'uwv', isWholeProvider: false, nameNl: 'Verzuim', nameEn: 'Absence', ...change });

const usual: ReviewFacts = {
  ...{ kind: 'office-half', companyId: 'c', intermediaryCompanyId: 'o', thirdPartyName: null, personId: 'p', supplierKey: 'reconi', scope: 'targets', targets: [target()] },
  ...{ level: 'EH3', requiredLevel: 'EH3', state: 'active', statedOn: day('2026-10-01'), startsOn: null, endsOn: day('2028-12-31'), untilPrecision: 'day', branchNumber: null },
  ...{ task: null, seenOn: day('2026-10-01'), evidenceClass: 'A', isOutOfService: false, isRevokeDecided: false, origin: 'import' },
};

const comparison: Comparison = {
  ...{ previousOn: day('2026-08-23'), previous: { facts: usual, outcome: 'keep' }, on: day('2026-11-23'), nextOn: day('2027-02-23') },
  ...{ notCheckedAfterMonths: 12, hasReviewer: true },
};
const keptAs = (outcome: Outcome): Partial<Comparison> => ({ previous: { facts: usual, outcome } });

describe('what is unusual about a line', () => {
  it('is nothing where it has the same services, scope and level, was kept, was seen since and outlasts the next round', () => {
    expect(exceptionsOf(usual, comparison)).toEqual([]);
  });

  it.each<[string, Partial<ReviewFacts>, readonly string[]]>([
    ['its holder left', { isOutOfService: true }, ['out-of-service']],
    ['its revoke is decided', { isRevokeDecided: true }, ['revoke-decided']],
    ['everything of everybody', { scope: 'all', targets: [] }, ['changed', 'wide-scope']],
    ['a whole provider', { targets: [target({ serviceKey: null, isWholeProvider: true })] }, ['changed', 'wide-scope']],
    ['a provider whose service nobody named', { targets: [target({ serviceKey: null })] }, ['changed', 'service-unknown']],
    ['a level under what is asked', { requiredLevel: 'EH4' }, ['level-too-low']],
    ['a level above it', { level: 'EH4' }, ['changed']],
    ['a level nobody issues any more', { level: 'EH2', requiredLevel: null }, ['changed', 'level-legacy']],
    ['an unknown level', { level: null }, ['changed', 'level-unknown']],
    ['an unknown state', { state: 'unknown' }, ['changed', 'state-unknown']],
    ['never seen', { seenOn: null }, ['not-seen']],
    ['not seen since the last round', { seenOn: day('2026-08-22') }, ['not-seen']],
    ['seen on the day of the last round', { seenOn: day('2026-08-23') }, []],
    ['ending the day before the next round', { endsOn: day('2027-02-22') }, ['changed', 'ends-before-next']],
    ['ending on its day', { endsOn: day('2027-02-23') }, ['changed']],
    ['no end on record', { endsOn: null, untilPrecision: 'unknown' }, ['changed', 'end-unknown']],
  ])('%s', (_, facts, expected) => {
    expect(exceptionsOf({ ...usual, ...facts }, comparison)).toEqual(expected);
  });

  it.each<[string, Partial<Comparison>, readonly string[]]>([
    ['it was not there last time', { previous: null }, ['new']],
    ['nobody reviewed it last time', keptAs('undecided'), ['not-kept-before']],
    ['two differed last time', keptAs('differs'), ['not-kept-before']],
    ['it was to be revoked', keptAs('revoke'), ['not-kept-before']],
    ['nobody may review it', { hasReviewer: false }, ['no-reviewer']],
    ['in a first round nothing is new or changed', { previousOn: null, previous: null }, []],
  ])('%s', (_, change, expected) => {
    expect(exceptionsOf(usual, { ...comparison, ...change })).toEqual(expected);
  });

  it('in a first round is also what was not seen for as long as the office says', () => {
    const first = { ...comparison, previousOn: null, previous: null };
    expect(exceptionsOf({ ...usual, seenOn: day('2025-11-23') }, first)).toEqual([]);
    expect(exceptionsOf({ ...usual, seenOn: day('2025-11-22') }, first)).toEqual(['not-seen']);
  });
});

describe('a group', () => {
  it('holds equal rights of many companies, in whatever order their services stand', () => {
    const two = [target(), target({ serviceKey: 'uwv-werkgeversportaal' })];
    expect(groupKey({ ...usual, companyId: 'x', targets: two })).toBe(groupKey({ ...usual, companyId: 'y', targets: [...two].reverse() }));
    expect(bundleKey({ scope: 'all', targets: [] })).toBe('*');
  });

  it.each<[string, Partial<ReviewFacts>]>([
    ['person', { personId: 'q' }], ['level', { level: 'EH4' }], ['supplier', { supplierKey: null }], ['kind', { kind: 'client-half' }], ['scope', { scope: 'all', targets: [] }],
  ])('is another one for another %s', (_, change) => {
    expect(groupKey({ ...usual, ...change })).not.toBe(groupKey(usual));
  });
});

describe('unchanged', () => {
  it('is a right that was merely seen again, and not one that lasts longer', () => {
    expect(isSameRight(usual, { ...usual, seenOn: day('2026-11-01'), evidenceClass: 'B', statedOn: day('2026-11-01'), task: 'Loon' })).toBe(true);
    expect(isSameRight(usual, { ...usual, endsOn: day('2029-12-31') })).toBe(false);
  });
});

describe('the population', () => {
  it.each<[string, Partial<ReviewFacts>, string | null, string | null]>([
    ['what is active', {}, null, null],
    ['what is unknown', { state: 'unknown' }, null, null],
    ['what is to begin', { startsOn: day('2027-01-01') }, null, null],
    ['what ends today', { endsOn: day('2026-11-23') }, null, null],
    ['not what ended yesterday', { endsOn: day('2026-11-22') }, null, 'lapsed'],
    ['not what a source said is over', { state: 'ended' }, null, 'ended'],
    ['not what is merely asked for', { state: 'requested' }, null, 'requested'],
    ['of the supplier asked for', {}, 'reconi', null],
    ['not of another', {}, 'digidentity', 'other-supplier'],
  ])('has %s', (_, change, supplier, expected) => {
    expect(whyLeftOut({ ...usual, ...change }, day('2026-11-23'), supplier)).toBe(expected);
  });
});
