import type { FieldProblem, TextOf } from '@ketenregie/ui';
import type { ChangePersonMutationVariables, PersonFactsFragment, RecordPersonMutationVariables } from './generated/operations.js';

/** The form of a person: empty where nothing is known. */
export interface PersonDraft {
  readonly fullName: string;
  readonly email: string;
  readonly jobTitle: string;
  readonly inServiceFrom: string;
  readonly inServiceUntil: string;
}

export const PERSON_FIELDS: Readonly<Record<keyof PersonDraft, string>> = { fullName: 'persoon-naam', email: 'persoon-adres', jobTitle: 'persoon-functie', inServiceFrom: 'persoon-vanaf', inServiceUntil: 'persoon-tot' };
const KEYS = Object.keys(PERSON_FIELDS) as (keyof PersonDraft)[];

export function draftOfPerson(person: Pick<PersonFactsFragment, keyof PersonDraft>): PersonDraft {
  return { fullName: person.fullName, email: person.email ?? '', jobTitle: person.jobTitle ?? '', inServiceFrom: person.inServiceFrom ?? '', inServiceUntil: person.inServiceUntil ?? '' };
}

export const NO_PERSON: PersonDraft = { fullName: '', email: '', jobTitle: '', inServiceFrom: '', inServiceUntil: '' };

/** A person as the API records him; what was left empty is not known. */
export function newPersonOf(draft: PersonDraft): RecordPersonMutationVariables['input'] {
  const typed = Object.fromEntries(KEYS.flatMap((key) => (draft[key].trim() === '' ? [] : [[key, draft[key].trim()]])));
  return { fullName: '', ...typed };
}

/** What is not right in a draft, each with what to do about it. */
export function problemsOfPerson(draft: PersonDraft, text: TextOf): FieldProblem[] {
  const { fullName, email, inServiceFrom, inServiceUntil } = draft;
  return [
    ...(fullName.trim() === '' ? [{ fieldId: PERSON_FIELDS.fullName, message: text('people.form.nameMissing') }] : []),
    ...(email.trim() !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim()) ? [{ fieldId: PERSON_FIELDS.email, message: text('signIn.emailWrong') }] : []),
    ...(inServiceFrom !== '' && inServiceUntil !== '' && inServiceUntil < inServiceFrom ? [{ fieldId: PERSON_FIELDS.inServiceUntil, message: text('people.form.untilBeforeFrom') }] : []),
  ];
}

/** Only what differs goes to the API; an emptied field takes the fact away. */
export function changeOfPerson(draft: PersonDraft, person: Pick<PersonFactsFragment, keyof PersonDraft | 'id'>): ChangePersonMutationVariables['input'] {
  const before = draftOfPerson(person);
  const changed = KEYS.filter((key) => draft[key].trim() !== before[key]).map((key) => [key, draft[key].trim() === '' ? null : draft[key].trim()]);
  return { id: person.id, ...Object.fromEntries(changed) };
}
