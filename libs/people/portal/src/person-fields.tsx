import { DayField, ErrorSummary, TextField, useText } from '@ketenregie/ui';
import type { FieldProblem } from '@ketenregie/ui';
import { PERSON_FIELDS } from './person-draft.js';
import type { PersonDraft } from './person-draft.js';

export interface PersonFieldsProps {
  readonly draft: PersonDraft;
  readonly onChange: (draft: PersonDraft) => void;
  readonly problems: readonly FieldProblem[];
  /** Counts the tries to save: each puts the focus on what is wrong. */
  readonly attempt: number;
  readonly today: string;
}

/** What can be said of a person, with what is not right about it on top. */
export function PersonFields({ draft, onChange, problems, attempt, today }: PersonFieldsProps) {
  const text = useText();
  const errorOf = (key: keyof PersonDraft) => {
    const found = problems.find(({ fieldId }) => fieldId === PERSON_FIELDS[key]);
    return found === undefined ? {} : { error: found.message };
  };
  const field = (key: keyof PersonDraft) => ({ id: PERSON_FIELDS[key], value: draft[key], onChange: (value: string) => onChange({ ...draft, [key]: value }), ...errorOf(key) });
  return (
    <>
      <ErrorSummary problems={problems} attempt={attempt} />
      <TextField label={text('people.column.name')} width="wide" isRequired {...field('fullName')} />
      <TextField label={text('signIn.email')} width="wide" inputMode="email" {...field('email')} />
      <TextField label={text('people.column.job')} width="wide" {...field('jobTitle')} />
      <DayField label={text('people.form.from')} today={today} {...field('inServiceFrom')} />
      <DayField label={text('people.form.until')} help={text('people.form.untilHelp')} today={today} {...field('inServiceUntil')} />
    </>
  );
}
