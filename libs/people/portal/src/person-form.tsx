import { ProblemNotice, usePortalChange } from '@ketenregie/tenants-portal';
import type { Portal } from '@ketenregie/tenants-portal';
import { Button, Dialog, useText, useToast } from '@ketenregie/ui';
import { useState } from 'react';
import { ChangePersonDocument } from './generated/operations.js';
import type { PersonFactsFragment } from './generated/operations.js';
import { changeOfPerson, draftOfPerson, problemsOfPerson } from './person-draft.js';
import type { PersonDraft } from './person-draft.js';
import { PersonFields } from './person-fields.js';

export interface PersonFormProps {
  readonly portal: Portal;
  readonly person: PersonFactsFragment;
  readonly today: string;
  readonly onClose: () => void;
}

/** Changes what is believed of a person from today on; mostly the last day of service. */
export function PersonForm({ portal, person, today, onClose }: PersonFormProps) {
  const text = useText();
  const toast = useToast();
  const change = usePortalChange(portal, 'person', ChangePersonDocument);
  const [draft, setDraft] = useState<PersonDraft>(() => draftOfPerson(person));
  const [attempt, setAttempt] = useState(0);
  const problems = attempt === 0 ? [] : problemsOfPerson(draft, text);
  const save = () => {
    setAttempt(attempt + 1);
    if (problemsOfPerson(draft, text).length > 0) return;
    const input = changeOfPerson(draft, person);
    if (Object.keys(input).length === 1) return onClose();
    change.mutate({ input }, {
      onSuccess: () => {
        toast({ kind: 'done', title: text('people.form.saved', { person: draft.fullName }) });
        onClose();
      },
    });
  };
  const actions = (
    <>
      <Button kind="primary" isPending={change.isPending} onPress={save}>
        {text('people.form.save', { person: person.fullName })}
      </Button>
      <Button slot="close">{text('action.cancel')}</Button>
    </>
  );
  return (
    <Dialog title={text('people.form.title', { person: person.fullName })} look="sheet" isOpen onOpenChange={(isOpen) => !isOpen && onClose()} actions={actions}>
      <div className="m-form">
        {change.error !== null && <ProblemNotice error={change.error} />}
        <PersonFields draft={draft} onChange={setDraft} problems={problems} attempt={attempt} today={today} />
      </div>
    </Dialog>
  );
}
