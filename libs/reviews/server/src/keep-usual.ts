import { DomainError, NotFoundError } from '@ketenregie/kernel';
import type { Writer } from '@ketenregie/platform/db';
import { assertRoundOpen } from '@ketenregie/reviews-domain';
import { type DecidableLine, type DecidedLines, recordDecisions } from './decide-lines.js';
import { conditionsOf, type LineFilter, LINES } from './lines-page.js';
import { ownPersonId } from './reviewing-members.js';
import { lockRound } from './round.row.js';

/** Lines that may be kept in one press. */
export interface UsualLines {
  readonly roundId: string;
  /** Narrows them further. */
  readonly filter: LineFilter;
}

/**
 * Keeps every line in sight with nothing unusual about which nobody decided yet, in one act; lines about the acting member himself stay.
 * Refuses with NOTHING_TO_KEEP where there is none, and rounds that are not open or not in sight.
 */
export async function keepUsualLines(writer: Writer, { roundId, filter }: UsualLines): Promise<DecidedLines> {
  const round = await lockRound(writer, roundId);
  if (round === null) throw new NotFoundError('The round');
  assertRoundOpen(round.state);
  const own = await ownPersonId(writer, writer.scope.actor);
  const values: unknown[] = [roundId, own];
  const lines = await writer.query<DecidableLine>(
    `select l.id, l.round_id as "roundId", l.client_id as "clientId", l.person_id as "personId", l.exceptions from ${LINES}
     where l.round_id = $1 and l.is_usual and standing.outcome = 'undecided' and ($2::uuid is null or l.person_id is distinct from $2::uuid)${conditionsOf(filter, values)} order by l.id`,
    values,
  );
  if (lines.length === 0) throw new DomainError('NOTHING_TO_KEEP', 'No line is left here without something unusual and without a decision.');
  const actId = await recordDecisions(writer, roundId, { lines, decision: 'keep', reason: null });
  return { actId, roundId, lineIds: lines.map(({ id }) => id) };
}
