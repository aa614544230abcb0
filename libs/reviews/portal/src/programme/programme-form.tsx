import { ProblemNotice, usePortalChange, usePortalQuery, useToday } from '@ketenregie/tenants-portal';
import type { Portal } from '@ketenregie/tenants-portal';
import { Button, Dialog, ErrorSummary, useText, useToast } from '@ketenregie/ui';
import { useState } from 'react';
import { ReviewClientOfDocument, ReviewPlanDocument } from '../generated/operations.js';
import type { ProgrammeFactsFragment } from '../generated/operations.js';
import { draftOfProgramme, inputOfProgramme, problemsOfProgramme } from './programme-draft.js';
import { ProgrammeFields } from './programme-fields.js';

export interface ProgrammeFormProps {
  readonly portal: Portal;
  /** Null: a new one. */
  readonly programme: ProgrammeFactsFragment | null;
  /** A group with one client never sees the word. */
  readonly hasClients: boolean;
  readonly onClose: () => void;
}

/** Plans a programme or changes one; rounds that have started keep what they started with. */
export function ProgrammeForm({ portal, programme, hasClients, onClose }: ProgrammeFormProps) {
  const text = useText();
  const toast = useToast();
  const today = useToday();
  const plan = usePortalChange(portal, 'review', ReviewPlanDocument);
  const [draft, setDraft] = useState(() => draftOfProgramme(programme, { today, name: text('reviews.form.nameExample') }));
  const [attempt, setAttempt] = useState(0);
  const problemsOf = () => problemsOfProgramme(draft, programme?.clientId != null, text);
  const problems = attempt === 0 ? [] : problemsOf();
  const isOneChosen = draft.scope === 'client' && draft.companyId !== '';
  const chosen = usePortalQuery(portal, { subject: 'companies', document: ReviewClientOfDocument, variables: { id: draft.companyId }, isEnabled: isOneChosen });
  const isWaiting = isOneChosen && chosen.data?.company.id !== draft.companyId;
  const save = () => {
    setAttempt(attempt + 1);
    if (problemsOf().length > 0 || isWaiting) return;
    const clientId = isOneChosen ? (chosen.data?.company.clientId ?? null) : (programme?.clientId ?? null);
    plan.mutate({ input: inputOfProgramme(draft, { id: programme?.id ?? null, clientId }) }, {
      onSuccess: () => {
        toast({ kind: 'done', title: text('reviews.form.saved', { name: draft.name.trim() }) });
        onClose();
      },
    });
  };
  const actions = (
    <>
      <Button kind="primary" isPending={plan.isPending || isWaiting} onPress={save}>
        {text(programme === null ? 'reviews.form.plan' : 'action.save')}
      </Button>
      <Button slot="close">{text('action.cancel')}</Button>
    </>
  );
  return (
    <Dialog title={programme === null ? text('reviews.plan') : text('reviews.form.title', { name: programme.name })} look="sheet" isOpen onOpenChange={(isOpen) => !isOpen && onClose()} actions={actions}>
      <div className="v-form">
        <ErrorSummary problems={problems} attempt={attempt} />
        {plan.error !== null && <ProblemNotice error={plan.error} />}
        <ProgrammeFields portal={portal} draft={draft} onDraft={setDraft} problems={problems} clientName={programme?.clientName ?? null} hasClients={hasClients} isNew={programme === null} />
      </div>
    </Dialog>
  );
}
