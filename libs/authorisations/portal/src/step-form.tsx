import { ProblemNotice, usePortalChange } from '@ketenregie/tenants-portal';
import type { Portal } from '@ketenregie/tenants-portal';
import { Button, ErrorSummary, Select, TextField, useText, useToast } from '@ketenregie/ui';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { changeStateOf, classesFor, whyNotStep } from './change-state.js';
import type { ChangeState, StepDraft } from './change-state.js';
import { RecordChangeStepDocument } from './generated/operations.js';

export interface StepFormProps {
  readonly portal: Portal;
  readonly changeId: string;
  readonly states: readonly ChangeState[];
  readonly isOwnDecision: boolean;
  readonly companyName: string;
  readonly onDone: () => void;
}

const FORM = 'stap';

/** Records what became of a decision: asked, carried out, or confirmed with evidence. */
export function StepForm({ portal, changeId, states, isOwnDecision, companyName, onDone }: StepFormProps) {
  const text = useText();
  const toast = useToast();
  const record = usePortalChange(portal, 'change-step', RecordChangeStepDocument);
  const [draft, setDraft] = useState<StepDraft>({ state: null, evidenceClass: null, note: '' });
  const [attempt, setAttempt] = useState(0);
  const why = attempt === 0 ? null : whyNotStep(draft);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (draft.state === null || whyNotStep(draft) !== null) return;
    const input = { changeId, state: draft.state, evidenceClass: draft.evidenceClass, note: draft.note.trim() === '' ? null : draft.note.trim() };
    record.mutate({ input }, {
      onSuccess: () => {
        toast({ kind: 'done', title: text('change.recorded') });
        onDone();
      },
    });
  };
  return (
    <form className="r-form" noValidate onSubmit={submit} id={FORM} tabIndex={-1}>
      <ErrorSummary problems={why === null ? [] : [{ fieldId: FORM, message: text(why) }]} attempt={attempt} />
      {record.error !== null && <ProblemNotice error={record.error} />}
      <Select label={text('change.next')} isRequired options={states.map((key) => ({ key, label: text(`change.state.${key}`) }))} value={draft.state} onChange={(state) => setDraft({ ...draft, state: changeStateOf(state) })} {...(why === 'change.stateMissing' ? { error: text(why) } : {})} />
      <Select label={text('change.evidence')} help={text('change.evidenceHelp')} options={classesFor(draft.state ?? 'to-do').map((key) => ({ key, label: text(`change.class.${key}`) }))} value={draft.evidenceClass} onChange={(evidenceClass) => setDraft({ ...draft, evidenceClass })} {...(why === 'change.evidenceMissing' ? { error: text(why) } : {})} />
      <TextField label={text('change.note')} help={text('change.noteHelp')} width="wide" value={draft.note} onChange={(note) => setDraft({ ...draft, note })} />
      {isOwnDecision && draft.state === 'confirmed' && <p className="r-note">{text('change.ownDecision')}</p>}
      <div className="r-buttons">
        <Button type="submit" kind="primary" isPending={record.isPending}>
          {text('change.submit', { company: companyName })}
        </Button>
        <Button onPress={onDone}>{text('action.cancel')}</Button>
      </div>
    </form>
  );
}
