import { InvalidInputError, isId, parseCalendarDate } from '@ketenregie/kernel';
import { DECISIONS, OUTCOMES, PROGRAMME_STATES, RECURRENCES, REVIEW_EXCEPTIONS, REVIEW_SCOPES, ROUND_STATES } from '@ketenregie/reviews-domain';
import type { LinesDecision } from './decide-lines.js';
import type { LineFilter } from './lines-page.js';
import type { PlannedProgramme } from './plan-programme.js';
import type { DecideReviewLinesInput, PlanReviewProgrammeInput, ReviewLineFilterInput, ReviewRoundsArgs } from './review.input.js';
import type { RoundFilter } from './rounds.queries.js';

type Optional = string | null | undefined;

function wordOf<Word extends string>(words: readonly Word[], text: string, field: string): Word {
  const word = words.find((known) => known === text);
  if (word === undefined) throw new InvalidInputError(`${field} is one of: ${words.join(', ')}.`, field);
  return word;
}

/** An id as it may stand in a statement; refuses what is none. */
export function idOf(text: string, field: string): string {
  if (!isId(text)) throw new InvalidInputError('This is no id.', field);
  return text;
}

const optionalId = (text: Optional, field: string): string | null => (text === null || text === undefined ? null : idOf(text, field));

/** Leaves out what is null or absent. */
function given<Fields extends object>(fields: Fields): { [Field in keyof Fields]?: NonNullable<Fields[Field]> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined)) as never;
}

export function readProgramme(input: PlanReviewProgrammeInput): PlannedProgramme {
  const startsOn = parseCalendarDate(input.startsOn);
  if (startsOn === null) throw new InvalidInputError('A day is written YYYY-MM-DD.', 'startsOn');
  return {
    ...(input.id ? { id: idOf(input.id, 'id') } : {}),
    ...{ name: input.name, startsOn, dueDays: input.dueDays, months: input.months ?? null, supplierKey: input.supplierKey ?? null },
    every: wordOf(RECURRENCES, input.every, 'every'),
    scope: wordOf(REVIEW_SCOPES, input.scope, 'scope'),
    clientId: optionalId(input.clientId, 'clientId'),
    fallbackMemberId: optionalId(input.fallbackMemberId, 'fallbackMemberId'),
    state: wordOf(PROGRAMME_STATES, input.state, 'state'),
  };
}

export function readDecision({ ids, decision, reason }: DecideReviewLinesInput): LinesDecision {
  const word = wordOf(DECISIONS, decision, 'decision');
  if (word === 'undecided') throw new InvalidInputError('A decision is taken back by undoing it.', 'decision');
  return { lineIds: readIds(ids), decision: word, reason: reason ?? null };
}

export function readIds(ids: readonly string[]): string[] {
  return ids.map((id) => idOf(id, 'ids'));
}

export function readRoundFilter({ programmeId, states }: ReviewRoundsArgs): RoundFilter {
  return given({ programmeId: optionalId(programmeId, 'programmeId'), states: states?.map((state) => wordOf(ROUND_STATES, state, 'states')) });
}

/** The filter of lines; `memberId` is the viewer's, for what is his. */
export function readLineFilter(input: ReviewLineFilterInput | null | undefined, memberId: string): LineFilter {
  if (!input) return {};
  return given({
    outcomes: input.outcomes?.map((outcome) => wordOf(OUTCOMES, outcome, 'outcomes')),
    hasExceptions: input.hasExceptions,
    exception: input.exception ? wordOf(REVIEW_EXCEPTIONS, input.exception, 'exception') : null,
    personId: optionalId(input.personId, 'personId'),
    clientId: optionalId(input.clientId, 'clientId'),
    reviewerMemberId: input.isMine ? memberId : optionalId(input.reviewerMemberId, 'reviewerMemberId'),
    serviceKey: input.serviceKey,
    groupKey: input.groupKey,
  });
}
