import { calendarDate } from '@ketenregie/kernel';
import { readAsOf, readFilter, readSort, readStep, readTyped } from './read-input.js';

const today = calendarDate('2026-11-23');
const id = '01890000-0000-7000-8000-000000000000';
const typed = { kind: 'client-half', companyId: id, scope: 'all', targets: [], state: 'active' };

describe('what the API is given', () => {
  it('asks about today and all that is recorded unless it says otherwise', () => {
    expect(readAsOf({}, today)).toEqual({ on: today, knownAt: null });
    expect(readAsOf({ on: '2026-01-02', knownAt: '2026-11-23T10:00:00Z' }, today)).toEqual({ on: '2026-01-02', knownAt: '2026-11-23T10:00:00Z' });
    expect(readSort(null)).toBe('ends-on');
  });

  it('narrows by what is given alone', () => {
    expect(readFilter(null)).toEqual({});
    expect(readFilter({ kinds: ['direct'], states: null, companyId: id, endsOnOrAfter: '2026-11-23' })).toEqual({ kinds: ['direct'], companyId: id, endsOnOrAfter: today });
  });

  it('keeps apart what is left out, what is empty and what is said', () => {
    const read = readTyped({ ...typed, task: null, thirdPartyName: 'Derde BV', evidenceClass: 'C', seenOn: '2026-11-20' }, 'member:1');
    expect(read).toMatchObject({ task: null, thirdParty: { name: 'Derde BV', kvkNumber: null }, evidence: { evidenceClass: 'C', seenOn: '2026-11-20', seenBy: 'member:1' } });
    expect(read).not.toHaveProperty('accountable');
    expect(readTyped(typed, 'member:1')).not.toHaveProperty('evidence');
    expect(readStep({ changeId: id, state: 'asked', note: null, askedOf: 'De klant' })).toEqual({ changeId: id, state: 'asked', askedOf: 'De klant' });
  });

  it.each<[string, () => unknown, string]>([
    ['a day that does not exist', () => readAsOf({ on: '2026-02-30' }, today), 'on'],
    ['an instant that is a day', () => readAsOf({ knownAt: '2026-02-03' }, today), 'knownAt'],
    ['an order nobody knows', () => readSort('name'), 'sort'],
    ['a state nobody knows', () => readFilter({ states: ['geldig'] }), 'states'],
    ['a level nobody knows', () => readFilter({ levels: ['EH5'] }), 'levels'],
    ['an id that is none', () => readFilter({ clientId: '1 or 1=1' }), 'clientId'],
    ['a kind nobody knows', () => readTyped({ ...typed, kind: 'keten' }, 'x'), 'kind'],
    ['a step nobody knows', () => readStep({ changeId: id, state: 'klaar' }), 'state'],
  ])('is refused with %s, naming the field', (_, read, field) => {
    expect(read).toThrow(expect.objectContaining({ code: 'INVALID_INPUT', field }));
  });
});
