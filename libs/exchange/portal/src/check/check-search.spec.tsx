import type { FindingGroup } from '../import-facts.js';
import { byCategory, openCounts, orderGroups, readCheckSearch } from './check-search.js';
import { REPAIR_KINDS, repairKindOf } from './repair-kind.js';

const group = (facts: Partial<FindingGroup>): FindingGroup => ({ repairKey: 'k', category: 'service-unknown', severity: 'warning', value: 'x', count: 1, suggestion: null, state: 'open', ...facts });

describe('the order of the problems', () => {
  it('puts what waits first, what can be done with one click before the rest, and what is done last', () => {
    const groups = [group({ repairKey: 'info', severity: 'info', count: 99 }), group({ repairKey: 'done', state: 'repaired' }), group({ repairKey: 'many', count: 14 }), group({ repairKey: 'offer', count: 2, suggestion: 'Omzetbelasting' }), group({ repairKey: 'waits', severity: 'blocks' })];
    expect(orderGroups(groups).map((each) => each.repairKey)).toEqual(['waits', 'offer', 'many', 'done', 'info']);
  });

  it('counts the rows of what is open, as the headings do', () => {
    const groups = [group({ count: 14 }), group({ repairKey: 'l', count: 3 }), group({ state: 'ignored', count: 9 }), group({ severity: 'blocks', count: 2 })];
    expect(openCounts(groups)).toEqual({ blocks: 2, warning: 17, info: 0 });
    const openOnly = groups.filter(({ state }) => state === 'open');
    expect(byCategory(openOnly).reduce((rows, category) => rows + category.rows, 0)).toBe(19);
  });

  it('reads from an address what it knows and nothing else', () => {
    expect(readCheckSearch({ soort: 'blocks', groep: 'service-unknown x' })).toEqual({ soort: 'blocks', groep: 'service-unknown x' });
    expect(readCheckSearch({ soort: 'all', groep: 3 })).toEqual({});
  });
});

describe('how a category is repaired', () => {
  it.each([
    ['service-unknown', 'service'],
    ['end-date-missing', 'date'],
    ['person-ambiguous', 'person'],
    ['kvk-invalid', 'kvk'],
    ['same-company-two-names', 'name'],
    ['secret-in-text', null],
    ['something-new', null],
  ])('%s by %s', (category, kind) => {
    expect(repairKindOf(category)).toBe(kind);
  });

  it('has a field for each kind', () => {
    expect(new Set(REPAIR_KINDS).size).toBe(9);
  });
});
