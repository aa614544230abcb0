import { type CalendarDate, DomainError, InvalidInputError, NotFoundError, newId } from '@ketenregie/kernel';
import type { Writer } from '@ketenregie/platform/db';
import { AuthorisationChangeRow, AuthorisationChangeStepRow } from './change.row.js';
import { hasOpenChange } from './changes.queries.js';
import { knownRight } from './known-rights.js';

export interface Revocation {
  readonly authorisationId: string;
  readonly reason: string;
  /** Whose hands it lies in, as a person names him; absent = nobody yet. */
  readonly askedOf?: string;
  /** Who decided it, where that is not who acts now: four eyes are about him. */
  readonly decidedBy?: string;
}

const MAX_REASON = 500;

async function assertRevocable(writer: Writer, authorisationId: string, today: CalendarDate): Promise<string> {
  // Two who decide at the same time follow one another here, and the second finds the first one's change.
  const [locked] = await writer.query<{ id: string }>('select id from authorisation where id = $1 for no key update', [authorisationId]);
  const right = locked === undefined ? null : await knownRight(writer, today, authorisationId);
  if (right === null) throw new NotFoundError('The authorisation');
  if (right.holder?.state === 'ended') throw new DomainError('AUTHORISATION_ENDED', 'This authorisation has ended already; there is nothing left to revoke.');
  if (await hasOpenChange(writer, { authorisationId, kind: 'revoke' })) throw new DomainError('REVOCATION_DECIDED', 'Its revocation is decided already and not yet confirmed: record the next step there.');
  return right.clientId;
}

/**
 * Decides that a right is to end: a to-do with its reason, and nothing else. The right itself still counts as *can* until its end is
 * confirmed (rule 4). Returns the id of the change. Refuses with NOT_FOUND, AUTHORISATION_ENDED or REVOCATION_DECIDED, and without a reason.
 */
export async function decideRevocation(writer: Writer, { authorisationId, reason, askedOf, decidedBy }: Revocation, today: CalendarDate): Promise<string> {
  const said = reason.trim();
  if (said === '' || said.length > MAX_REASON) throw new InvalidInputError(`A revocation needs a reason of 1 to ${MAX_REASON} characters.`, 'reason');
  const clientId = await assertRevocable(writer, authorisationId, today);
  const id = newId();
  const by = writer.scope.actor;
  await writer.insert(AuthorisationChangeRow, { id, clientId, authorisationId, kind: 'revoke', state: 'to-do', decidedOn: today, decidedBy: decidedBy ?? by, reason: said, askedOf: askedOf ?? null });
  await writer.insert(AuthorisationChangeStepRow, { id: newId(), clientId, changeId: id, state: 'to-do', recordedBy: by });
  await writer.audit({ action: 'authorisation.revocation-decided', objectKind: 'authorisation', objectId: authorisationId, clientId, reason: said, payload: { changeId: id, decidedOn: today, ...(decidedBy === undefined ? {} : { decidedBy }) } });
  return id;
}
