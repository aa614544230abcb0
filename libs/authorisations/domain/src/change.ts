import { type CalendarDate, DomainError } from '@ketenregie/kernel';
import type { ChangeState, EvidenceClass, RightState } from './authorisation.js';

/** What a decided change does to a right. */
export const CHANGE_KINDS = ['grant', 'change', 'revoke'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** A change that the tenant decided. It is about what we *want*; only its confirmation touches what we *believe*. */
export interface Change {
  readonly rightId: string;
  readonly kind: ChangeKind;
  readonly state: ChangeState;
  readonly decidedOn: CalendarDate;
}

/**
 * Where a change may go. Whatever was refused, failed or half done may be tried again; what was confirmed opens again when a later overview
 * contradicts it (V4); what was withdrawn is over: a new decision is a new change.
 */
const NEXT: Readonly<Record<ChangeState, readonly ChangeState[]>> = {
  'to-do': ['asked', 'carried-out', 'confirmed', 'partly', 'failed', 'withdrawn'],
  asked: ['carried-out', 'confirmed', 'partly', 'refused', 'failed', 'withdrawn'],
  'carried-out': ['confirmed', 'partly', 'failed'],
  confirmed: ['to-do'],
  refused: ['to-do', 'asked', 'withdrawn'],
  failed: ['to-do', 'asked', 'carried-out', 'confirmed', 'withdrawn'],
  partly: ['asked', 'carried-out', 'confirmed', 'refused', 'failed', 'withdrawn'],
  withdrawn: [],
};

/** Whether a change in one state may go to another. */
export function canMoveChange(from: ChangeState, to: ChangeState): boolean {
  return NEXT[from].includes(to);
}

/** A step that the state of a change does not allow. */
export class ChangeStepError extends DomainError {
  constructor(from: ChangeState, to: ChangeState) {
    super('CHANGE_STEP_NOT_POSSIBLE', `A change that is ${from} cannot become ${to}.`, 'state');
  }
}

/** Refuses a step that the state of a change does not allow (CHANGE_STEP_NOT_POSSIBLE). */
export function assertChangeStep(from: ChangeState, to: ChangeState): void {
  if (!canMoveChange(from, to)) throw new ChangeStepError(from, to);
}

/** "Done, with evidence": classes A to C confirm, a statement (D) says only that it was carried out. Product rule 5. */
export function stateByEvidence(evidence: EvidenceClass): Extract<ChangeState, 'confirmed' | 'carried-out'> {
  return evidence === 'D' ? 'carried-out' : 'confirmed';
}

/** Whether somebody still has to do something about a change. */
export function isOpenChange(state: ChangeState): boolean {
  return state !== 'confirmed' && state !== 'withdrawn';
}

/** Whether a revoke stands decided on a day, carried out or not: from then on the right may not be used. A withdrawn decision never stood. */
export function isRevokeDecided({ kind, state, decidedOn }: Change, on: CalendarDate): boolean {
  return kind === 'revoke' && state !== 'withdrawn' && decidedOn <= on;
}

/** The believed state of a right beside a change: a decided revoke still counts as *can* until its end is confirmed. Product rule 4. */
export function stateBeside(right: RightState, { kind, state }: Change): RightState {
  return kind === 'revoke' && state === 'confirmed' ? 'ended' : right;
}
