import { formatDay } from '@ketenregie/messages';
import { LevelMark } from '@ketenregie/people-portal';
import { Loaded, usePortalQuery, useToday } from '@ketenregie/tenants-portal';
import type { Portal } from '@ketenregie/tenants-portal';
import { Button, Dialog, FactList, SeenMark, useLanguage, useText } from '@ketenregie/ui';
import type { Fact } from '@ketenregie/ui';
import { useState } from 'react';
import { ChangeCard } from './change-card.js';
import { DecideForm } from './decide-form.js';
import { RightOfIdDocument } from './generated/operations.js';
import type { RightOfIdQuery } from './generated/operations.js';
import { evidenceOf, RightChip } from './right-chip.js';
import { holderOf } from './right-holder.js';
import { useRightNames } from './right-names.js';
import type { RightNames } from './right-names.js';

type Right = RightOfIdQuery['authorisation'];

export interface RightSheetProps {
  readonly portal: Portal;
  readonly rightId: string;
  /** The company it is for, in every decisive button. */
  readonly companyName: string;
  readonly onClose: () => void;
}

/** One right beside its page: what is believed of it, what was decided, and deciding its end. */
export function RightSheet({ portal, rightId, companyName, onClose }: RightSheetProps) {
  const text = useText();
  const names = useRightNames(portal);
  const query = usePortalQuery(portal, { subject: 'authorisations', document: RightOfIdDocument, variables: { id: rightId } });
  const right = query.data?.authorisation.id === rightId ? query.data.authorisation : undefined;
  return (
    <Dialog title={right === undefined ? text('right.title') : `${holderOf(right, names)}: ${names.scope(right)}`} look="sheet" isOpen onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Loaded query={{ ...query, data: right }}>{(found) => <RightOf portal={portal} right={found} names={names} companyName={companyName} />}</Loaded>
    </Dialog>
  );
}

interface RightOfProps extends Pick<RightSheetProps, 'portal' | 'companyName'> {
  readonly right: Right;
  readonly names: RightNames;
}

function RightOf({ portal, right, names, companyName }: RightOfProps) {
  const text = useText();
  const today = useToday();
  const [isDeciding, setDeciding] = useState(false);
  const canDecide = right.viewerCan.includes('authorisation.decide');
  return (
    <div className="r-sheet">
      <p className="r-status">
        <RightChip right={right} today={today} />
        <SeenMark seenOn={right.seenOn} seenBy={right.seenBy} evidenceClass={evidenceOf(right.evidenceClass)} />
      </p>
      <RightFacts right={right} names={names} companyName={companyName} />
      {right.changes.length > 0 && (
        <section className="r-changes" aria-labelledby="besluiten">
          <h3 id="besluiten">{text('right.changes')}</h3>
          {right.changes.map((change) => (
            <ChangeCard key={change.id} portal={portal} change={change} companyName={companyName} />
          ))}
        </section>
      )}
      {canDecide && !isDeciding && (
        <Button kind="danger" onPress={() => setDeciding(true)}>
          {text('right.decide')}
        </Button>
      )}
      {isDeciding && <DecideForm portal={portal} right={right} supplier={right.supplierKey === null ? text('right.theSupplier') : names.supplier(right.supplierKey)} holder={holderOf(right, names)} scope={names.scope(right)} companyName={companyName} onDone={() => setDeciding(false)} />}
    </div>
  );
}

function RightFacts({ right, names, companyName }: Omit<RightOfProps, 'portal'>) {
  const text = useText();
  const language = useLanguage();
  const day = (iso: string | null, otherwise: 'right.startUnknown' | 'access.noEnd') => (iso === null ? text(otherwise) : formatDay(language, iso));
  const isRough = right.endsOn !== null && right.untilPrecision !== 'day' && right.untilPrecision !== 'none' && right.untilPrecision !== 'unknown';
  const facts: Fact[] = [
    { term: text('right.column.kind'), value: text(`right.kind.${right.kind === 'client-half' || right.kind === 'office-half' ? right.kind : 'direct'}`) },
    { term: text('right.for'), value: companyName },
    { term: text('right.column.holder'), value: holderOf(right, names) },
    ...(right.kind === 'office-half' ? [{ term: text('right.between'), value: names.intermediary(right) }] : []),
    { term: text('right.column.scope'), value: names.scope(right) },
    { term: text('list.column.level'), value: <LevelMark level={right.level} /> },
    { term: text('right.starts'), value: day(right.startsOn, 'right.startUnknown') },
    { term: text('list.column.endDate'), value: day(right.endsOn, 'access.noEnd'), ...(isRough ? { note: text('right.rough') } : {}) },
    { term: text('right.supplier'), value: names.supplier(right.supplierKey) },
    ...(right.branchNumber === null ? [] : [{ term: text('right.branch'), value: right.branchNumber }]),
    ...(right.task === null ? [] : [{ term: text('right.task'), value: right.task }]),
    ...(right.accountable === null ? [] : [{ term: text('right.accountable'), value: right.accountable }]),
    ...(right.endedWhy === null ? [] : [{ term: text('right.endedWhy'), value: right.endedWhy }]),
  ];
  return <FactList facts={facts} />;
}
