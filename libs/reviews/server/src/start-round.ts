import { type CalendarDate, DomainError, NotFoundError, newId } from '@ketenregie/kernel';
import type { Writer } from '@ketenregie/platform/db';
import { type DueRound, dueRound, nextPeriodOn, REVIEWED_KINDS, roundDueOn } from '@ketenregie/reviews-domain';
import { assertPlannedBy } from './plan-programme.js';
import { allProgrammes, findProgramme, type RecordedProgramme } from './programmes.queries.js';

/** Which rights a round asks for, frozen on it when it starts: a programme that is changed meanwhile changes no round. */
export interface PopulationQuery {
  readonly kinds: readonly string[];
  readonly scope: string;
  readonly clientId: string | null;
  readonly supplierKey: string | null;
  readonly fallbackMemberId: string | null;
}

const INSERT = `insert into review_round (id, programme_id, name, period_on, missed_count, is_late, population_on, next_on, due_on, population_query, started_by)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (tenant_id, programme_id, period_on) do nothing returning id`;

/** Writes the round and asks for its making; null where the period got its round meanwhile. */
async function startRound(writer: Writer, programme: RecordedProgramme, { due, today }: { readonly due: DueRound; readonly today: CalendarDate }): Promise<string | null> {
  const id = newId();
  const { scope, clientId, supplierKey, fallbackMemberId } = programme;
  const query: PopulationQuery = { kinds: REVIEWED_KINDS, scope, clientId, supplierKey, fallbackMemberId };
  const rows = await writer.query(INSERT, [
    id, programme.id, programme.name, due.periodOn, due.missed, due.isLate, today, nextPeriodOn(programme, today), roundDueOn(today, programme.dueDays), JSON.stringify(query), writer.scope.actor,
  ]);
  if (rows.length === 0) return null;
  await writer.announce('make-review-round', { tenantId: writer.scope.tenantId, roundId: id });
  await writer.audit({
    action: 'review-round.started', objectKind: 'review-round', objectId: id, ...(clientId === null ? {} : { clientId }),
    payload: { programmeId: programme.id, periodOn: due.periodOn, populationOn: today, missed: due.missed, isLate: due.isLate },
  });
  return id;
}

/**
 * Starts every round of the tenant that is due on a day. Computed from the programmes and their rounds alone, so running it twice, late, or
 * from two sides at once starts each round once. Returns the ids of those it started.
 */
export async function startDueRounds(writer: Writer, today: CalendarDate): Promise<string[]> {
  const started: string[] = [];
  for (const programme of await allProgrammes(writer)) {
    const due = dueRound(programme, programme.last, today);
    const id = due === null ? null : await startRound(writer, programme, { due, today });
    if (id !== null) started.push(id);
  }
  return started;
}

/**
 * Starts a round of one programme by hand: the one that is due, or one beside the rhythm, which then stands for the period it lies in.
 * Refuses with FORBIDDEN who does not see all that it is about, with ROUND_OPEN while an earlier one is not closed, PROGRAMME_NOT_ACTIVE, and ROUND_STARTED where this day has one already.
 */
export async function startReviewRound(writer: Writer, programmeId: string, today: CalendarDate): Promise<string> {
  const programme = await findProgramme(writer, programmeId);
  if (programme === null) throw new NotFoundError('The programme');
  assertPlannedBy(writer.scope, programme.clientId);
  if (programme.state !== 'active') throw new DomainError('PROGRAMME_NOT_ACTIVE', 'This programme is paused or ended: make it active first.');
  if (programme.last !== null && programme.last.state !== 'closed') throw new DomainError('ROUND_OPEN', 'An earlier round of this programme is still open: close it first.');
  const due = dueRound(programme, programme.last, today) ?? { periodOn: today, missed: 0, isLate: false };
  const id = await startRound(writer, programme, { due, today });
  if (id === null) throw new DomainError('ROUND_STARTED', 'A round of this programme was started today already.');
  return id;
}
