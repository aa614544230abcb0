import { changeOfPerson, draftOfPerson, PERSON_FIELDS, problemsOfPerson } from './person-draft.js';

const person = { id: 'p', fullName: 'Sanne de Boer', email: 'sanne@example.nl', jobTitle: null, inServiceFrom: '2020-01-01', inServiceUntil: null };
const draft = draftOfPerson(person);
const text = (id: string) => id;

describe('the form of a person', () => {
  it.each([
    ['nothing where nothing was typed', {}, {}],
    ['the last day of service alone', { inServiceUntil: '2026-12-31' }, { inServiceUntil: '2026-12-31' }],
    ['an emptied address as taken away', { email: ' ' }, { email: null }],
  ])('sends %s', (_, typed, sent) => expect(changeOfPerson({ ...draft, ...typed }, person)).toEqual({ id: 'p', ...sent }));

  it.each([
    ['no name', { fullName: ' ' }, [PERSON_FIELDS.fullName]],
    ['an address without a domain', { email: 'sanne@' }, [PERSON_FIELDS.email]],
    ['an end before the start', { inServiceUntil: '2019-12-31' }, [PERSON_FIELDS.inServiceUntil]],
    ['nothing', { inServiceUntil: '2026-12-31' }, []],
  ])('refuses %s', (_, typed, fields) => expect(problemsOfPerson({ ...draft, ...typed }, text).map(({ fieldId }) => fieldId)).toEqual(fields));
});
