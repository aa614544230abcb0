import { formatDay } from '@ketenregie/messages';
import { addressIn, useToday } from '@ketenregie/tenants-portal';
import type { Portal } from '@ketenregie/tenants-portal';
import { ButtonLink, Progress, useLanguage, useText } from '@ketenregie/ui';
import { CalendarClock, CalendarX2 } from 'lucide-react';
import type { RoundFactsFragment } from './generated/operations.js';
import { periodWords, reviewedOf } from './round-words.js';

export interface OpenRoundsProps {
  readonly portal: Portal;
  readonly rounds: readonly RoundFactsFragment[];
}

/** Rounds in which something can be decided, or that are being made: how far they are, by when, and what of it is the viewer's. */
export function OpenRounds({ portal, rounds }: OpenRoundsProps) {
  return (
    <ul className="v-rounds">
      {rounds.map((round) => (
        <OpenRound key={round.id} portal={portal} round={round} />
      ))}
    </ul>
  );
}

function OpenRound({ portal, round }: { readonly portal: Portal; readonly round: RoundFactsFragment }) {
  const text = useText();
  const language = useLanguage();
  const { counts, reviewers, state } = round;
  const isOpen = state === 'open';
  const mine = reviewers.find(({ isViewer }) => isViewer)?.undecided ?? 0;
  const detail = isOpen ? text('reviews.progress', { done: reviewedOf(round), total: counts.total }) : text('reviews.making.lines', { count: counts.total });
  return (
    <li className="v-round">
      <div className="v-round-words">
        <h3>{round.name}</h3>
        <p className="v-quiet">{periodWords(round, text, language)}</p>
        <DueMark dueOn={round.dueOn} />
      </div>
      <div className="v-round-progress">
        <Progress label={text(isOpen ? 'reviews.reviewed' : 'reviews.making')} done={reviewedOf(round)} total={isOpen ? Math.max(1, counts.total) : null} detail={detail} />
        {isOpen && <p className="v-quiet">{text('reviews.mineLeft', { mine, exceptions: counts.exceptions })}</p>}
      </div>
      <ButtonLink kind={mine > 0 ? 'primary' : 'secondary'} href={addressIn(portal, `controles/${round.id}`)} aria-label={text('reviews.actionNamed', { action: text(mine > 0 ? 'reviews.review' : 'action.open'), name: round.name })}>
        {text(mine > 0 ? 'reviews.review' : 'action.open')}
      </ButtonLink>
    </li>
  );
}

/** By when decisions are expected; what has passed says so in words and by another icon. */
export function DueMark({ dueOn }: { readonly dueOn: string }) {
  const text = useText();
  const language = useLanguage();
  const isPast = dueOn < useToday();
  const Icon = isPast ? CalendarX2 : CalendarClock;
  return (
    <p className="v-due" data-past={isPast ? '' : undefined}>
      <Icon size={16} aria-hidden />
      <span>{text(isPast ? 'reviews.duePast' : 'reviews.dueBy', { day: formatDay(language, dueOn) })}</span>
    </p>
  );
}
