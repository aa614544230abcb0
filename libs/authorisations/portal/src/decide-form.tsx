import { ProblemNotice, usePortalChange } from '@ketenregie/tenants-portal';
import type { Portal } from '@ketenregie/tenants-portal';
import { Button, ErrorSummary, TextField, useText, useToast } from '@ketenregie/ui';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { DecideRevocationDocument } from './generated/operations.js';

export interface DecideFormProps {
  readonly portal: Portal;
  readonly right: { readonly id: string };
  readonly supplier: string;
  readonly holder: string;
  readonly scope: string;
  readonly companyName: string;
  readonly onDone: () => void;
}

const REASON = 'besluit-reden';

/** Deciding that a right is to end: with its reason, and with the plain word that this alone ends nothing. */
export function DecideForm({ portal, right, supplier, holder, scope, companyName, onDone }: DecideFormProps) {
  const text = useText();
  const toast = useToast();
  const decide = usePortalChange(portal, 'change-step', DecideRevocationDocument);
  const [reason, setReason] = useState('');
  const [askedOf, setAskedOf] = useState('');
  const [attempt, setAttempt] = useState(0);
  const isMissing = attempt > 0 && reason.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (reason.trim() === '') return;
    const input = { authorisationId: right.id, reason: reason.trim(), askedOf: askedOf.trim() === '' ? null : askedOf.trim() };
    decide.mutate({ input }, {
      onSuccess: () => {
        toast({ kind: 'done', title: text('right.decided'), detail: text('right.decidedNote', { supplier }) });
        onDone();
      },
    });
  };
  return (
    <form className="r-form" noValidate onSubmit={submit} aria-labelledby="besluit">
      <h3 id="besluit">{text('right.decide.title', { supplier })}</h3>
      <p>{text('right.decide.works')}</p>
      <p>{text('right.decide.consequence', { holder, scope, company: companyName })}</p>
      <ErrorSummary problems={isMissing ? [{ fieldId: REASON, message: text('right.reasonMissing') }] : []} attempt={attempt} />
      {decide.error !== null && <ProblemNotice error={decide.error} />}
      <TextField id={REASON} label={text('right.reason')} help={text('right.reasonHelp')} width="wide" isRequired value={reason} onChange={setReason} {...(isMissing ? { error: text('right.reasonMissing') } : {})} />
      <TextField label={text('right.askedOf')} help={text('right.askedOfHelp')} width="wide" value={askedOf} onChange={setAskedOf} />
      <div className="r-buttons">
        <Button type="submit" kind="danger" isPending={decide.isPending}>
          {text('right.decide.submit', { company: companyName })}
        </Button>
        <Button onPress={onDone}>{text('action.cancel')}</Button>
      </div>
    </form>
  );
}
