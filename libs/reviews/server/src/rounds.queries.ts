import type { Reader } from '@ketenregie/platform/db';
import { type Batch, type Page, pageOf, placeOf } from '@ketenregie/platform/graphql';
import { InvalidInputError, isId, parseCalendarDate } from '@ketenregie/kernel';
import { NO_COUNTS, type Outcome, type ReviewCounts, type RoundState } from '@ketenregie/reviews-domain';
import { memberNameSql } from './reviewing-members.js';
import { IS_VISIBLE, ROUND_COLUMNS, type RecordedRound } from './round.row.js';
import { standingSql } from './standing.js';

export interface RoundFilter {
  readonly programmeId?: string;
  readonly states?: readonly RoundState[];
}

export interface RoundsAsked {
  readonly filter: RoundFilter;
  readonly first: number;
  readonly after: string | null;
  /** Whether the reader sees all clients: only then a round without a line of his is shown. */
  readonly seesAll: boolean;
}

/** A page of rounds, newest period first. */
export async function roundsPage(reader: Reader, { filter, first, after, seesAll }: RoundsAsked): Promise<Page<RecordedRound>> {
  const place = placeOf(after, 2);
  if (place !== null && (parseCalendarDate(place[0] ?? '') === null || !isId(place[1] ?? ''))) throw new InvalidInputError('This cursor is of no page of this list.', 'after');
  const rows = await reader.query<RecordedRound>(
    `select ${ROUND_COLUMNS} from review_round r where ${IS_VISIBLE('$1')} and ($2::uuid is null or r.programme_id = $2::uuid) and ($3::text[] is null or r.state = any($3::text[]))
       and ($4::date is null or (r.period_on, r.id) < ($4::date, $5::uuid)) order by r.period_on desc, r.id desc limit $6`,
    [seesAll, filter.programmeId ?? null, filter.states ?? null, place?.[0] ?? null, place?.[1] ?? null, first + 1],
  );
  return pageOf(rows, { first, after: place, place: ({ periodOn, id }) => [periodOn, id] });
}

/** One round, or null: not there, or without a line that the reader may see. */
export async function findRound(reader: Reader, id: string, { seesAll }: { readonly seesAll: boolean }): Promise<RecordedRound | null> {
  const [round] = await reader.query<RecordedRound>(`select ${ROUND_COLUMNS} from review_round r where r.id = $2 and ${IS_VISIBLE('$1')}`, [seesAll, id]);
  return round ?? null;
}

/** The counts of rounds by round, over the lines that the reader sees: one statement. */
export async function countsByRound(reader: Reader, roundIds: readonly string[]): Promise<Map<string, ReviewCounts>> {
  const rows = await reader.query<{ roundId: string; outcome: Outcome; isUsual: boolean; count: number }>(
    `select l.round_id as "roundId", standing.outcome, l.is_usual as "isUsual", count(*)::int as count
     from review_line l ${standingSql('l')} where l.round_id = any($1::uuid[]) group by 1, 2, 3`,
    [roundIds],
  );
  const counts = new Map<string, ReviewCounts>(roundIds.map((id) => [id, NO_COUNTS]));
  for (const { roundId, outcome, isUsual, count } of rows) {
    const before = counts.get(roundId) ?? NO_COUNTS;
    const usualUndecided = isUsual && outcome === 'undecided' ? count : 0;
    counts.set(roundId, {
      ...before, total: before.total + count, [outcome]: before[outcome] + count,
      exceptions: before.exceptions + (isUsual ? 0 : count), usualUndecided: before.usualUndecided + usualUndecided,
    });
  }
  return counts;
}

export const countsBatch: Batch<string, ReviewCounts> = { name: 'review-counts', load: countsByRound };

/** How far one reviewer is in a round. */
export interface ReviewerProgress {
  readonly roundId: string;
  readonly memberId: string | null;
  readonly name: string;
  /** Lines that are his to review. */
  readonly assigned: number;
  /** Of those, lines about which nobody has decided. */
  readonly undecided: number;
}

/** How far the reviewers of rounds are, by round: who has lines, by name, and how many of them nobody decided. Lines without a reviewer come last. */
export async function reviewersByRound(reader: Reader, roundIds: readonly string[]): Promise<Map<string, ReviewerProgress[]>> {
  const rows = await reader.query<ReviewerProgress>(
    `select c."roundId", c."memberId", coalesce(${memberNameSql('m')}, '') as name, c.assigned, c.undecided
     from (select l.round_id as "roundId", l.reviewer_member_id as "memberId", count(*)::int as assigned, (count(*) filter (where standing.outcome = 'undecided'))::int as undecided
       from review_line l ${standingSql('l')} where l.round_id = any($1::uuid[]) group by 1, 2) c
     left join member m on m.id = c."memberId" order by c."roundId", c."memberId" is null, name, c."memberId"`,
    [roundIds],
  );
  const byRound = new Map<string, ReviewerProgress[]>(roundIds.map((id) => [id, []]));
  for (const row of rows) byRound.get(row.roundId)?.push(row);
  return byRound;
}

export const reviewersBatch: Batch<string, ReviewerProgress[]> = { name: 'review-reviewers', load: reviewersByRound };

/** What waits for a reviewer in one open round: the line of his digest. */
export interface OpenReviewWork {
  readonly memberId: string;
  readonly roundId: string;
  readonly name: string;
  readonly periodOn: string;
  readonly dueOn: string;
  readonly undecided: number;
  /** Of those, lines with something unusual. */
  readonly exceptions: number;
}

/** What waits for each reviewer in the open rounds of the tenant, soonest due first; who has nothing left is not there. */
export function openReviewWork(reader: Reader): Promise<OpenReviewWork[]> {
  return reader.query<OpenReviewWork>(
    `select l.reviewer_member_id as "memberId", r.id as "roundId", r.name, r.period_on as "periodOn", r.due_on as "dueOn", count(*)::int as undecided,
       (count(*) filter (where not l.is_usual))::int as exceptions
     from review_round r join review_line l on l.tenant_id = r.tenant_id and l.round_id = r.id ${standingSql('l')}
     where r.state = 'open' and l.reviewer_member_id is not null and standing.outcome = 'undecided'
     group by l.reviewer_member_id, r.id, r.name, r.period_on, r.due_on order by r.due_on, r.id, l.reviewer_member_id`,
  );
}
