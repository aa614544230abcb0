import { decideChanges, decideRevocation } from '@ketenregie/authorisations-server';
import { type CalendarDate, DomainError, NotFoundError } from '@ketenregie/kernel';
import type { Writer } from '@ketenregie/platform/db';
import { assertRoundOpen, NO_COUNTS } from '@ketenregie/reviews-domain';
import { isPlannedBy } from './plan-programme.js';
import { type Closing, decisionsHash, lockRound } from './round.row.js';
import { countsByRound } from './rounds.queries.js';
import { saidSql, standingSql } from './standing.js';

interface FollowUp {
  readonly authorisationId: string;
  readonly clientId: string;
  readonly decision: 'revoke' | 'change';
  readonly reason: string;
  readonly decidedBy: string;
}

/** What the round asks to be done: one for each line of which revoke or change stands undisputed, by whoever said it first. */
const FOLLOW_UPS = `select l.authorisation_id as "authorisationId", l.client_id as "clientId", said.decision, said.reason, said.decided_by as "decidedBy"
  from review_line l ${standingSql('l')} ${saidSql('l', 'limit 1')}
  where l.round_id = $1 and standing.outcome in ('revoke', 'change') order by l.authorisation_id`;

/** Nothing is left to decide: it ended since, or somebody decided the same elsewhere. */
const UNDER_WAY = new Set(['AUTHORISATION_ENDED', 'REVOCATION_DECIDED', 'NOT_FOUND']);

async function openRevoke(writer: Writer, { authorisationId, reason, decidedBy }: FollowUp, today: CalendarDate): Promise<string | null> {
  try {
    return await decideRevocation(writer, { authorisationId, reason, decidedBy }, today);
  } catch (error) {
    if (error instanceof DomainError && UNDER_WAY.has(error.code)) return null;
    throw error;
  }
}

/** Revokes become something to do, one by one. Each names the reviewer who decided, not whoever closes: four eyes are about him. */
async function openRevokes(writer: Writer, revokes: readonly FollowUp[], today: CalendarDate): Promise<number> {
  let opened = 0;
  for (const revoke of revokes) if ((await openRevoke(writer, revoke, today)) !== null) opened += 1;
  return opened;
}

async function followUp(writer: Writer, roundId: string, today: CalendarDate): Promise<Closing> {
  const found = await writer.query<FollowUp>(FOLLOW_UPS, [roundId]);
  const revokes = await openRevokes(writer, found.filter(({ decision }) => decision === 'revoke'), today);
  const changes = (await decideChanges(writer, found.filter(({ decision }) => decision === 'change'), today)).length;
  return { revokes, changes, alreadyUnderWay: found.length - revokes - changes };
}

/**
 * Closes a round in one transaction: revokes and changes become something to do, the decisions are hashed, nothing of it changes any more.
 * It needs no full coverage: what nobody decided stays as it is and counts as not reviewed, and where two differ nothing follows. Only who
 * sees every client that it is about may close it (ROUND_NOT_WHOLE).
 */
export async function closeRound(writer: Writer, roundId: string, today: CalendarDate): Promise<string> {
  const round = await lockRound(writer, roundId);
  if (round === null) throw new NotFoundError('The round');
  const counts = (await countsByRound(writer, [roundId])).get(roundId) ?? NO_COUNTS;
  assertRoundOpen(round.state);
  if (!isPlannedBy(writer.scope, round.query.clientId) || counts.total !== round.lineCount) throw new DomainError('ROUND_NOT_WHOLE', 'You see only a part of this round: somebody who sees all of its clients closes it.');
  const closing = await followUp(writer, roundId, today);
  const hash = await decisionsHash(writer, roundId);
  await writer.query(`update review_round set state = 'closed', closed_at = clock_timestamp(), closed_on = $2, closed_by = $3, decisions_hash = $4, closing = $5 where id = $1`, [
    roundId, today, writer.scope.actor, hash, JSON.stringify(closing),
  ]);
  await writer.audit({
    action: 'review-round.closed', objectKind: 'review-round', objectId: roundId, ...(round.query.clientId === null ? {} : { clientId: round.query.clientId }),
    payload: { programmeId: round.programmeId, counts, closing, populationHash: round.populationHash, decisionsHash: hash },
  });
  return roundId;
}
