import { addressIn, ProblemNotice, usePortalChange, useToday } from '@ketenregie/tenants-portal';
import type { Portal } from '@ketenregie/tenants-portal';
import { Button, Dialog, useText, useToast } from '@ketenregie/ui';
import { useState } from 'react';
import { RecordPersonDocument } from './generated/operations.js';
import { newPersonOf, NO_PERSON, problemsOfPerson } from './person-draft.js';
import type { PersonDraft } from './person-draft.js';
import { PersonFields } from './person-fields.js';

/** Adds a person typed by hand, and goes to his page. */
export function NewPersonForm({ portal, onClose }: { readonly portal: Portal; readonly onClose: () => void }) {
  const text = useText();
  const toast = useToast();
  const today = useToday();
  const record = usePortalChange(portal, 'person', RecordPersonDocument);
  const [draft, setDraft] = useState<PersonDraft>(NO_PERSON);
  const [attempt, setAttempt] = useState(0);
  const problems = attempt === 0 ? [] : problemsOfPerson(draft, text);
  const save = () => {
    setAttempt(attempt + 1);
    if (problemsOfPerson(draft, text).length > 0) return;
    record.mutate({ input: newPersonOf(draft) }, {
      onSuccess: ({ recordPerson }) => {
        toast({ kind: 'done', title: text('people.form.added', { person: draft.fullName.trim() }) });
        portal.goTo(addressIn(portal, `medewerkers/${recordPerson.id}`));
      },
    });
  };
  const actions = (
    <>
      <Button kind="primary" isPending={record.isPending} onPress={save}>
        {text('people.add')}
      </Button>
      <Button slot="close">{text('action.cancel')}</Button>
    </>
  );
  return (
    <Dialog title={text('people.add')} look="sheet" isOpen onOpenChange={(isOpen) => !isOpen && onClose()} actions={actions}>
      <div className="m-form">
        {record.error !== null && <ProblemNotice error={record.error} />}
        <PersonFields draft={draft} onChange={setDraft} problems={problems} attempt={attempt} today={today} />
      </div>
    </Dialog>
  );
}
