import { DomainError } from '@ketenregie/kernel';

/** `planned`: asked for; `making`: its population is being frozen; `open`: decisions are taken; `closed`: nothing of it changes any more. It goes forward only. */
export const ROUND_STATES = ['planned', 'making', 'open', 'closed'] as const;
export type RoundState = (typeof ROUND_STATES)[number];

/** A decision, an undo or a closing that the round's state does not allow. */
export class RoundNotOpenError extends DomainError {
  constructor(state: RoundState) {
    const why = state === 'closed' ? 'This round is closed: what was decided in it stands.' : 'This round is still being made: its lines are not complete.';
    super(state === 'closed' ? 'ROUND_CLOSED' : 'ROUND_NOT_READY', why);
  }
}

/** Refuses unless decisions may be taken and taken back. */
export function assertRoundOpen(state: RoundState): void {
  if (state !== 'open') throw new RoundNotOpenError(state);
}
