import { createHash } from 'node:crypto';
import { DomainError, InvalidInputError, newId, NotFoundError } from '@ketenregie/kernel';
import { canonicalJson, type Reader, type Writer } from '@ketenregie/platform/db';
import { assertBulkAllowed, assertRoundOpen, checkedReason, type Decision, type ReviewException } from '@ketenregie/reviews-domain';
import { ownPersonId } from './reviewing-members.js';
import { lockRound } from './round.row.js';

/** What a reviewer decides of some lines of one round, with one reason. */
export interface LinesDecision {
  readonly lineIds: readonly string[];
  readonly decision: Exclude<Decision, 'undecided'>;
  readonly reason: string | null;
}

/** What one act touched. */
export interface DecidedLines {
  /** By which it can be taken back as a whole. */
  readonly actId: string;
  readonly roundId: string;
  readonly lineIds: readonly string[];
}

const MOST_LINES = 1_000;

/** Nobody decides about a right of his own, whoever asked him to. */
export class SelfReviewError extends DomainError {
  constructor() {
    super('SELF_REVIEW', 'A right of your own is reviewed by somebody else.', 'ids');
  }
}

/** A line with what decides whether the acting member may decide it. */
export interface DecidableLine {
  readonly id: string;
  readonly roundId: string;
  readonly clientId: string;
  readonly personId: string | null;
  readonly exceptions: readonly ReviewException[];
}

/** The lines meant, each once; refuses none and over a thousand. */
export function assertLineCount(lineIds: readonly string[]): string[] {
  const ids = [...new Set(lineIds)];
  if (ids.length === 0 || ids.length > MOST_LINES) throw new InvalidInputError(`Name 1 to ${MOST_LINES} lines at once.`, 'ids');
  return ids;
}

/** The lines meant, all of one open round, which is held to the end of the transaction. */
async function openLines(writer: Writer, lineIds: readonly string[]): Promise<{ readonly roundId: string; readonly lines: readonly DecidableLine[] }> {
  const ids = assertLineCount(lineIds);
  const lines = await writer.query<DecidableLine>(
    'select id, round_id as "roundId", client_id as "clientId", person_id as "personId", exceptions from review_line where id = any($1::uuid[]) order by id',
    [ids],
  );
  const [first] = lines;
  if (first === undefined || lines.length < ids.length) throw new NotFoundError('A line');
  if (lines.some(({ roundId }) => roundId !== first.roundId)) throw new InvalidInputError('These lines are not all of one round.', 'ids');
  const round = await lockRound(writer, first.roundId);
  if (round === null) throw new NotFoundError('The round');
  assertRoundOpen(round.state);
  return { roundId: first.roundId, lines };
}

async function assertNotOwn(reader: Reader, lines: readonly DecidableLine[], actor: string): Promise<void> {
  const own = await ownPersonId(reader, actor);
  if (own !== null && lines.some(({ personId }) => personId === own)) throw new SelfReviewError();
}

const INSERT = `insert into review_decision (id, client_id, line_id, batch, decision, reason, decided_by)
  select id, client_id, line_id, $4, $5, $6, $7 from unnest($1::uuid[], $2::uuid[], $3::uuid[]) as item (id, client_id, line_id)`;

/** Adds one decision for each line and the one event of the act, with a hash over its ordered lines. Returns the id of the act. */
export async function recordDecisions(writer: Writer, roundId: string, act: { readonly lines: readonly DecidableLine[]; readonly decision: Decision; readonly reason: string | null }): Promise<string> {
  const { lines, decision, reason } = act;
  const batch = newId();
  await writer.query(INSERT, [lines.map(() => newId()), lines.map(({ clientId }) => clientId), lines.map(({ id }) => id), batch, decision, reason, writer.scope.actor]);
  const [clientId, ...otherClients] = new Set(lines.map((line) => line.clientId));
  const items = lines.map(({ id }) => ({ decision, lineId: id }));
  await writer.audit({
    action: decision === 'undecided' ? 'review-round.decisions-undone' : 'review-round.decided', objectKind: 'review-round', objectId: roundId,
    ...(clientId === undefined || otherClients.length > 0 ? {} : { clientId }), ...(reason === null ? {} : { reason }),
    payload: { decision, count: lines.length, batch, itemsHash: createHash('sha256').update(canonicalJson(items)).digest('hex') },
  });
  return batch;
}

/**
 * Decides lines of one open round. Another reviewer's decision stays beside it. Refuses a revoke or change without a reason, keeping several
 * at once over something unusual (REVIEW_EXCEPTIONS_IN_BULK), a right of one's own (SELF_REVIEW), and rounds that are not open.
 */
export async function decideLines(writer: Writer, { lineIds, decision, reason }: LinesDecision): Promise<DecidedLines> {
  const said = checkedReason(decision, reason);
  const { roundId, lines } = await openLines(writer, lineIds);
  await assertNotOwn(writer, lines, writer.scope.actor);
  assertBulkAllowed(decision, lines);
  const actId = await recordDecisions(writer, roundId, { lines, decision, reason: said });
  return { actId, roundId, lineIds: lines.map(({ id }) => id) };
}
