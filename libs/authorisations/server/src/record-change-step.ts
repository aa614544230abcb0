import { type Change, type ChangeState, type EvidenceClass, assertChangeStep, stateByEvidence, stateBeside } from '@ketenregie/authorisations-domain';
import { type CalendarDate, DomainError, InvalidInputError, NotFoundError, newId } from '@ketenregie/kernel';
import { type Writer, lockRecording, queryOne } from '@ketenregie/platform/db';
import { targetsByVersion } from './authorisations.queries.js';
import { AuthorisationChangeRow, AuthorisationChangeStepRow } from './change.row.js';
import { type RecordedChange, findChange, hasOpenChange } from './changes.queries.js';
import { knownRight } from './known-rights.js';
import { succeed } from './plan-recording.js';
import { writePlan } from './write-plan.js';

export interface ChangeStep {
  readonly changeId: string;
  readonly state: ChangeState;
  readonly evidenceClass?: EvidenceClass;
  /** Where the evidence is, or what was said. */
  readonly note?: string;
  readonly askedOf?: string;
}

const MAX_NOTE = 500;

/** Confirmed needs evidence of class A to C: an overview, a letter, a login attempt (rule 5). A statement says "carried out". */
function assertEvidence({ state, evidenceClass, note }: ChangeStep): void {
  if ((note?.length ?? 0) > MAX_NOTE) throw new InvalidInputError(`A note has at most ${MAX_NOTE} characters.`, 'note');
  if (state !== 'confirmed') return;
  if (evidenceClass === undefined || stateByEvidence(evidenceClass) !== 'confirmed') {
    throw new DomainError('EVIDENCE_TOO_WEAK', 'Confirmed needs an overview, a letter or a login attempt; a statement says "carried out".', 'evidenceClass');
  }
}

/** Confirming one's own decision is told apart, and refused where the tenant wants four eyes (T2). */
async function isOwnConfirmation(writer: Writer, change: RecordedChange, state: ChangeState): Promise<boolean> {
  if (state !== 'confirmed' || change.decidedBy !== writer.scope.actor) return false;
  const { needsFourEyes } = await queryOne<{ needsFourEyes: boolean }>(writer, 'select needs_four_eyes as "needsFourEyes" from tenant');
  if (needsFourEyes) throw new DomainError('FOUR_EYES', 'You decided this yourself: somebody else confirms it.');
  return true;
}

/** What a step does to the believed right: a confirmed revoke ends it from today; everything else touches nothing. */
async function recordEnd(writer: Writer, { authorisationId, reason }: RecordedChange, end: { readonly evidenceClass: EvidenceClass; readonly today: CalendarDate }): Promise<void> {
  const at = await lockRecording(writer, 'authorisations');
  const { evidenceClass, today } = end;
  const right = await knownRight(writer, today, authorisationId);
  if (right === null || right.holder === null || right.holder.state === 'ended') return;
  const { holder } = right;
  const { id: holderId, validFrom: _, validUntil: _until, ...before } = holder;
  const targets = (await targetsByVersion(writer, [holderId])).get(holderId) ?? [];
  const by = writer.scope.actor;
  const content = { ...before, state: 'ended', endedWhy: reason, statedOn: today, evidenceClass, seenOn: today, seenBy: by } as const;
  const versions = succeed({ ...right, holder }, content, { referenceOn: today, targets });
  const serviceIds = new Map(targets.flatMap(({ serviceKey, serviceId }) => (serviceKey === null || serviceId === null ? [] : [[serviceKey, serviceId] as const])));
  await writePlan(writer, { rights: [], superseded: [holder], versions }, { serviceIds, at, importId: null, recordedBy: by });
}

/** The stored kinds are those of the domain; "granted anew" is a grant. */
function changeOf({ authorisationId, kind, state, decidedOn }: RecordedChange): Change {
  return { rightId: authorisationId, kind: kind === 'grant-anew' ? 'grant' : kind, state, decidedOn };
}

/**
 * Records the next state of a decided change. Refuses a step the state does not allow (CHANGE_STEP_NOT_POSSIBLE), confirmed without evidence
 * of class A to C (EVIDENCE_TOO_WEAK), and confirming one's own decision under four eyes (FOUR_EYES). A confirmed revoke ends the right from
 * today, with the evidence; no other step changes what is believed. Returns the id of the change.
 */
export async function recordChangeStep(writer: Writer, step: ChangeStep, today: CalendarDate): Promise<string> {
  assertEvidence(step);
  const { changeId, state, evidenceClass, note, askedOf } = step;
  const change = await findChange(writer, changeId, { isLocked: true });
  if (change === null) throw new NotFoundError('The change');
  assertChangeStep(change.state, state);
  if (change.state === 'confirmed' && (await hasOpenChange(writer, change))) {
    throw new DomainError('CHANGE_DECIDED_ANEW', 'It was decided anew since; record the step there.');
  }
  const isOwn = await isOwnConfirmation(writer, change, state);
  const { clientId, authorisationId } = change;
  const said = { evidenceClass: evidenceClass ?? null, note: note ?? null };
  await writer.update(AuthorisationChangeRow, { id: changeId }, {
    state, evidenceClass: said.evidenceClass, evidenceNote: said.note, changedAt: () => 'now()', ...(askedOf === undefined ? {} : { askedOf }),
  });
  await writer.insert(AuthorisationChangeStepRow, { id: newId(), clientId, changeId, state, recordedBy: writer.scope.actor, ...said });
  const ends = stateBeside('active', { ...changeOf(change), state }) === 'ended';
  if (ends && evidenceClass !== undefined) await recordEnd(writer, change, { evidenceClass, today });
  await writer.audit({
    action: `authorisation-change.${state}`, objectKind: 'authorisation', objectId: authorisationId, clientId,
    payload: { changeId, from: change.state, to: state, isOwnDecision: isOwn, ...said },
  });
  return changeId;
}
