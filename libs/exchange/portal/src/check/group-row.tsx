import { wordOf } from '@ketenregie/tenants-portal';
import { Button, useText } from '@ketenregie/ui';
import { Check } from 'lucide-react';
import { useId } from 'react';
import type { ReactNode } from 'react';
import type { FindingGroup } from '../import-facts.js';
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

/** A register that is not eHerkenning's, as the reading names it. */
const registerOf = (value: string | null) => wordOf(['logius-machtigingenregister', 'portal-own', 'eherkenning'] as const, value ?? '', 'portal-own');

/** One text that is not right: how often it stands there in the margin, and the repair that does for all of them at once. */
export function GroupRow({ group, children, ...rest }: GroupRowProps) {
  const text = useText();
  const wordsId = useId();
  const isNamed = group.value !== null && group.value !== '';
  return (
    <li className="x-group" data-state={group.state}>
      <p className="x-group-count">
        {group.count}
        <span aria-hidden>×</span>
      </p>
      <p className="x-group-words" id={wordsId}>{isNamed ? <q className="x-value">{group.category === 'other-register' ? text(`portals.register.${registerOf(group.value)}`) : group.value}</q> : <span className="x-quiet">{text('import.check.emptyCell')}</span>}</p>
      <GroupActions group={group} wordsId={wordsId} {...rest} />
      {children !== undefined && children !== null && <div className="x-group-rows">{children}</div>}
    </li>
  );
}

function GroupActions({ group, wordsId, offer, canRepair, isBusy, isOpen, onTakeOffer, onChoose, onIgnore, onToggleRows }: Omit<GroupRowProps, 'children'> & { readonly wordsId: string }) {
  const text = useText();
  const kind = repairKindOf(group.category);
  const isOpenForRepair = canRepair && group.state === 'open';
  return (
    <div className="x-group-actions">
      {group.state !== 'open' && (
        <span className="x-group-done">
          <Check size={16} aria-hidden />
          {text(group.state === 'repaired' ? 'import.repair.repaired' : 'import.repair.ignored')}
        </span>
      )}
      {isOpenForRepair && offer !== null && (
        <Button kind="primary" aria-describedby={wordsId} isPending={isBusy} onPress={onTakeOffer}>
          {text('import.repair.suggestionRows', { count: group.count, replacement: offer })}
        </Button>
      )}
      {isOpenForRepair && kind !== null && <Button aria-describedby={wordsId} onPress={onChoose}>{text(offer === null ? `import.repair.pick.${kind}` : 'import.repair.choose')}</Button>}
      {isOpenForRepair && group.severity !== 'info' && (
        <Button kind="quiet" aria-describedby={wordsId} onPress={onIgnore}>
          {text(group.severity === 'blocks' ? 'import.repair.skip' : kind === null ? 'import.repair.seen' : 'import.repair.ignore')}
        </Button>
      )}
      <Button kind="quiet" aria-describedby={wordsId} onPress={onToggleRows} aria-expanded={isOpen}>
        {text(isOpen ? 'import.repair.hideRows' : 'import.repair.rows')}
      </Button>
    </div>
  );
}
