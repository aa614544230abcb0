import { InvalidInputError, readDay, readId, readWord } from '@ketenregie/kernel';
import { DECISIONS, OUTCOMES, PROGRAMME_STATES, RECURRENCES, REVIEW_EXCEPTIONS, REVIEW_SCOPES, ROUND_STATES } from '@ketenregie/reviews-domain';
import type { LinesDecision } from './decide-lines.js';
import type { LineFilter } from './lines-page.js';
import type { PlannedProgramme } from './plan-programme.js';
import type { DecideReviewLinesInput, PlanReviewProgrammeInput, ReviewLineFilterInput, ReviewRoundsArgs } from './review.input.js';
import type { RoundFilter } from './rounds.queries.js';

type Optional = string | null | undefined;

const optionalId = (text: Optional, field: string): string | null => (text === null || text === undefined ? null : readId(text, field));

/** Leaves out what is null or absent. */
function given<Fields extends object>(fields: Fields): { [Field in keyof Fields]?: NonNullable<Fields[Field]> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined)) as never;
}

export function readProgramme(input: PlanReviewProgrammeInput): PlannedProgramme {
  return {
    ...(input.id ? { id: readId(input.id, 'id') } : {}),
    ...{ name: input.name, startsOn: readDay(input.startsOn, 'startsOn'), dueDays: input.dueDays, months: input.months ?? null, supplierKey: input.supplierKey ?? null },
    every: readWord(RECURRENCES, input.every, 'every'),
    scope: readWord(REVIEW_SCOPES, input.scope, 'scope'),
    clientId: optionalId(input.clientId, 'clientId'),
    fallbackMemberId: optionalId(input.fallbackMemberId, 'fallbackMemberId'),
    state: readWord(PROGRAMME_STATES, input.state, 'state'),
  };
}

export function readDecision({ ids, decision, reason }: DecideReviewLinesInput): LinesDecision {
  const word = readWord(DECISIONS, decision, 'decision');
  if (word === 'undecided') throw new InvalidInputError('A decision is taken back by undoing it.', 'decision');
  return { lineIds: readIds(ids), decision: word, reason: reason ?? null };
}

export function readIds(ids: readonly string[]): string[] {
  return ids.map((id) => readId(id, 'ids'));
}

export function readRoundFilter({ programmeId, states }: ReviewRoundsArgs): RoundFilter {
  return given({ programmeId: optionalId(programmeId, 'programmeId'), states: states?.map((state) => readWord(ROUND_STATES, state, 'states')) });
}

/** The filter of lines; `memberId` is the viewer's, for what is his. */
export function readLineFilter(input: ReviewLineFilterInput | null | undefined, memberId: string): LineFilter {
  if (!input) return {};
  return given({
    outcomes: input.outcomes?.map((outcome) => readWord(OUTCOMES, outcome, 'outcomes')),
    hasExceptions: input.hasExceptions,
    exception: input.exception ? readWord(REVIEW_EXCEPTIONS, input.exception, 'exception') : null,
    personId: optionalId(input.personId, 'personId'),
    clientId: optionalId(input.clientId, 'clientId'),
    reviewerMemberId: input.isMine ? memberId : optionalId(input.reviewerMemberId, 'reviewerMemberId'),
    serviceKey: input.serviceKey,
    groupKey: input.groupKey,
  });
}
