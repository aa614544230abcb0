import { knownAtOf, readQuestion, searchOf } from './ask-search.js';

const today = '2026-11-23';

describe('a question in the address', () => {
  it.each([
    ['nothing', {}, { person: null, company: null, service: null, on: today, knownOn: '' }],
    ['a whole question', { wie: 'p', voor: 'c', bij: 'bd-ob', op: '2026-12-01', bekend: '2026-11-01' }, { person: 'p', company: 'c', service: 'bd-ob', on: '2026-12-01', knownOn: '2026-11-01' }],
    ['a day that is none', { wie: 3, op: 'morgen' }, { person: null, company: null, service: null, on: today, knownOn: '' }],
  ])('is read from %s', (_, search, question) => expect(readQuestion(search, today)).toEqual(question));

  it('comes back as it was written', () => {
    const question = { person: 'p', company: 'c', service: 'bd-ob', on: '2026-12-01', knownOn: '2026-11-01' };
    expect(readQuestion({ ...searchOf(question) }, today)).toEqual(question);
  });

  it('counts what was known until the day ended, and all of it where no day is named', () => {
    expect(knownAtOf('2026-11-01')).toBe('2026-11-01T23:00:00Z');
    expect(knownAtOf('')).toBeNull();
  });
});
