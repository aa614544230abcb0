import { usePreferences } from '@ketenregie/portal-kit';
import { Button, KeyHint, Progress, useText } from '@ketenregie/ui';
import type { RoundFactsFragment } from '../generated/operations.js';
import { OUTCOME_ICONS } from '../outcome-chip.js';
import { reviewedOf } from '../round-words.js';

export interface RoundAsideProps {
  readonly round: RoundFactsFragment;
  readonly onClose: () => void;
}

const SHOWN = ['keep', 'revoke', 'change', 'differs', 'undecided'] as const;

/** How far the round is, by outcome and by reviewer; closing it; and which keys there are. */
export function RoundAside({ round, onClose }: RoundAsideProps) {
  const text = useText();
  const { counts, viewerCan } = round;
  return (
    <aside className="v-aside" aria-label={text('reviews.progressTitle')}>
      <section className="v-panel">
        <h2>{text('reviews.progressTitle')}</h2>
        <Progress label={text('reviews.reviewed')} done={reviewedOf(round)} total={Math.max(1, counts.total)} detail={text('reviews.progress', { done: reviewedOf(round), total: counts.total })} />
        <dl className="v-tally">
          {SHOWN.filter((outcome) => outcome !== 'differs' || counts.differs > 0).map((outcome) => {
            const Icon = OUTCOME_ICONS[outcome];
            return (
              <div key={outcome}>
                <dt>
                  <Icon size={16} aria-hidden />
                  {text(`reviews.outcome.${outcome}`)}
                </dt>
                <dd>{counts[outcome]}</dd>
              </div>
            );
          })}
        </dl>
        {viewerCan.includes('review.close') && (
          <>
            {/* Closing is what to do next only where nothing waits; before that it says first what becomes of the rest. */}
            {counts.undecided > 0 && <p className="v-quiet">{text('reviews.close.left', { count: counts.undecided })}</p>}
            <Button {...(counts.undecided > 0 ? {} : { kind: 'primary' as const })} onPress={onClose}>
              {text('reviews.close')}
            </Button>
          </>
        )}
        {viewerCan.includes('review.decide') && !viewerCan.includes('review.close') && <p className="v-quiet">{text('reviews.close.notYou')}</p>}
      </section>
      <Reviewers round={round} />
      {viewerCan.includes('review.decide') && <Keys />}
    </aside>
  );
}

function Reviewers({ round }: { readonly round: RoundFactsFragment }) {
  const text = useText();
  return (
    <section className="v-panel">
      <h2>{text('reviews.report.reviewers')}</h2>
      <ul className="v-reviewers">
        {round.reviewers.map(({ memberId, name, assigned, undecided, isViewer }) => (
          <li key={memberId ?? 'nobody'}>
            <span>
              {memberId === null ? text('reviews.report.noReviewer') : name === '' ? text('logbook.actor.member') : name}
              {isViewer && ` (${text('reviews.you')})`}
            </span>
            <span className="v-quiet">{text('reviews.progress', { done: assigned - undecided, total: assigned })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The keys of this page, or the plain word that they are switched off. */
function Keys() {
  const text = useText();
  const { hasSingleKeys } = usePreferences();
  if (!hasSingleKeys) return <p className="v-quiet">{text('reviews.keysOff')}</p>;
  const keys = [
    [['↓'], 'next'], [['↑'], 'previous'], [['B'], 'keep'], [['I'], 'revoke'], [['W'], 'change'], [['X'], 'select'], [['Z'], 'undo'],
  ] as const;
  return (
    <section className="v-panel">
      <h2>{text('reviews.keys')}</h2>
      <dl className="v-keys">
        {keys.map(([shown, what]) => (
          <div key={what}>
            <dt>
              <KeyHint keys={shown} />
              <span className="k-hidden">{shown.join(' ')}</span>
            </dt>
            <dd>{text(`reviews.key.${what}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
