import { Button, Dialog, useText } from '@ketenregie/ui';
import type { FindingCategory } from '@ketenregie/messages';
import { useState } from 'react';
import type { FindingGroup } from '../import-facts.js';
import { RepairField } from './repair-field.js';
import type { RepairChoices } from './repair-field.js';
import { repairKindOf } from './repair-kind.js';
import type { RepairKind } from './repair-kind.js';

export interface RepairDialogProps {
  readonly group: FindingGroup;
  readonly choices: RepairChoices;
  readonly isBusy: boolean;
  readonly onClose: () => void;
  /** The value in the form that the API takes: a key, a level, a calendar day, a number or a name. */
  readonly onRepair: (kind: Exclude<RepairKind, 'company'>, value: string) => void;
}

/** What should stand there instead, for all rows of a group at once. */
export function RepairDialog({ group, choices, isBusy, onClose, onRepair }: RepairDialogProps) {
  const text = useText();
  const kind = repairKindOf(group.category);
  const [value, setValue] = useState('');
  const [isAsked, setAsked] = useState(false);
  if (kind === null || kind === 'company') return null;
  const save = () => {
    setAsked(true);
    if (value.trim() !== '') onRepair(kind, value.trim());
  };
  const actions = (
    <>
      <Button kind="primary" isPending={isBusy} onPress={save}>
        {text('import.repair.save', { count: group.count })}
      </Button>
      <Button slot="close">{text('action.cancel')}</Button>
    </>
  );
  return (
    <Dialog title={text(`finding.${group.category as FindingCategory}.title`)} look="sheet" isOpen onOpenChange={(isOpen) => !isOpen && onClose()} actions={actions}>
      <div className="x-repair">
        <p>{group.value === null || group.value === '' ? text('import.check.timesBare', { count: group.count }) : text('import.check.times', { count: group.count, value: group.value })}</p>
        <p className="x-note">{text(`finding.${group.category as FindingCategory}.next`)}</p>
        <RepairField kind={kind} choices={choices} value={value} onChange={setValue} {...(isAsked && value.trim() === '' ? { error: text('import.repair.missing') } : {})} />
      </div>
    </Dialog>
  );
}
