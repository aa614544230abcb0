import { formatDay } from '@ketenregie/messages';
import type { Language, MessageId } from '@ketenregie/messages';
import type { TextOf } from '@ketenregie/ui';
import type { ProgrammeFactsFragment, RoundFactsFragment } from './generated/operations.js';

/** How many lines of a round somebody decided; where two differ they did decide. */
export const reviewedOf = ({ counts }: Pick<RoundFactsFragment, 'counts'>): number => counts.total - counts.undecided;

/** The period a round stands for, and for how many it stands in. */
export function periodWords({ periodOn, missedCount, isLate }: RoundFactsFragment, text: TextOf, language: Language): string {
  const period = text('reviews.periodFrom', { day: formatDay(language, periodOn) });
  return isLate ? `${period}, ${text('reviews.report.late', { missed: missedCount })}` : period;
}

/** How often a programme comes round, in words. */
export function rhythmWords({ every, months }: Pick<ProgrammeFactsFragment, 'every' | 'months'>, text: TextOf): string {
  return every === 'months' ? text('reviews.every.monthsOf', { months }) : text(`reviews.every.${every}` as MessageId);
}

/** Whose chains a programme is about. */
export function scopeWords({ scope, clientName, supplierKey }: ProgrammeFactsFragment, text: TextOf, supplierName: (key: string) => string): string {
  if (scope === 'client') return text('reviews.scope.clientNamed', { client: clientName ?? '' });
  return scope === 'supplier' ? text('reviews.scope.supplierNamed', { supplier: supplierName(supplierKey ?? '') }) : text('reviews.scope.all');
}

/** Where the report of a round stands, in the language of the screen; a page of the server's, not of the portal. */
export const reportAddress = (tenant: string, roundId: string, language: Language): string => `/reports/review-rounds/${roundId}?${new URLSearchParams({ tenant, language }).toString()}`;
