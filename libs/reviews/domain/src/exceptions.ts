import { isLegacyLevel, isLevelEnough } from '@ketenregie/catalogue-domain';
import { addMonths, type CalendarDate } from '@ketenregie/kernel';
import type { Outcome } from './decision.js';
import { isSameRight, type ReviewFacts } from './reviewed-right.js';

/** What may be unusual about a line, gravest first. */
export const REVIEW_EXCEPTIONS = [
  'out-of-service',
  'revoke-decided',
  'not-kept-before',
  'new',
  'changed',
  'wide-scope',
  'service-unknown',
  'level-too-low',
  'level-legacy',
  'level-unknown',
  'state-unknown',
  'not-seen',
  'ends-before-next',
  'end-unknown',
  'no-reviewer',
] as const;
export type ReviewException = (typeof REVIEW_EXCEPTIONS)[number];

/** The same right in the last closed round of the programme, and what stood of it there. */
export interface PreviousLine {
  readonly facts: ReviewFacts;
  readonly outcome: Outcome;
}

/** What a line is held against. */
export interface Comparison {
  /** The last closed round's day; null in the first round of a programme. */
  readonly previousOn: CalendarDate | null;
  readonly previous: PreviousLine | null;
  /** The day of this round. */
  readonly on: CalendarDate;
  /** First day of the next period. */
  readonly nextOn: CalendarDate;
  /** The tenant's limit for "seen at the supplier", in months; counts where there is no earlier round. */
  readonly notCheckedAfterMonths: number;
  readonly hasReviewer: boolean;
}

/** Compared with the last round. In the first there is nothing to compare with; silence of then is no keeping. */
function sinceLastRound(facts: ReviewFacts, { previousOn, previous }: Comparison): ReviewException[] {
  if (previousOn === null) return [];
  if (previous === null) return ['new'];
  const found: ReviewException[] = previous.outcome === 'keep' ? [] : ['not-kept-before'];
  return isSameRight(facts, previous.facts) ? found : [...found, 'changed'];
}

function ofScope({ scope, targets }: ReviewFacts): ReviewException[] {
  const isWide = scope === 'all' || targets.some(({ isWholeProvider }) => isWholeProvider);
  const isOpen = scope !== 'all' && targets.some(({ serviceKey, isWholeProvider }) => serviceKey === null && !isWholeProvider);
  return [...(isWide ? (['wide-scope'] as const) : []), ...(isOpen ? (['service-unknown'] as const) : [])];
}

function ofLevel({ level, requiredLevel }: ReviewFacts): ReviewException[] {
  if (level === null) return ['level-unknown'];
  if (requiredLevel !== null && !isLevelEnough(level, requiredLevel)) return ['level-too-low'];
  return isLegacyLevel(level) ? ['level-legacy'] : [];
}

function ofProof({ seenOn, endsOn }: ReviewFacts, { previousOn, on, nextOn, notCheckedAfterMonths }: Comparison): ReviewException[] {
  const since = previousOn ?? addMonths(on, -notCheckedAfterMonths);
  const found: ReviewException[] = seenOn === null || seenOn < since ? ['not-seen'] : [];
  if (endsOn === null) return [...found, 'end-unknown'];
  return endsOn < nextOn ? [...found, 'ends-before-next'] : found;
}

/**
 * Everything unusual about a line, gravest first; none = "nothing unusual", and it may be kept together with its equals. The key: same
 * services and scope, level enough, unchanged and kept in the last round, seen since, lasting to the next round (V2). What is not known is
 * unusual: unknown stays unknown (product rule 7).
 */
export function exceptionsOf(facts: ReviewFacts, comparison: Comparison): ReviewException[] {
  const found = new Set<ReviewException>([...sinceLastRound(facts, comparison), ...ofScope(facts), ...ofLevel(facts), ...ofProof(facts, comparison)]);
  if (facts.isOutOfService) found.add('out-of-service');
  if (facts.isRevokeDecided) found.add('revoke-decided');
  if (facts.state === 'unknown') found.add('state-unknown');
  if (!comparison.hasReviewer) found.add('no-reviewer');
  return REVIEW_EXCEPTIONS.filter((exception) => found.has(exception));
}
