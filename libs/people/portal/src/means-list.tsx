import { formatDay } from '@ketenregie/messages';
import { FactList, SeenMark, useLanguage, useText } from '@ketenregie/ui';
import type { Fact } from '@ketenregie/ui';
import type { MeansFactsFragment } from './generated/operations.js';
import { clockOf, lastUseAt } from './means-clock.js';
import { LevelMark, MeansChip } from './means-level.js';

export interface MeansListProps {
  readonly means: readonly MeansFactsFragment[];
  /** Names of suppliers by key. */
  readonly supplierName: (key: string) => string;
  readonly personName: string;
  readonly today: string;
  /** His last day of service has passed. */
  readonly hasLeft?: boolean;
}

/** Every login means of somebody: level, end, and the clock of 24 months at its supplier. */
export function MeansList({ means, supplierName, personName, today, hasLeft = false }: MeansListProps) {
  return (
    <ul className="m-means">
      {means.map((each) => (
        <MeansCard key={each.id} means={each} lastUse={lastUseAt(each.supplierKey, means)} supplier={supplierName(each.supplierKey)} personName={personName} today={today} hasLeft={hasLeft} />
      ))}
    </ul>
  );
}

interface MeansCardProps extends Required<Pick<MeansListProps, 'personName' | 'today' | 'hasLeft'>> {
  readonly means: MeansFactsFragment;
  readonly supplier: string;
  /** The last login at this supplier, with any means. */
  readonly lastUse: string | null;
}

function MeansCard({ means, supplier, lastUse, personName, today, hasLeft }: MeansCardProps) {
  const text = useText();
  const language = useLanguage();
  const clock = clockOf(lastUse, today);
  const evidenceClass = (['A', 'B', 'C', 'D'] as const).find((each) => each === means.evidenceClass) ?? null;
  const facts: Fact[] = [
    { term: text('list.column.endDate'), value: means.endsOn === null ? text('access.noEnd') : formatDay(language, means.endsOn) },
    { term: text('people.column.lastUsed'), value: means.lastUsedOn === null ? text('usage.unknown') : formatDay(language, means.lastUsedOn) },
    ...(means.supplierReference === null ? [] : [{ term: text('people.means.reference'), value: means.supplierReference }]),
    ...(means.method === null ? [] : [{ term: text('people.means.method'), value: text(`people.method.${means.method === 'sms' || means.method === 'app' ? means.method : 'token'}`) }]),
    ...(means.variant === 'tax-only' ? [{ term: text('people.means.variant'), value: text('people.means.taxOnly') }] : []),
    { term: text('list.column.seen'), value: <SeenMark seenOn={means.seenOn} seenBy={means.seenBy} evidenceClass={evidenceClass} isShort /> },
  ];
  return (
    <li className="m-card">
      <header className="m-card-head">
        <h3>{supplier}</h3>
        <LevelMark level={means.level} />
        <MeansChip means={means} today={today} hasLeft={hasLeft} />
      </header>
      {clock !== null && means.state === 'active' && (
        <p className="m-clock" data-soon={clock.isLapsed || clock.isSoon ? '' : undefined}>
          {text(clock.isLapsed ? 'people.clock.lapsed' : 'people.clock', { person: personName, used: formatDay(language, lastUse ?? today), supplier, lapses: formatDay(language, clock.lapsesOn) })}
        </p>
      )}
      <FactList facts={facts} />
    </li>
  );
}
