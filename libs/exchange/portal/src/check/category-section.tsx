import type { FindingCategory, MessageId } from '@ketenregie/messages';
import { Button, useText } from '@ketenregie/ui';
import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import type { FindingGroup } from '../import-facts.js';
import type { CategoryOfGroups } from './check-search.js';
import { repairKindOf } from './repair-kind.js';

const SHOWN = 5;

export interface CategorySectionProps {
  readonly category: CategoryOfGroups;
  /** A group that must be in sight though it would be folded away. */
  readonly openKey: string | undefined;
  readonly canRepair: boolean;
  readonly isBusy: boolean;
  readonly onIgnoreAll: () => void;
  readonly rowOf: (group: FindingGroup) => ReactNode;
}

/** What asks for a person stands open at once: what blocks, and what one click repairs. The rest is one line that opens. */
function isOpenAtFirst({ severity, open, groups }: CategoryOfGroups, openKey: string | undefined): boolean {
  return groups.some((group) => group.repairKey === openKey) || (open > 0 && (severity === 'blocks' || groups.some((group) => group.suggestion !== null && group.state === 'open')));
}

/** The words for deciding a whole category at once. */
function allWords({ severity, category }: CategoryOfGroups): MessageId {
  return severity === 'blocks' ? 'import.repair.skipAll' : repairKindOf(category) === null ? 'import.repair.seenAll' : 'import.repair.ignoreAll';
}

/** All texts with one thing wrong: what it is and what to do, said once, and the texts under it. Long lists show their first five. */
export function CategorySection({ category, openKey, canRepair, isBusy, onIgnoreAll, rowOf }: CategorySectionProps) {
  const text = useText();
  const listId = useId();
  const headingId = `soort-${category.category}`;
  const [isOpen, setOpen] = useState(isOpenAtFirst(category, openKey));
  const [isWhole, setWhole] = useState(category.groups.findIndex((group) => group.repairKey === openKey) >= SHOWN);
  const name = category.category as FindingCategory;
  const shown = isWhole ? category.groups : category.groups.slice(0, SHOWN);
  const left = category.groups.length - shown.length;
  const open = category.groups.filter((group) => group.state === 'open');
  return (
    <section className="x-category" data-severity={category.severity} data-open={category.open > 0 ? '' : undefined} aria-labelledby={headingId}>
      <header data-unfolded={isOpen ? '' : undefined}>
        <p className="x-category-count">
          {category.rows}
          <span aria-hidden>×</span>
        </p>
        <div>
          <h3 id={headingId}>{text(`finding.${name}.title`)}</h3>
          <p>{text(`finding.${name}.next`)}</p>
        </div>
        <div className="x-group-actions">
          {canRepair && category.severity !== 'info' && open.length > 0 && (
            <Button kind="quiet" aria-describedby={headingId} isPending={isBusy} onPress={onIgnoreAll}>
              {text(allWords(category), { count: open.length })}
            </Button>
          )}
          <Button aria-describedby={headingId} onPress={() => setOpen(!isOpen)} aria-expanded={isOpen} aria-controls={listId}>
            {isOpen ? text('import.check.hideTexts') : text('import.check.showTexts', { count: category.groups.length })}
          </Button>
        </div>
      </header>
      <div id={listId} hidden={!isOpen}>
        {isOpen && <ul>{shown.map(rowOf)}</ul>}
        {isOpen && left > 0 && (
          <Button kind="quiet" onPress={() => setWhole(true)}>
            {text('import.check.showRest', { count: left })}
          </Button>
        )}
      </div>
    </section>
  );
}
