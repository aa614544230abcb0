import { usePortalQuery } from '@ketenregie/tenants-portal';
import type { Portal } from '@ketenregie/tenants-portal';
import { SectionHeader, useText } from '@ketenregie/ui';
import { ReviewsWaitingDocument } from './generated/operations.js';
import { OpenRounds } from './open-rounds.js';

export interface WaitingRoundsProps {
  readonly portal: Portal;
}

/** Open rounds in which lines wait for the viewer, for the page of today. Nothing where none waits, nor for who has no part in reviews. */
export function WaitingRounds({ portal }: WaitingRoundsProps) {
  const text = useText();
  const { data } = usePortalQuery(portal, { subject: 'reviews', document: ReviewsWaitingDocument, variables: {} });
  const rounds = (data?.reviewRounds.edges ?? []).map(({ node }) => node).filter(({ reviewers }) => reviewers.some(({ isViewer, undecided }) => isViewer && undecided > 0));
  if (rounds.length === 0) return null;
  return (
    <section aria-labelledby="controles-open">
      <SectionHeader id="controles-open" title={text('reviews.open')} count={rounds.length} />
      <OpenRounds portal={portal} rounds={rounds} />
    </section>
  );
}
