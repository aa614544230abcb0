import { type CalendarDate, ForbiddenError, InvalidInputError, NotFoundError, newId } from '@ketenregie/kernel';
import type { Scope, Writer } from '@ketenregie/platform/db';
import { monthsOf, type ProgrammeState, type Recurrence, type ReviewScope } from '@ketenregie/reviews-domain';
import { findProgramme } from './programmes.queries.js';
import { reviewingMembers } from './reviewing-members.js';

/** A programme as a person plans it; with an id, as he changes it. Rounds that have started keep what they started with. */
export interface PlannedProgramme {
  readonly id?: string;
  readonly name: string;
  readonly every: Recurrence;
  /** Only with `months`. */
  readonly months: number | null;
  readonly scope: ReviewScope;
  readonly clientId: string | null;
  readonly supplierKey: string | null;
  /** First day of the first period. */
  readonly startsOn: CalendarDate;
  /** Days a round is given, from the day it starts. */
  readonly dueDays: number;
  /** Who reviews where nobody is named, and what is about the reviewer himself; null = the office administrators. */
  readonly fallbackMemberId: string | null;
  readonly state: ProgrammeState;
}

function assertPlan({ name, scope, clientId, supplierKey, dueDays }: PlannedProgramme): void {
  if (name.trim() === '' || name.length > 200) throw new InvalidInputError('A programme has a name of 1 to 200 characters.', 'name');
  if ((scope === 'client') !== (clientId !== null)) throw new InvalidInputError('A client is named where the programme is about one, and only there.', 'clientId');
  if ((scope === 'supplier') !== (supplierKey !== null)) throw new InvalidInputError('A supplier is named where the programme is about one, and only there.', 'supplierKey');
  if (!Number.isInteger(dueDays) || dueDays < 1 || dueDays > 365) throw new InvalidInputError('A round is given 1 to 365 days.', 'dueDays');
}

/** Whether a programme about this client (null: about more than one) is for who works in the scope to plan: rounds of clients that he does not see are not his to start. */
export const isPlannedBy = ({ hasAllClients, clientIds }: Scope, clientId: string | null): boolean => hasAllClients || (clientId !== null && clientIds.includes(clientId));

/** Refuses with FORBIDDEN who sees some clients, where the programme is about others too. */
export function assertPlannedBy(scope: Scope, clientId: string | null): void {
  if (!isPlannedBy(scope, clientId)) throw new ForbiddenError('review.plan');
}

async function assertKnown(writer: Writer, { id, clientId, supplierKey, fallbackMemberId }: PlannedProgramme): Promise<void> {
  const before = id === undefined ? null : await findProgramme(writer, id);
  if (id !== undefined && before === null) throw new NotFoundError('The programme');
  if (before !== null) assertPlannedBy(writer.scope, before.clientId);
  if (clientId !== null && (await writer.query('select 1 from client where id = $1', [clientId])).length === 0) throw new NotFoundError('The client');
  assertPlannedBy(writer.scope, clientId);
  if (supplierKey !== null && (await writer.query('select 1 from catalogue_supplier where key = $1 limit 1', [supplierKey])).length === 0) throw new InvalidInputError('No supplier has this key.', 'supplierKey');
  if (fallbackMemberId === null) return;
  const isReviewer = (await reviewingMembers(writer)).some(({ memberId }) => memberId === fallbackMemberId);
  if (!isReviewer) throw new InvalidInputError('The fallback is a member who may decide in a review.', 'fallbackMemberId');
}

const INSERT = `insert into review_programme (id, name, every, months, starts_on, scope, scope_client_id, supplier_key, due_days, fallback_member_id, state, planned_by, planned_on)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`;
const UPDATE = `update review_programme set name = $2, every = $3, months = $4, starts_on = $5, scope = $6, scope_client_id = $7, supplier_key = $8, due_days = $9,
  fallback_member_id = $10, state = $11 where id = $1`;

/**
 * Plans a programme, or changes one. Refuses with INVALID_INPUT what cannot be, naming the field, with NOT_FOUND what is not there, and
 * with FORBIDDEN what is about clients that are not in sight.
 * Returns its id. It starts nothing by itself: the sweep of the day, or a person, starts the round that is due.
 */
export async function planProgramme(writer: Writer, planned: PlannedProgramme, today: CalendarDate): Promise<string> {
  assertPlan(planned);
  const months = monthsOf(planned.every, planned.months);
  await assertKnown(writer, planned);
  const id = planned.id ?? newId();
  const { name, every, startsOn, scope, clientId, supplierKey, dueDays, fallbackMemberId, state } = planned;
  const values = [id, name.trim(), every, months, startsOn, scope, clientId, supplierKey, dueDays, fallbackMemberId, state];
  await (planned.id === undefined ? writer.query(INSERT, [...values, writer.scope.actor, today]) : writer.query(UPDATE, values));
  await writer.audit({
    action: planned.id === undefined ? 'review-programme.planned' : 'review-programme.changed', objectKind: 'review-programme', objectId: id,
    ...(clientId === null ? {} : { clientId }),
    payload: { name: name.trim(), every, months, startsOn, scope, supplierKey, dueDays, fallbackMemberId, state },
  });
  return id;
}
