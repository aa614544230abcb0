import { ProblemNotice } from '@ketenregie/tenants-portal';
import { Button, Dialog, FactList, useText } from '@ketenregie/ui';
import type { RoundFactsFragment } from '../generated/operations.js';
import { OUTCOMES } from '../outcome-chip.js';

export interface CloseDialogProps {
  readonly round: RoundFactsFragment;
  readonly tenantName: string;
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly onConfirm: () => void;
  /** Shows what nobody decided. */
  readonly onShowUndecided: () => void;
  readonly onClose: () => void;
}

/** What closing does, in numbers, before it is done: it cannot be taken back. */
export function CloseDialog({ round, tenantName, isPending, error, onConfirm, onShowUndecided, onClose }: CloseDialogProps) {
  const text = useText();
  const { counts } = round;
  const actions = (
    <>
      <Button kind="primary" isPending={isPending} onPress={onConfirm}>
        {text('reviews.close.confirm', { tenant: tenantName })}
      </Button>
      {counts.undecided > 0 && <Button onPress={onShowUndecided}>{text('reviews.close.showUndecided', { count: counts.undecided })}</Button>}
      <Button kind="quiet" slot="close">
        {text('action.cancel')}
      </Button>
    </>
  );
  return (
    <Dialog title={text('reviews.close.title', { name: round.name })} role="alertdialog" isOpen onOpenChange={(isOpen) => !isOpen && onClose()} actions={actions}>
      <div className="v-form">
        {error !== null && <ProblemNotice error={error} />}
        <FactList facts={OUTCOMES.filter((outcome) => counts[outcome] > 0).map((outcome) => ({ term: text(`reviews.outcome.${outcome}`), value: String(counts[outcome]) }))} />
        <p>{text('reviews.close.follows', { revokes: counts.revoke, changes: counts.change })}</p>
        {counts.undecided > 0 && <p>{text('reviews.close.silence', { count: counts.undecided })}</p>}
        {counts.differs > 0 && <p>{text('reviews.close.differ', { count: counts.differs })}</p>}
        <p>{text('reviews.close.final')}</p>
      </div>
    </Dialog>
  );
}
