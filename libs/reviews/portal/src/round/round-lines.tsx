import { Loaded, usePages } from '@ketenregie/tenants-portal';
import type { Portal } from '@ketenregie/tenants-portal';
import { Button, EmptyState, FilterBar, Switch, useText } from '@ketenregie/ui';
import { useRef } from 'react';
import { ReviewLinesOfRoundDocument } from '../generated/operations.js';
import type { RoundFactsFragment } from '../generated/operations.js';
import { LineList } from './line-list.js';
import type { LineListHandle } from './line-list.js';
import { ReasonDialog } from './reason-dialog.js';
import { filterOf, readRoundSearch, VIEWS } from './round-search.js';
import type { RoundSearch, View } from './round-search.js';
import { useDeciding } from './use-deciding.js';
import { useLineDesk } from './use-line-desk.js';

export interface RoundLinesProps {
  readonly portal: Portal;
  readonly round: RoundFactsFragment;
  readonly search: RoundSearch;
  readonly onSearch: (search: RoundSearch) => void;
}

const PAGE = 200;

const countOf = ({ counts }: RoundFactsFragment, view: View): number => (view === 'all' ? counts.total : view === 'unusual' ? counts.exceptions : counts[view]);

/** The lines of a round with their views, and the desk at which they are decided. */
export function RoundLines({ portal, round, search, onSearch }: RoundLinesProps) {
  const text = useText();
  const list = useRef<LineListHandle>(null);
  const { query, rows, total } = usePages(portal, {
    subject: 'reviews', document: ReviewLinesOfRoundDocument, variables: { roundId: round.id, filter: filterOf(search), first: PAGE }, pageOf: ({ reviewLines }) => reviewLines,
  });
  const deciding = useDeciding(portal, round.id);
  const lines = deciding.linesOf(rows);
  const mayDecide = round.viewerCan.includes('review.decide');
  const desk = useLineDesk({ lines, deciding, mayDecide, list });
  const { counts } = round;
  const views = VIEWS.filter((view) => view !== 'differs' || counts.differs > 0).map((key) => ({ key, label: text(`reviews.view.${key}`), count: countOf(round, key) }));
  const view = search.toon ?? 'all';
  const choose = (key: string) => onSearch(readRoundSearch({ ...search, toon: key }));
  const hasOthers = round.reviewers.length > 1 && round.reviewers.some(({ isViewer }) => isViewer);
  return (
    <section className="v-lines" aria-label={text('reviews.lines')}>
      <FilterBar choices={views} chosen={view} onChoose={choose}>
        {hasOthers && (
          <Switch isSelected={search.mijn === 'ja'} onChange={(isOn) => onSearch(readRoundSearch({ ...search, mijn: isOn ? 'ja' : '' }))}>
            {text('reviews.onlyMine')}
          </Switch>
        )}
      </FilterBar>
      {mayDecide && <DeskBar desk={desk} usualUndecided={counts.usualUndecided} isBusy={deciding.isBusy} canUndo={deciding.canUndo} onKeepUsual={() => void deciding.keepUsual(lines, null, search.mijn === 'ja')} />}
      <Loaded query={query}>
        {() =>
          lines.length === 0 ? (
            <EmptyState title={text('reviews.noLines')}>{text(counts.total === 0 ? 'reviews.noLinesWhyEmpty' : 'reviews.noLinesWhy')}</EmptyState>
          ) : (
            <>
              <LineList ref={list} lines={lines} total={total} active={desk.active} selected={desk.selected} mayDecide={mayDecide} onActive={desk.setActive} onSelect={desk.select} onDecide={desk.decideOne} onKeepGroup={(key) => void deciding.keepUsual(lines, key, search.mijn === 'ja')} onEndReached={() => void (query.hasNextPage && !query.isFetchingNextPage && query.fetchNextPage())} />
              <p className="v-quiet" role="status">
                {query.isFetchingNextPage ? text('list.loadingMore') : lines.length === total ? text('list.total', { count: total }) : text('list.partial', { shown: lines.length, total })}
              </p>
            </>
          )
        }
      </Loaded>
      {desk.asking !== null && <ReasonDialog decision={desk.asking.decision} aim={desk.asking.aim} detail={desk.asking.detail} lastReason={desk.lastReason} onReason={desk.giveReason} onClose={desk.stopAsking} />}
    </section>
  );
}

interface DeskBarProps {
  readonly desk: ReturnType<typeof useLineDesk>;
  readonly usualUndecided: number;
  readonly isBusy: boolean;
  readonly canUndo: boolean;
  readonly onKeepUsual: () => void;
}

/** What can be done with many lines at once, and taking the last act back. */
function DeskBar({ desk, usualUndecided, isBusy, canUndo, onKeepUsual }: DeskBarProps) {
  const text = useText();
  return (
    <div className="v-buttons">
      {usualUndecided > 0 && (
        <Button isPending={isBusy} onPress={onKeepUsual}>
          {text('reviews.keepUsual', { count: usualUndecided })}
        </Button>
      )}
      <Button isDisabled={!canUndo} hint="Z" onPress={desk.undo}>
        {text('action.undo')}
      </Button>
      {desk.selected.size > 0 && <SelectedBar desk={desk} />}
    </div>
  );
}

/** What can be done with the lines that are selected. */
function SelectedBar({ desk }: { readonly desk: ReturnType<typeof useLineDesk> }) {
  const text = useText();
  return (
    <>
      <span className="v-quiet">{text('list.selected', { count: desk.selected.size })}</span>
      <Button onPress={() => desk.decideSelected('keep')}>{text('reviews.outcome.keep')}</Button>
      <Button onPress={() => desk.decideSelected('revoke')}>{text('reviews.outcome.revoke')}</Button>
      <Button onPress={() => desk.decideSelected('change')}>{text('reviews.outcome.change')}</Button>
      <Button kind="quiet" onPress={desk.clear}>
        {text('list.clearSelection')}
      </Button>
    </>
  );
}
