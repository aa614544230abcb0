import { type CalendarDate, newId, NotFoundError } from '@ketenregie/kernel';
import { lockRecording, queryOne, type Scope, type TenantDb, type Writer } from '@ketenregie/platform/db';
import { type AssignedReviewer, type Comparison, exceptionsOf, groupKey, type LeftOut, type ReviewSubject, reviewerRule, whyLeftOut } from '@ketenregie/reviews-domain';
import { type ScannedRight, scanRights } from './population.queries.js';
import { lockRound, populationHash, type PopulationSource, type RecordedRound } from './round.row.js';
import { reviewingMembers } from './reviewing-members.js';

/** Rights looked at in one transaction. */
const CHUNK = 5_000;

type ReviewerOf = (subject: ReviewSubject) => AssignedReviewer;

/**
 * Fixes the moment of a planned round: only what is recorded by then is in it, whenever its chunks run. Taken behind the recorders' lock, so
 * that no recording that began before commits into a population that is being read.
 */
async function freezeMoment(writer: Writer, roundId: string): Promise<RecordedRound> {
  const round = await lockRound(writer, roundId);
  if (round === null) throw new NotFoundError('The round');
  if (round.state !== 'planned') return round;
  const at = await lockRecording(writer, 'authorisations');
  await writer.query(
    `update review_round r set state = 'making', known_at = $2, previous_round_id = (select p.id from review_round p
       where p.programme_id = r.programme_id and p.state = 'closed' and p.period_on < r.period_on order by p.period_on desc limit 1) where r.id = $1`,
    [roundId, at],
  );
  return (await lockRound(writer, roundId)) ?? round;
}

type Frame = Omit<Comparison, 'previous' | 'hasReviewer'>;

async function frameOf(writer: Writer, { populationOn, nextOn, previousRoundId }: RecordedRound): Promise<Frame> {
  const { months, previousOn } = await queryOne<{ months: number; previousOn: CalendarDate | null }>(
    writer,
    'select not_checked_after_months as months, (select population_on from review_round where id = $1::uuid) as "previousOn" from tenant',
    [previousRoundId],
  );
  return { on: populationOn, nextOn, previousOn, notCheckedAfterMonths: months };
}

function lineOf({ id: authorisationId, clientId, versionId, facts, accountable, previous }: ScannedRight, frame: Frame, reviewerOf: ReviewerOf): object {
  const { personId } = facts;
  const { memberId, rule } = reviewerOf({ clientId, personId, accountable });
  const exceptions = exceptionsOf(facts, { ...frame, previous, hasReviewer: memberId !== null });
  return { id: newId(), clientId, authorisationId, versionId, personId, reviewerMemberId: memberId, reviewerRule: rule, groupKey: groupKey(facts), exceptions, facts };
}

const INSERT_LINES = `insert into review_line (id, client_id, round_id, authorisation_id, version_id, person_id, reviewer_member_id, reviewer_rule, group_key, exceptions, facts)
  select id, "clientId", $2, "authorisationId", "versionId", "personId", "reviewerMemberId", "reviewerRule", "groupKey", exceptions, facts
  from jsonb_to_recordset($1) as item (id uuid, "clientId" uuid, "authorisationId" uuid, "versionId" uuid, "personId" uuid, "reviewerMemberId" uuid, "reviewerRule" text,
    "groupKey" text, exceptions text[], facts jsonb)
  on conflict (tenant_id, round_id, authorisation_id) do nothing returning 1`;

interface Sorted {
  readonly lines: object[];
  readonly leftOut: Partial<Record<LeftOut, number>>;
}

function sortOut(scanned: readonly ScannedRight[], { round, frame, reviewerOf }: { round: RecordedRound; frame: Frame; reviewerOf: ReviewerOf }): Sorted {
  const leftOut = { ...round.leftOut };
  const lines: object[] = [];
  for (const right of scanned) {
    if (right.versionId === null) continue;
    const why = whyLeftOut(right.facts, round.populationOn, round.query.supplierKey);
    if (why === null) lines.push(lineOf(right, frame, reviewerOf));
    else leftOut[why] = (leftOut[why] ?? 0) + 1;
  }
  return { lines, leftOut };
}

const SOURCES = `select l.facts->>'supplierKey' as "supplierKey", l.facts->>'origin' as origin, count(*)::int as count
  from review_line l where l.round_id = $1 group by 1, 2 order by 1 nulls last, 2`;

/** The population is complete: its counts and its hash are frozen with it. */
async function openRound(writer: Writer, round: RecordedRound): Promise<void> {
  const sources = await writer.query<PopulationSource>(SOURCES, [round.id]);
  const hash = await populationHash(writer, round.id);
  const lineCount = sources.reduce((sum, { count }) => sum + count, 0);
  await writer.query(`update review_round set state = 'open', opened_at = clock_timestamp(), line_count = $2, population_hash = $3, sources = $4 where id = $1`, [
    round.id, lineCount, hash, JSON.stringify(sources),
  ]);
  await writer.audit({
    action: 'review-round.opened', objectKind: 'review-round', objectId: round.id, ...(round.query.clientId === null ? {} : { clientId: round.query.clientId }),
    payload: { programmeId: round.programmeId, populationOn: round.populationOn, knownAt: round.knownAt, lineCount, leftOut: round.leftOut, sources, populationHash: hash },
  });
}

interface Reached {
  readonly isDone: boolean;
  readonly lineCount: number;
}

/** One chunk: its lines, and how far it came, in one transaction. Whoever comes next, after a kill too, goes on from there. */
async function makeChunk(writer: Writer, roundId: string, chunk: number): Promise<Reached> {
  const round = await lockRound(writer, roundId);
  if (round === null || round.state !== 'making') return { isDone: true, lineCount: round?.lineCount ?? 0 };
  const scanned = await scanRights(writer, round, chunk);
  const reviewerOf = reviewerRule(await reviewingMembers(writer), round.query.fallbackMemberId);
  const { lines, leftOut } = sortOut(scanned, { round, frame: await frameOf(writer, round), reviewerOf });
  const written = lines.length === 0 ? [] : await writer.query(INSERT_LINES, [JSON.stringify(lines), roundId]);
  const lineCount = round.lineCount + written.length;
  await writer.query('update review_round set reached = $2, line_count = $3, left_out = $4 where id = $1', [roundId, scanned.at(-1)?.id ?? round.reached, lineCount, JSON.stringify(leftOut)]);
  const isDone = scanned.length < chunk;
  if (isDone) await openRound(writer, { ...round, leftOut });
  return { isDone, lineCount };
}

/** The door as far as making a round uses it; a spec stands a failing one in its place. */
export type MakingDb = Pick<TenantDb, 'read' | 'write' | 'progress'>;

async function operationOf(db: MakingDb, scope: Scope, roundId: string): Promise<string> {
  const [running] = await db.read(scope, (reader) =>
    reader.query<{ id: string }>(`select id from operation where kind = 'review-round' and subject_id = $1 and state = 'running' order by started_at limit 1`, [roundId]),
  );
  return running?.id ?? db.progress(scope).start('review-round', roundId);
}

/**
 * Makes a round: freezes its moment, then its lines chunk by chunk, each chunk a transaction that also says how far it came, and opens it.
 * Killed anywhere and run again, or run from two sides at once, it gives every line once: makers take turns on the round's row, go on from
 * where it is, and a line of the same right is refused by its key. A round that is open or closed is left as it is.
 */
export async function makeRound(db: MakingDb, { scope, roundId, chunk = CHUNK }: { readonly scope: Scope; readonly roundId: string; readonly chunk?: number }): Promise<void> {
  const { state } = await db.write(scope, (writer) => freezeMoment(writer, roundId));
  if (state !== 'making') return;
  const operationId = await operationOf(db, scope, roundId);
  const progress = db.progress(scope);
  for (;;) {
    const { isDone, lineCount } = await db.write(scope, (writer) => makeChunk(writer, roundId, chunk));
    await progress.report(operationId, { phase: 'lines', done: lineCount, total: isDone ? lineCount : null });
    if (isDone) break;
  }
  await progress.finish(operationId);
}
