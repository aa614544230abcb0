import { InvalidInputError, isId } from '@ketenregie/kernel';
import { type Reader, queryOne } from '@ketenregie/platform/db';
import { type Batch, type Page, type PagePlace, pageOf, placeOf } from '@ketenregie/platform/graphql';
import type { Decision, Outcome, ReviewException, ReviewerRule, ReviewFacts } from '@ketenregie/reviews-domain';
import { memberNameSql } from './reviewing-members.js';
import { saidSql, standingSql } from './standing.js';

/** A line of a round with what stands of it. Names are those of the moment the round was made. */
export interface RecordedLine {
  readonly id: string;
  readonly roundId: string;
  readonly authorisationId: string;
  readonly versionId: string;
  readonly clientId: string;
  readonly clientName: string;
  readonly clientNumber: string | null;
  readonly companyName: string;
  readonly companyKvk: string | null;
  readonly intermediaryName: string | null;
  readonly personName: string | null;
  readonly reviewerMemberId: string | null;
  readonly reviewerName: string | null;
  readonly reviewerRule: ReviewerRule;
  readonly groupKey: string;
  readonly exceptions: readonly ReviewException[];
  readonly facts: ReviewFacts;
  readonly outcome: Outcome;
}

/** What a page of lines is narrowed to; what is left out narrows nothing. */
export interface LineFilter {
  readonly outcomes?: readonly Outcome[];
  /** Only lines with something unusual, or only those without. */
  readonly hasExceptions?: boolean;
  readonly exception?: ReviewException;
  readonly personId?: string;
  readonly clientId?: string;
  readonly reviewerMemberId?: string;
  readonly serviceKey?: string;
  readonly groupKey?: string;
}

export interface LinesAsked {
  readonly roundId: string;
  readonly filter: LineFilter;
  readonly first: number;
  readonly after: string | null;
}

const asThen = (v: string): string => `(${v}.valid_from is null or ${v}.valid_from <= r.population_on) and (${v}.valid_until is null or ${v}.valid_until >= r.population_on)
      and ${v}.recorded_at <= r.known_at and (${v}.superseded_at is null or ${v}.superseded_at > r.known_at) order by ${v}.recorded_at desc, ${v}.id limit 1`;

const companyName = (companyId: string): string => `(select v.name from company_version v where v.tenant_id = l.tenant_id and v.company_id = ${companyId} and ${asThen('v')})`;

const COLUMNS = `l.id, l.round_id as "roundId", l.authorisation_id as "authorisationId", l.version_id as "versionId", l.client_id as "clientId", k.name as "clientName",
  k.client_number as "clientNumber", coalesce(${companyName(`(l.facts->>'companyId')::uuid`)}, k.name) as "companyName", c.kvk_number as "companyKvk",
  coalesce(${companyName(`(l.facts->>'intermediaryCompanyId')::uuid`)}, l.facts->>'thirdPartyName') as "intermediaryName",
  (select v.full_name from person_version v where v.tenant_id = l.tenant_id and v.person_id = l.person_id and ${asThen('v')}) as "personName",
  l.reviewer_member_id as "reviewerMemberId", (select ${memberNameSql('m')} from member m where m.tenant_id = l.tenant_id and m.id = l.reviewer_member_id) as "reviewerName",
  l.reviewer_rule as "reviewerRule", l.group_key as "groupKey", l.exceptions, l.facts, standing.outcome`;

/** Lines `l` of rounds `r` with what stands of them. */
export const LINES = `review_line l join review_round r on r.tenant_id = l.tenant_id and r.id = l.round_id ${standingSql('l')}`;
const NAMED = `${LINES} join client k on k.tenant_id = l.tenant_id and k.id = l.client_id
  left join company c on c.tenant_id = l.tenant_id and c.id = (l.facts->>'companyId')::uuid`;

const CONDITIONS: { readonly [Field in keyof LineFilter]-?: (place: string) => string } = {
  outcomes: (place) => `standing.outcome = any(${place}::text[])`,
  hasExceptions: (place) => `l.is_usual <> ${place}::boolean`,
  exception: (place) => `${place}::text = any(l.exceptions)`,
  personId: (place) => `l.person_id = ${place}::uuid`,
  clientId: (place) => `l.client_id = ${place}::uuid`,
  reviewerMemberId: (place) => `l.reviewer_member_id = ${place}::uuid`,
  groupKey: (place) => `l.group_key = ${place}::text`,
  serviceKey: (place) => `(l.facts->>'scope' = 'all' or jsonb_path_exists(l.facts, '$.targets[*] ? (@.serviceKey == $key)', jsonb_build_object('key', ${place}::text)))`,
};

/** The conditions of a filter over `LINES`, each with its ` and `; pushes what they need to the values. */
export function conditionsOf(filter: LineFilter, values: unknown[]): string {
  const fields = (Object.keys(CONDITIONS) as (keyof LineFilter)[]).filter((field) => filter[field] !== undefined);
  return fields.map((field) => ` and ${CONDITIONS[field](`$${values.push(filter[field])}`)}`).join('');
}

function checkedPlace(after: string | null): PagePlace | null {
  const place = placeOf(after, 3);
  if (place !== null && (!/^(true|false)$/.test(place[0] ?? '') || !isId(place[2] ?? ''))) throw new InvalidInputError('This cursor is of no page of this list.', 'after');
  return place;
}

/**
 * A page of a round's lines: what has something unusual first, then by group, so that equals stand together (holder, kind, services, level,
 * register). Of the lines the reader sees.
 */
export async function linesPage(reader: Reader, { roundId, filter, first, after }: LinesAsked): Promise<Page<RecordedLine>> {
  const place = checkedPlace(after);
  const values: unknown[] = [roundId];
  const narrowed = conditionsOf(filter, values);
  const further = place === null ? '' : ` and (l.is_usual, l.group_key, l.id) > (${place.map((part, at) => `$${values.push(part)}::${['boolean', 'text', 'uuid'][at]}`).join(', ')})`;
  const rows = await reader.query<RecordedLine>(
    `select ${COLUMNS} from ${NAMED} where l.round_id = $1${narrowed}${further} order by l.is_usual, l.group_key, l.id limit $${values.push(first + 1)}`,
    values,
  );
  return pageOf(rows, { first, after: place, place: ({ exceptions, groupKey, id }) => [String(exceptions.length === 0), groupKey, id] });
}

/** How many lines a filter finds, of those the reader sees. */
export async function countLinesFound(reader: Reader, { roundId, filter }: Pick<LinesAsked, 'roundId' | 'filter'>): Promise<number> {
  const values: unknown[] = [roundId];
  const { total } = await queryOne<{ total: number }>(reader, `select count(*)::int as total from ${LINES} where l.round_id = $1${conditionsOf(filter, values)}`, values);
  return total;
}

/** The lines that an act touched, in the order of a page. */
export function linesOfAct(reader: Reader, actId: string): Promise<RecordedLine[]> {
  return reader.query<RecordedLine>(`select ${COLUMNS} from ${NAMED} where l.id in (select line_id from review_decision where batch = $1::uuid) order by l.is_usual, l.group_key, l.id`, [actId]);
}

/** All lines of a round that the reader sees, in the order of a page: for the report. */
export function allLines(reader: Reader, roundId: string): Promise<RecordedLine[]> {
  return reader.query<RecordedLine>(`select ${COLUMNS} from ${NAMED} where l.round_id = $1 order by l.is_usual, l.group_key, l.id`, [roundId]);
}

/** A decision that stands: the last one of its reviewer. */
export interface StandingDecision {
  readonly lineId: string;
  readonly decision: Exclude<Decision, 'undecided'>;
  readonly decidedBy: string;
  readonly decidedByName: string;
  /** ISO instant in UTC. */
  readonly decidedAt: string;
  readonly reason: string | null;
}

const SAID = `select l.id as "lineId", said.decision, said.decided_by as "decidedBy", coalesce(${memberNameSql('m')}, said.decided_by) as "decidedByName",
    to_char(said.decided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "decidedAt", said.reason
  from review_line l ${saidSql('l')} left join member m on m.tenant_id = l.tenant_id and said.decided_by = 'member:' || m.id`;

/** The decisions that stand of lines, by line, oldest first: two entries where two reviewers decided. */
export async function standingByLine(reader: Reader, lineIds: readonly string[]): Promise<Map<string, StandingDecision[]>> {
  const rows = await reader.query<StandingDecision>(`${SAID} where l.id = any($1::uuid[]) order by said.decided_at, said.id`, [lineIds]);
  const byLine = new Map<string, StandingDecision[]>(lineIds.map((id) => [id, []]));
  for (const row of rows) byLine.get(row.lineId)?.push(row);
  return byLine;
}

/** All decisions that stand in a round, in the order in which they were taken. */
export function standingOfRound(reader: Reader, roundId: string): Promise<StandingDecision[]> {
  return reader.query<StandingDecision>(`${SAID} where l.round_id = $1 order by said.decided_at, said.id`, [roundId]);
}

export const standingBatch: Batch<string, StandingDecision[]> = { name: 'review-standing-decisions', load: standingByLine };
