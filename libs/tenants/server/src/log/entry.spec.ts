import { changesOf, entryOf, subjectOf } from './entry.js';

const entry = (payload: object, { action = 'company.changed', objectKind = 'company' } = {}) =>
  entryOf({ id: 'e', sequence: 1, at: '2026-11-23T09:00:00Z', actor: 'system', action, objectKind, objectId: 'o', reason: null, payload: JSON.stringify(payload) });

const told = (...asked: Parameters<typeof entry>) => changesOf(entry(...asked)).map(({ field, before, after }) => [field, before, after]);

describe('what an entry changed', () => {
  it('is what differs between before and after, in the order of its kind', () => {
    expect(told({ before: { town: 'Ede', name: 'A', rsin: '1' }, after: { town: 'Epe', name: 'A', rsin: null } })).toEqual([['rsin', '1', null], ['town', 'Ede', 'Epe']]);
  });

  it('leaves out what a change did not name, and what is for machines', () => {
    expect(told({ before: { town: 'Ede', rsin: '1' }, after: { town: null } })).toEqual([['town', 'Ede', null]]);
    expect(told({ name: 'A', position: 3 }, { action: 'company.recorded' })).toEqual([['name', null, 'A']]);
  });

  it('is all of it where nothing was before, and what was where nothing is after', () => {
    expect(told({ before: null, after: { level: 'EH3' }, targets: [] }, { action: 'authorisation.created' })).toEqual([['targets', null, []], ['level', null, 'EH3']]);
    expect(told({ before: { town: 'Ede' }, after: null })).toEqual([['town', 'Ede', null]]);
  });

  it('is nothing in a kind of another version', () => {
    expect(told({ town: 'Ede' }, { action: 'planet.found' })).toEqual([]);
  });
});

it('is about the object it names; a service by its key', () => {
  expect(subjectOf(entry({}))).toEqual({ kind: 'company', id: 'o' });
  expect(subjectOf(entry({ serviceKey: 'bd-ob' }, { action: 'service.settled', objectKind: 'service' }))).toEqual({ kind: 'service', id: 'bd-ob' });
  expect(subjectOf(entry({}, { action: 'export.made', objectKind: 'export' }))).toBeNull();
});
