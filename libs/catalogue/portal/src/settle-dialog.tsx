import { ProblemNotice, usePortalChange } from '@ketenregie/tenants-portal';
import type { Portal } from '@ketenregie/tenants-portal';
import { Button, Dialog, ErrorSummary, RadioGroup, TextField, useText, useToast } from '@ketenregie/ui';
import type { FieldProblem, TextOf } from '@ketenregie/ui';
import { useState } from 'react';
import { PortalsSettleServiceDocument } from './generated/operations.js';
import type { NamedService } from './service-filter.js';
import { chainOf, draftOf, LEVEL_CHOICES, settleInputOf } from './settle-draft.js';
import type { SettleDraft } from './settle-draft.js';

export interface SettleDialogProps {
  readonly portal: Portal;
  readonly service: NamedService;
  readonly tenantName: string;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

const LEVEL = 'vaststellen-niveau';
const REASON = 'vaststellen-reden';

function problemsOf(draft: SettleDraft, service: NamedService, text: TextOf): FieldProblem[] {
  const isSame = Object.keys(settleInputOf(draft, service)).length === 2;
  return [
    ...(isSame ? [{ fieldId: LEVEL, message: text('portals.settle.nothing') }] : []),
    ...(draft.reason.trim() === '' ? [{ fieldId: REASON, message: text('portals.settle.reasonMissing') }] : []),
  ];
}

/** Settles the level or the chain from own experience, with how we know it. Counts for this office alone. */
export function SettleDialog({ portal, service, tenantName, isOpen, onOpenChange }: SettleDialogProps) {
  const text = useText();
  const toast = useToast();
  const settle = usePortalChange(portal, 'catalogue', PortalsSettleServiceDocument);
  const [draft, setDraft] = useState<SettleDraft>(() => draftOf(service));
  const [attempt, setAttempt] = useState(0);
  const problems = attempt === 0 ? [] : problemsOf(draft, service, text);
  const save = () => {
    setAttempt(attempt + 1);
    if (problemsOf(draft, service, text).length > 0) return;
    settle.mutate({ input: settleInputOf(draft, service) }, {
      onSuccess: () => {
        onOpenChange(false);
        setAttempt(0);
        toast({ kind: 'done', title: text('portals.settle.saved', { service: service.name }) });
      },
    });
  };
  const actions = (
    <>
      <Button kind="primary" isPending={settle.isPending} onPress={save}>
        {text('portals.settle.save')}
      </Button>
      <Button slot="close">{text('action.cancel')}</Button>
    </>
  );
  return (
    <Dialog title={text('portals.settle.title', { service: service.name })} look="sheet" isOpen={isOpen} onOpenChange={onOpenChange} actions={actions}>
      <div className="c-form">
        <p>{text('portals.settle.intro', { tenant: tenantName })}</p>
        <ErrorSummary problems={problems} attempt={attempt} />
        {settle.error !== null && <ProblemNotice error={settle.error} />}
        <SettleFields draft={draft} onChange={setDraft} problems={problems} />
      </div>
    </Dialog>
  );
}

interface SettleFieldsProps {
  readonly draft: SettleDraft;
  readonly onChange: (draft: SettleDraft) => void;
  readonly problems: readonly FieldProblem[];
}

function SettleFields({ draft, onChange, problems }: SettleFieldsProps) {
  const text = useText();
  const errorOf = (fieldId: string) => {
    const message = problems.find((problem) => problem.fieldId === fieldId)?.message;
    return message === undefined ? {} : { error: message };
  };
  const levels = [{ key: '', label: text('portals.settle.catalogue') }, ...LEVEL_CHOICES.map((level) => ({ key: level, label: level }))];
  const chains = [
    { key: '', label: text('portals.settle.catalogue') },
    { key: 'yes', label: text('answer.yes') },
    { key: 'no', label: text('answer.no') },
  ];
  return (
    <>
      <div id={LEVEL} tabIndex={-1}>
        <RadioGroup label={text('portals.settle.level')} options={levels} value={draft.level ?? ''} onChange={(level) => onChange({ ...draft, level: LEVEL_CHOICES.find((each) => each === level) ?? null })} look="segments" {...errorOf(LEVEL)} />
      </div>
      <RadioGroup label={text('portals.settle.chain')} options={chains} value={draft.chain ?? ''} onChange={(chain) => onChange({ ...draft, chain: chainOf(chain) })} look="segments" />
      <TextField id={REASON} label={text('portals.settle.reason')} help={text('portals.settle.reasonHelp')} width="wide" isRequired value={draft.reason} onChange={(reason) => onChange({ ...draft, reason })} {...errorOf(REASON)} />
    </>
  );
}
