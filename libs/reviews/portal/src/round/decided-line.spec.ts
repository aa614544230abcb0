import { aLine } from '../testing/a-round.js';
import { asDecided, isUsualUndecided, ownDecisionOf } from './decided-line.js';
import { itemsOf, placeOfLine } from './line-items.js';
import { filterOf, readRoundSearch } from './round-search.js';

const other = { decision: 'keep', decidedByName: 'Bram', decidedAt: '2026-11-23T09:00:00Z', reason: null, isOwn: false };
const own = (decision: 'keep' | 'revoke' | 'change') => ({ decision, reason: null, at: '2026-11-23T10:00:00Z' });

describe('a line as it will stand', () => {
  it.each<[string, Parameters<typeof asDecided>[1], readonly (typeof other)[], string]>([
    ['is what the viewer decided', own('revoke'), [], 'revoke'],
    ['agrees with another', own('keep'), [other], 'keep'],
    ['differs from another, whose decision stays', own('revoke'), [other], 'differs'],
    ['is undecided once taken back', null, [], 'undecided'],
    ['is what another decided once taken back', null, [other], 'keep'],
  ])('%s', (_, decision, decisions, outcome) => {
    const line = asDecided(asDecided(aLine('1', { decisions }), own('change')), decision);
    expect(line.outcome).toBe(outcome);
    expect(ownDecisionOf(line)).toBe(decision?.decision ?? null);
    expect(line.decisions.filter(({ isOwn }) => !isOwn)).toEqual(decisions);
  });

  it('may be kept with its equals only where nothing is unusual, nobody decided, and it is not about the viewer', () => {
    expect([aLine('1'), aLine('1', { exceptions: ['new'] }), aLine('1', { outcome: 'keep' }), aLine('1', { isOwn: true })].map(isUsualUndecided)).toEqual([true, false, false, false]);
  });
});

describe('the rows of the list', () => {
  const unusual = aLine('1', { exceptions: ['new'], groupKey: 'a' });
  it('have a heading where a part begins, and where several equals do', () => {
    const items = itemsOf([unusual, aLine('2', { exceptions: ['new'], groupKey: 'a' }), aLine('3', { groupKey: 'b' }), aLine('4', { groupKey: 'b' }), aLine('5', { groupKey: 'c' })]);
    expect(items.map(({ key }) => key)).toEqual(['part-false', '1', '2', 'part-true', 'group-b', '3', '4', '5']);
    expect(placeOfLine(items, 3)).toBe(6);
  });
});

describe('the address of a round', () => {
  it.each([
    [{}, {}, {}],
    [{ toon: 'unusual', mijn: 'ja' }, { toon: 'unusual', mijn: 'ja' }, { hasExceptions: true, isMine: true }],
    [{ toon: 'revoke' }, { toon: 'revoke' }, { outcomes: ['revoke'] }],
    [{ toon: 'all', mijn: 'nee' }, {}, {}],
    [{ toon: 'alles', anders: 1 }, {}, {}],
  ])('%j', (address, search, filter) => {
    expect([readRoundSearch(address), filterOf(readRoundSearch(address))]).toEqual([search, filter]);
  });
});
