import { addressIn, Loaded, usePortalChange, usePortalQuery } from '@ketenregie/tenants-portal';
import type { Portal } from '@ketenregie/tenants-portal';
import { formatDay } from '@ketenregie/messages';
import { ButtonLink, Notice, PageHeader, Progress, useLanguage, useText, useToast } from '@ketenregie/ui';
import { FileText } from 'lucide-react';
import { useState } from 'react';
import { ReviewCloseDocument, ReviewRoundOfIdDocument } from '../generated/operations.js';
import type { ReviewRoundOfIdQuery, RoundFactsFragment } from '../generated/operations.js';
import { periodWords, reportAddress } from '../round-words.js';
import { CloseDialog } from './close-dialog.js';
import { RoundAside } from './round-aside.js';
import { RoundLines } from './round-lines.js';
import type { RoundSearch } from './round-search.js';

export interface RoundPageProps {
  readonly portal: Portal;
  readonly roundId: string;
  readonly search: RoundSearch;
  readonly onSearch: (search: RoundSearch) => void;
}

const MAKING_MS = 1_500;

function againIn(answer: ReviewRoundOfIdQuery | undefined): number | null {
  const state = answer?.reviewRound.state;
  return state === 'planned' || state === 'making' ? MAKING_MS : null;
}

/** One round: its lines with what stands of them, deciding while it is open, closing, and the report. */
export function RoundPage({ portal, roundId, search, onSearch }: RoundPageProps) {
  const text = useText();
  const query = usePortalQuery(portal, { subject: 'reviews', document: ReviewRoundOfIdDocument, variables: { id: roundId }, again: againIn });
  const missing = { title: text('nav.reviews'), href: addressIn(portal, 'controles'), back: text('reviews.all') };
  return <Loaded query={query} missing={missing}>{({ reviewRound, tenant }) => <Round portal={portal} round={reviewRound} tenantName={tenant.name} search={search} onSearch={onSearch} />}</Loaded>;
}

interface RoundProps extends Omit<RoundPageProps, 'roundId'> {
  readonly round: RoundFactsFragment;
  readonly tenantName: string;
}

function Round({ portal, round, tenantName, search, onSearch }: RoundProps) {
  const text = useText();
  const toast = useToast();
  const [isClosing, setClosing] = useState(false);
  const close = usePortalChange(portal, 'review-closed', ReviewCloseDocument);
  const isReady = round.state === 'open' || round.state === 'closed';
  const confirm = () =>
    close.mutate({ id: round.id }, {
      onSuccess: () => {
        setClosing(false);
        toast({ kind: 'done', title: text('reviews.closed.done', { name: round.name }) });
      },
    });
  const showUndecided = () => {
    setClosing(false);
    onSearch({ toon: 'undecided' });
  };
  return (
    <>
      <RoundHead portal={portal} round={round} isReady={isReady} />
      {round.state === 'closed' && <ClosedNotice round={round} />}
      {!isReady && <Progress label={text('reviews.making')} done={0} total={null} detail={text('reviews.making.lines', { count: round.counts.total })} />}
      {isReady && (
        <div className="v-columns">
          <RoundLines portal={portal} round={round} search={search} onSearch={onSearch} />
          <RoundAside round={round} onClose={() => setClosing(true)} />
        </div>
      )}
      {isClosing && <CloseDialog round={round} tenantName={tenantName} isPending={close.isPending} error={close.error} onConfirm={confirm} onShowUndecided={showUndecided} onClose={() => setClosing(false)} />}
    </>
  );
}

function RoundHead({ portal, round, isReady }: { readonly portal: Portal; readonly round: RoundFactsFragment; readonly isReady: boolean }) {
  const text = useText();
  const language = useLanguage();
  const when = round.state === 'closed' && round.closedOn !== null ? text('reviews.closedOn', { day: formatDay(language, round.closedOn) }) : text('reviews.dueBy', { day: formatDay(language, round.dueOn) });
  const lead = `${periodWords(round, text, language)}. ${when}. ${round.state === 'open' ? text('reviews.untilClosed') : ''}`;
  const actions = (
    <>
      <ButtonLink kind="quiet" href={addressIn(portal, 'controles')}>
        {text('reviews.all')}
      </ButtonLink>
      {isReady && (
        <a className="k-button" data-kind="secondary" href={reportAddress(portal.tenant, round.id, language)} target="_blank" rel="noreferrer">
          <FileText size={18} aria-hidden />
          <span>{text('reviews.report')}</span>
        </a>
      )}
    </>
  );
  return <PageHeader title={round.name} lead={lead.trim()} actions={actions} />;
}

/** What followed from the round; what nobody decided is said in plain words. */
function ClosedNotice({ round }: { readonly round: RoundFactsFragment }) {
  const text = useText();
  const { closing, counts } = round;
  return (
    <Notice kind="information" title={text('reviews.closed.title')}>
      {closing !== null && <p>{text('reviews.report.followUp', { revokes: closing.revokes, changes: closing.changes, underWay: closing.alreadyUnderWay })}</p>}
      {counts.undecided > 0 && <p>{text('reviews.close.silence', { count: counts.undecided })}</p>}
    </Notice>
  );
}
