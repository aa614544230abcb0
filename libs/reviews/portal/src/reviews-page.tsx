import { Loaded, usePortalQuery } from '@ketenregie/tenants-portal';
import type { Portal } from '@ketenregie/tenants-portal';
import { Button, EmptyState, PageHeader, SectionHeader, useText } from '@ketenregie/ui';
import { lazy, Suspense, useState } from 'react';
import { ClosedRounds } from './closed-rounds.js';
import { ReviewsOverviewDocument } from './generated/operations.js';
import type { ProgrammeFactsFragment, ReviewsOverviewQuery } from './generated/operations.js';
import { OpenRounds } from './open-rounds.js';
import { ProgrammeList } from './programme/programme-list.js';

export interface ReviewsPageProps {
  readonly portal: Portal;
}

/** The form brings lists and days to choose from: fetched when it is first opened. */
const ProgrammeForm = lazy(async () => ({ default: (await import('./programme/programme-form.js')).ProgrammeForm }));

const MAKING_MS = 2_000;

/** Rounds that are being made become open while the page stands open. */
function againIn(answer: ReviewsOverviewQuery | undefined): number | null {
  return answer?.reviewRounds.edges.some(({ node }) => node.state !== 'open') === true ? MAKING_MS : null;
}

/** Reviews of authorisations: what is open, the programmes that start it by themselves, and what was closed. */
export function ReviewsPage({ portal }: ReviewsPageProps) {
  const text = useText();
  const query = usePortalQuery(portal, { subject: 'reviews', document: ReviewsOverviewDocument, variables: {}, again: againIn });
  const [form, setForm] = useState<ProgrammeFactsFragment | 'new' | null>(null);
  const mayPlan = query.data?.tenant.viewerCan.includes('review.plan') === true;
  const plan = mayPlan ? (
    <Button kind="primary" onPress={() => setForm('new')}>
      {text('reviews.plan')}
    </Button>
  ) : undefined;
  return (
    <>
      <PageHeader title={text('nav.reviews')} lead={text('reviews.lead')} {...(plan === undefined ? {} : { actions: plan })} />
      <Loaded query={query}>
        {({ reviewProgrammes, reviewRounds, tenant }) => {
          const rounds = reviewRounds.edges.map(({ node }) => node);
          return (
            <>
              <section aria-labelledby="lopend">
                <SectionHeader id="lopend" title={text('reviews.open')} count={rounds.length} />
                {rounds.length === 0 ? <EmptyState title={text('reviews.noneOpen')}>{text(reviewProgrammes.length === 0 ? 'reviews.noneOpenWhyNoProgramme' : 'reviews.noneOpenWhy')}</EmptyState> : <OpenRounds portal={portal} rounds={rounds} />}
              </section>
              <ProgrammeList portal={portal} programmes={reviewProgrammes} onChange={setForm} />
              {form !== null && (
                <Suspense>
                  <ProgrammeForm portal={portal} programme={form === 'new' ? null : form} hasClients={tenant.kind === 'office'} onClose={() => setForm(null)} />
                </Suspense>
              )}
            </>
          );
        }}
      </Loaded>
      <ClosedRounds portal={portal} />
    </>
  );
}
