import type { FindingCategory, MessageId } from '@ketenregie/messages';
import { Button, useText } from '@ketenregie/ui';
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import type { FindingGroup } from '../import.documents.js';
import { repairKindOf } from './repair-kind.js';

export interface GroupRowProps {
  readonly group: FindingGroup;
  /** The offer in words; null where there is none. */
  readonly offer: string | null;
  readonly canRepair: boolean;
  readonly isBusy: boolean;
  readonly isOpen: boolean;
  readonly onTakeOffer: () => void;
  readonly onChoose: () => void;
  readonly onIgnore: () => void;
  readonly onToggleRows: () => void;
  /** The rows of the group, once they are asked for. */
  readonly children?: ReactNode;
}

/** A group of problems on one line: how often in the margin, what stands there, and the repair that does for all of them at once. */
export function GroupRow({ group, children, ...rest }: GroupRowProps) {
  const text = useText();
  const title = text(`finding.${group.category as FindingCategory}.title`);
  return (
    <li className="x-group" data-severity={group.severity} data-state={group.state}>
      <p className="x-group-count">
        {group.count}
        <span aria-hidden>×</span>
      </p>
      <div className="x-group-words">
        <h3>
          {title}
          {group.value !== null && group.value !== '' && <q className="x-value">{group.value}</q>}
        </h3>
        <p>{text(`finding.${group.category as FindingCategory}.next` as MessageId)}</p>
      </div>
      <GroupActions group={group} {...rest} />
      {children !== undefined && <div className="x-group-rows">{children}</div>}
    </li>
  );
}

function GroupActions({ group, offer, canRepair, isBusy, isOpen, onTakeOffer, onChoose, onIgnore, onToggleRows }: Omit<GroupRowProps, 'children'>) {
  const text = useText();
  const kind = repairKindOf(group.category);
  const rows = (
    <Button kind="quiet" onPress={onToggleRows} aria-expanded={isOpen}>
      {text(isOpen ? 'import.repair.hideRows' : 'import.repair.rows')}
    </Button>
  );
  if (group.state !== 'open') {
    return (
      <div className="x-group-actions">
        <span className="x-group-done">
          <Check size={16} aria-hidden />
          {text(group.state === 'repaired' ? 'import.repair.repaired' : 'import.repair.ignored')}
        </span>
        {rows}
      </div>
    );
  }
  return (
    <div className="x-group-actions">
      {canRepair && offer !== null && (
        <Button kind="primary" isPending={isBusy} onPress={onTakeOffer}>
          {text('import.repair.suggestionRows', { count: group.count, replacement: offer })}
        </Button>
      )}
      {canRepair && kind !== null && <Button onPress={onChoose}>{text(offer === null ? `import.repair.pick.${kind}` : 'import.repair.choose')}</Button>}
      {canRepair && (
        <Button kind="quiet" isPending={isBusy && offer === null} onPress={onIgnore}>
          {text(group.severity === 'blocks' ? 'import.repair.skip' : 'import.repair.ignore')}
        </Button>
      )}
      {rows}
    </div>
  );
}
