import { differencesOf } from './differences.js';
import { eventsByDay } from './events-by-day.js';
import { filterOf, readLogbookSearch } from './logbook-search.js';

describe('what an entry says', () => {
  it('shows only what differs between before and after', () => {
    expect(differencesOf(JSON.stringify({ before: { town: 'Ede', name: 'A' }, after: { town: 'Epe', name: 'A' } }))).toEqual([{ field: 'town', before: 'Ede', after: 'Epe' }]);
  });

  it('leaves out what a change did not name', () => {
    expect(differencesOf(JSON.stringify({ before: { town: 'Ede', rsin: '1' }, after: { town: null } }))).toEqual([{ field: 'town', before: 'Ede', after: null }]);
  });

  it('shows all facts where nothing was before', () => {
    expect(differencesOf(JSON.stringify({ kind: 'staff', changes: { created: 2 }, note: '' }))).toEqual([
      { field: 'kind', before: null, after: 'staff' },
      { field: 'changes', before: null, after: 'created: 2' },
    ]);
  });

  it('says nothing of what cannot be read', () => {
    expect(differencesOf('no json')).toEqual([]);
  });
});

describe('the filters of the audit trail', () => {
  it('stand in the address, and what is not understood is left out', () => {
    expect(filterOf(readLogbookSearch({ soort: 'company', van: '2026-11-01', wie: 'm', o: 'x' }))).toEqual({ objectKind: 'company', from: '2026-11-01', actor: 'm', companyId: 'x' });
    expect(readLogbookSearch({ soort: 'planet', van: 'gisteren', wie: '' })).toEqual({});
  });
});

it('parts entries by the day of Amsterdam', () => {
  const event = (id: string, at: string) => ({ id, at, sequence: 1, actor: '', action: '', objectKind: '', objectId: null, reason: null, payload: '{}' });
  expect(eventsByDay([event('a', '2026-11-23T23:30:00Z'), event('b', '2026-11-23T22:30:00Z'), event('c', '2026-11-23T09:00:00Z')]).map((day) => day.map((each) => each.id))).toEqual([['a'], ['b', 'c']]);
});
