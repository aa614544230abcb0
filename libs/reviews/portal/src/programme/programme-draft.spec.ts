import { draftOfProgramme, inputOfProgramme, problemsOfProgramme, PROGRAMME_FIELDS } from './programme-draft.js';
import type { ProgrammeDraft } from './programme-draft.js';

const text = (id: string) => id;
const draft = (change: Partial<ProgrammeDraft> = {}): ProgrammeDraft => ({ ...draftOfProgramme(null, { today: '2026-11-23', name: 'Ketens' }), ...change });

describe('a programme that is being typed', () => {
  it('begins quarterly, over all chains, from today', () => {
    expect(inputOfProgramme(draft(), { id: null, clientId: null })).toEqual({
      name: 'Ketens', every: 'quarter', months: null, scope: 'all', clientId: null, supplierKey: null, startsOn: '2026-11-23', dueDays: 21, fallbackMemberId: null, state: 'active',
    });
    expect(problemsOfProgramme(draft(), false, text)).toEqual([]);
  });

  it.each<[string, Partial<ProgrammeDraft>, keyof typeof PROGRAMME_FIELDS]>([
    ['no name', { name: ' ' }, 'name'],
    ['no client', { scope: 'client' }, 'companyId'],
    ['no supplier', { scope: 'supplier' }, 'supplierKey'],
    ['no number of months', { every: 'months', months: '37' }, 'months'],
    ['no first day', { startsOn: '' }, 'startsOn'],
    ['no number of days', { dueDays: '1.5' }, 'dueDays'],
  ])('is told of %s, in its place', (_, change, field) => {
    expect(problemsOfProgramme(draft(change), false, text).map(({ fieldId }) => fieldId)).toEqual([PROGRAMME_FIELDS[field]]);
  });

  it('keeps the client it was about, and sends only what belongs to its scope', () => {
    const about = draft({ scope: 'client', supplierKey: 'kpn', every: 'months', months: '2' });
    expect(problemsOfProgramme(about, true, text)).toEqual([]);
    expect(inputOfProgramme(about, { id: 'p', clientId: 'k' })).toMatchObject({ id: 'p', scope: 'client', clientId: 'k', supplierKey: null, months: 2 });
  });
});
