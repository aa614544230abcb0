import { formatDay, formatInstant } from '@ketenregie/messages';
import type { Portal } from '@ketenregie/tenants-portal';
import { Button, useLanguage, useText } from '@ketenregie/ui';
import { useState } from 'react';
import { changeStateOf } from './change-state.js';
import type { ChangeState } from './change-state.js';
import type { ChangeFactsFragment } from './generated/operations.js';
import { StepForm } from './step-form.js';

const MARKS = ['to-do', 'carried-out', 'confirmed'] as const;
const reached: Readonly<Record<ChangeState, number>> = { 'to-do': 0, asked: 0, refused: 0, failed: 0, withdrawn: 0, partly: 0, 'carried-out': 1, confirmed: 2 };

export interface ChangeCardProps {
  readonly portal: Portal;
  readonly change: ChangeFactsFragment;
  readonly companyName: string;
}

/** A decided change: decided, carried out and confirmed as three marks, the steps so far, and the next one. */
export function ChangeCard({ portal, change, companyName }: ChangeCardProps) {
  const text = useText();
  const language = useLanguage();
  const [isRecording, setRecording] = useState(false);
  const state = changeStateOf(change.state);
  const next = change.viewerCan.includes('authorisation.record-step') ? change.nextStates.map(changeStateOf) : [];
  return (
    <article className="r-change">
      <h4>
        {text('change.revoke')}: {text(`change.state.${state}`)}
      </h4>
      <ol className="r-marks" aria-label={text('change.marks')}>
        {MARKS.map((mark, place) => (
          <li key={mark} data-reached={state !== 'withdrawn' && place <= reached[state] ? '' : undefined}>
            {text(`change.mark.${mark}`)}
            <span className="k-hidden">: {text(state !== 'withdrawn' && place <= reached[state] ? 'change.reached' : 'change.notReached')}</span>
          </li>
        ))}
      </ol>
      {state !== 'confirmed' && state !== 'withdrawn' && <p className="r-note">{text('right.decide.works')}</p>}
      <p className="r-note">
        {text('change.decidedOn', { date: formatDay(language, change.decidedOn) })}
        {change.reason !== null && ` ${text('right.reason')}: ${change.reason}`}
      </p>
      <ChangeSteps change={change} />
      {next.length > 0 && !isRecording && <Button onPress={() => setRecording(true)}>{text('change.record')}</Button>}
      {isRecording && <StepForm portal={portal} changeId={change.id} states={next} isOwnDecision={change.isOwnDecision} companyName={companyName} onDone={() => setRecording(false)} />}
    </article>
  );
}

function ChangeSteps({ change }: { readonly change: ChangeFactsFragment }) {
  const text = useText();
  const language = useLanguage();
  if (change.steps.length < 2) return null;
  return (
    <ol className="r-steps">
      {change.steps.map((step) => (
        <li key={step.id}>
          <span>{formatInstant(language, step.recordedAt)}</span>
          <span>
            {text(`change.state.${changeStateOf(step.state)}`)}
            {step.evidenceClass !== null && ` (${text('seen.class', { class: step.evidenceClass })})`}
            {step.note !== null && `. ${step.note}`}
          </span>
        </li>
      ))}
    </ol>
  );
}
