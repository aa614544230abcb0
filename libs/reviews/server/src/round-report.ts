import { NotFoundError } from '@ketenregie/kernel';
import { type Reader, type Scope, queryOne } from '@ketenregie/platform/db';
import { countLines, type ReviewCounts } from '@ketenregie/reviews-domain';
import { allLines, type RecordedLine, type StandingDecision, standingOfRound } from './lines-page.js';
import { isPlannedBy } from './plan-programme.js';
import { decisionsHash, type RecordedRound } from './round.row.js';
import { actorNames } from './reviewing-members.js';
import { findRound, reviewersByRound } from './rounds.queries.js';

/** A line as the report prints it. */
export interface ReportLine extends RecordedLine {
  readonly decisions: readonly StandingDecision[];
}

/** What one person did in the round: the block he signs. */
export interface ReportReviewer {
  readonly name: string;
  /** Lines that were his to review. */
  readonly assigned: number;
  /** Of those, lines about which nobody decided: printed "not reviewed". */
  readonly notReviewed: number;
  /** Lines he decided, his own to review or not. */
  readonly decided: number;
}

/** Everything an auditor needs of one round, of the clients the reader sees. */
export interface RoundReport {
  readonly tenantName: string;
  readonly tenantKvk: string | null;
  readonly round: RecordedRound;
  readonly startedByName: string;
  readonly closedByName: string | null;
  /** False: the reader does not see all clients that it is about, and the report says so; also where all that came of them are lines of his. */
  readonly isWhole: boolean;
  readonly counts: ReviewCounts;
  readonly reviewers: readonly ReportReviewer[];
  /** SHA-256 over all decisions: the closed round's own, or as it stands now. Null where the reader does not see the whole round. */
  readonly decisionsHash: string | null;
  readonly lines: readonly ReportLine[];
  /** The names of the registers, by key, as the newest catalogue has them. */
  readonly supplierNames: ReadonlyMap<string, string>;
}

function byLine(decisions: readonly StandingDecision[]): ReadonlyMap<string, StandingDecision[]> {
  const found = new Map<string, StandingDecision[]>();
  for (const decision of decisions) found.set(decision.lineId, [...(found.get(decision.lineId) ?? []), decision]);
  return found;
}

async function reviewersOf(reader: Reader, roundId: string, decisions: readonly StandingDecision[]): Promise<ReportReviewer[]> {
  const reviewers = new Map<string, ReportReviewer>();
  for (const { memberId, name, assigned, undecided } of (await reviewersByRound(reader, [roundId])).get(roundId) ?? []) {
    reviewers.set(memberId === null ? '' : `member:${memberId}`, { name, assigned, notReviewed: undecided, decided: 0 });
  }
  for (const { decidedBy, decidedByName } of decisions) {
    const before = reviewers.get(decidedBy) ?? { name: decidedByName, assigned: 0, notReviewed: 0, decided: 0 };
    reviewers.set(decidedBy, { ...before, decided: before.decided + 1 });
  }
  return [...reviewers.values()];
}

async function supplierNames(reader: Reader): Promise<ReadonlyMap<string, string>> {
  const rows = await reader.query<{ key: string; name: string }>('select key, name from catalogue_supplier where version = (select max(version) from catalogue_supplier)');
  return new Map(rows.map(({ key, name }) => [key, name]));
}

/**
 * The report of a round: population with query, time, counts a source and hash; decisions with who, when and why; what nobody reviewed; the
 * hash of the decision log. Of an open round it is as it stands now. Refuses with NOT_FOUND a round without a line that the reader sees,
 * unless he sees all clients. Eight statements, however long the round is.
 */
export async function roundReport(reader: Reader, roundId: string, scope: Scope): Promise<RoundReport> {
  const round = await findRound(reader, roundId, { seesAll: scope.hasAllClients });
  if (round === null) throw new NotFoundError('The round');
  const { name: tenantName, kvk: tenantKvk } = await queryOne<{ name: string; kvk: string | null }>(
    reader,
    'select t.name, (select c.kvk_number from company c where c.tenant_id = t.tenant_id and c.client_id = t.tenant_id order by c.created_at limit 1) as kvk from tenant t',
  );
  const lines = await allLines(reader, roundId);
  const decisions = await standingOfRound(reader, roundId);
  const names = await actorNames(reader, [round.startedBy, round.closedBy ?? '']);
  const isWhole = isPlannedBy(scope, round.query.clientId) && lines.length === round.lineCount;
  const ofLine = byLine(decisions);
  return {
    ...{ tenantName, tenantKvk, round, isWhole, counts: countLines(lines) },
    startedByName: names.get(round.startedBy) ?? round.startedBy,
    closedByName: round.closedBy === null ? null : (names.get(round.closedBy) ?? round.closedBy),
    reviewers: await reviewersOf(reader, roundId, decisions),
    decisionsHash: isWhole ? (round.decisionsHash ?? (await decisionsHash(reader, roundId))) : null,
    supplierNames: await supplierNames(reader),
    lines: lines.map((line) => ({ ...line, decisions: ofLine.get(line.id) ?? [] })),
  };
}
