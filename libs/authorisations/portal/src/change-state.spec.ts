import { changeStateOf, classesFor, whyNotStep } from './change-state.js';

describe('a step of a decided change', () => {
  it.each([
    ['without a state', { state: null, evidenceClass: null }, 'change.stateMissing'],
    ['confirmed without evidence', { state: 'confirmed', evidenceClass: null }, 'change.evidenceMissing'],
    ['confirmed by a statement alone', { state: 'confirmed', evidenceClass: 'D' }, 'change.evidenceMissing'],
    ['confirmed by an overview of the supplier', { state: 'confirmed', evidenceClass: 'A' }, null],
    ['carried out, as somebody says', { state: 'carried-out', evidenceClass: 'D' }, null],
  ] as const)('%s', (_, draft, why) => expect(whyNotStep({ ...draft, note: '' })).toBe(why));

  it('offers a statement for all but a confirmation', () => {
    expect(classesFor('confirmed')).not.toContain('D');
    expect(classesFor('carried-out')).toContain('D');
  });

  it('reads a state it has no words for as still to do', () => expect(changeStateOf('queued')).toBe('to-do'));
});
