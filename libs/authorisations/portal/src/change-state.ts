import type { CodeUnder } from '@ketenregie/messages';

/** The states of a decided change that have words. */
export type ChangeState = CodeUnder<'change.state'>;
const STATES: readonly ChangeState[] = ['to-do', 'asked', 'carried-out', 'confirmed', 'refused', 'failed', 'withdrawn', 'partly'];

/** A state as the API writes it; one that has no words yet reads as still to do. */
export function changeStateOf(state: string): ChangeState {
  return STATES.find((each) => each === state) ?? 'to-do';
}

/** Confirmed needs proof of what the register says; a statement (D) says only that it was carried out. */
export function classesFor(state: ChangeState): readonly ('A' | 'B' | 'C' | 'D')[] {
  return state === 'confirmed' ? ['A', 'B', 'C'] : ['A', 'B', 'C', 'D'];
}

export interface StepDraft {
  readonly state: ChangeState | null;
  readonly evidenceClass: string | null;
  readonly note: string;
}

/** Why a step cannot be recorded yet; null where it can. */
export function whyNotStep({ state, evidenceClass }: StepDraft): 'change.stateMissing' | 'change.evidenceMissing' | null {
  if (state === null) return 'change.stateMissing';
  return state === 'confirmed' && !classesFor(state).some((each) => each === evidenceClass) ? 'change.evidenceMissing' : null;
}
