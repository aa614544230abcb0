import { Button, Dialog, TextField, useText } from '@ketenregie/ui';
import { useState } from 'react';
import type { Decision } from '../outcome-chip.js';

export interface ReasonDialogProps {
  readonly decision: Exclude<Decision, 'keep'>;
  /** Which line is meant, or how many. */
  readonly aim: string;
  /** Who and what, where it is one; else empty. */
  readonly detail: string;
  /** The reason given the last time: Enter takes it again. */
  readonly lastReason: string;
  readonly onReason: (reason: string) => void;
  readonly onClose: () => void;
}

const MOST = 500;

/** Asks why: a revoke or a change needs a reason. Enter decides, Escape does not. */
export function ReasonDialog({ decision, aim, detail, lastReason, onReason, onClose }: ReasonDialogProps) {
  const text = useText();
  const [reason, setReason] = useState(lastReason);
  const [isAsked, setAsked] = useState(false);
  const said = reason.trim();
  const error = !isAsked ? null : said === '' ? text('reviews.reason.missing') : said.length > MOST ? text('reviews.reason.long', { most: MOST }) : null;
  const decide = () => {
    setAsked(true);
    if (said !== '' && said.length <= MOST) onReason(said);
  };
  const actions = (
    <>
      <Button kind={decision === 'revoke' ? 'danger' : 'primary'} onPress={decide}>
        {text(`reviews.outcome.${decision}`)}
      </Button>
      <Button slot="close">{text('action.cancel')}</Button>
    </>
  );
  return (
    <Dialog title={text(`reviews.reason.${decision}`, { name: aim })} isOpen onOpenChange={(isOpen) => !isOpen && onClose()} actions={actions}>
      <form
        className="v-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          decide();
        }}
      >
        {detail !== '' && <p>{detail}</p>}
        <p>{text(`reviews.reason.${decision}Note`)}</p>
        {/* The field is why the dialog opened: who decides by keys types on. */}
        <TextField label={text('right.reason')} width="wide" isRequired autoFocus value={reason} onChange={setReason} onFocus={(event) => event.target instanceof HTMLInputElement && event.target.select()} {...(error === null ? {} : { error })} />
      </form>
    </Dialog>
  );
}
