import { DomainError, InvalidInputError, NotFoundError } from '@ketenregie/kernel';
import type { Writer } from '@ketenregie/platform/db';
import { assertRoundOpen } from '@ketenregie/reviews-domain';
import { assertLineCount, type DecidableLine, type DecidedLines, recordDecisions } from './decide-lines.js';
import { lockRound } from './round.row.js';

/** The last decision of one reviewer about a line `l`, unless he took it back: as a lateral join named `own`. */
const OWN = `cross join lateral (select d.batch, d.decision from review_decision d where d.tenant_id = l.tenant_id and d.line_id = l.id and d.decided_by = $2
    order by d.decided_at desc, d.id desc limit 1) own`;

const COLUMNS = 'l.id, l.round_id as "roundId", l.client_id as "clientId", l.person_id as "personId", l.exceptions';

const BY_LINE = `select ${COLUMNS} from review_line l ${OWN} where l.id = any($1::uuid[]) and own.decision <> 'undecided' order by l.id`;

/** Of an act, what its own reviewer has not decided otherwise since. */
const BY_ACT = `select ${COLUMNS} from (select distinct line_id from review_decision where batch = $1::uuid and decided_by = $2) acted
  join review_line l on l.id = acted.line_id ${OWN} where own.batch = $1::uuid and own.decision <> 'undecided' order by l.id`;

async function holdRound(writer: Writer, lines: readonly { readonly roundId: string }[]): Promise<void> {
  const [roundId = '', ...others] = new Set(lines.map((line) => line.roundId));
  if (others.length > 0) throw new InvalidInputError('These lines are not all of one round.', 'ids');
  const round = await lockRound(writer, roundId);
  if (round === null) throw new NotFoundError('The round');
  assertRoundOpen(round.state);
}

async function takeBack(writer: Writer, sql: string, aim: string | readonly string[]): Promise<DecidedLines> {
  const lines = await writer.query<DecidableLine>(sql, [aim, writer.scope.actor]);
  const [first] = lines;
  if (first === undefined) throw new DomainError('NOTHING_TO_UNDO', 'None of these lines has a decision of yours.', 'ids');
  const actId = await recordDecisions(writer, first.roundId, { lines, decision: 'undecided', reason: null });
  return { actId, roundId: first.roundId, lineIds: lines.map(({ id }) => id) };
}

/**
 * Takes back what the acting reviewer decided of lines; nobody takes back another's. What he decided before that is not put back: the lines
 * are undecided by him. Refuses with NOTHING_TO_UNDO where he decided none of them, and when the round is closed.
 */
export async function undoDecisions(writer: Writer, lineIds: readonly string[]): Promise<DecidedLines> {
  const ids = assertLineCount(lineIds);
  const lines = await writer.query<{ roundId: string }>('select round_id as "roundId" from review_line where id = any($1::uuid[])', [ids]);
  if (lines.length < ids.length) throw new NotFoundError('A line');
  await holdRound(writer, lines);
  return takeBack(writer, BY_LINE, ids);
}

/**
 * Takes back one act of the acting reviewer as a whole, but for the lines he has decided otherwise since. Refuses with NOT_FOUND an act that
 * is not his, with NOTHING_TO_UNDO where nothing of it stands any more, and when the round is closed.
 */
export async function undoAct(writer: Writer, actId: string): Promise<DecidedLines> {
  const rounds = await writer.query<{ roundId: string }>(
    'select distinct l.round_id as "roundId" from review_decision d join review_line l on l.tenant_id = d.tenant_id and l.id = d.line_id where d.batch = $1::uuid and d.decided_by = $2',
    [actId, writer.scope.actor],
  );
  if (rounds.length === 0) throw new NotFoundError('The act');
  await holdRound(writer, rounds);
  return takeBack(writer, BY_ACT, actId);
}
