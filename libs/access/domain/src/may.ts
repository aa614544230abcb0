import { isRevokeDecided } from '@ketenregie/authorisations-domain';
import type { Candidate } from './candidate.js';
import type { Judgement } from './judge-path.js';
import type { AccessWorld } from './world.js';

/** What the tenant decided. */
export const MAYS = ['yes', 'no'] as const;
export type May = (typeof MAYS)[number];

/** Why somebody may not, in this order: nobody of the staff list, the day before or after his service, or a revoke that was decided. */
export const MAY_NOT_CODES = ['person-unknown', 'not-yet-in-service', 'out-of-service', 'revoke-decided'] as const;
export type MayNotCode = (typeof MAY_NOT_CODES)[number];

/** Whether the day lies within somebody's service; a limit that nobody recorded is none. */
function serviceReasons({ person, on }: AccessWorld): MayNotCode[] {
  if (person === null) return ['person-unknown'];
  const { inServiceFrom, inServiceUntil } = person;
  const isNotYet = inServiceFrom !== null && on < inServiceFrom;
  const isOver = inServiceUntil !== null && inServiceUntil < on;
  return [...(isNotYet ? (['not-yet-in-service'] as const) : []), ...(isOver ? (['out-of-service'] as const) : [])];
}

function rightIdsOf(candidate: Candidate): readonly (string | undefined)[] {
  return candidate.kind === 'direct' ? [candidate.right?.id] : [candidate.clientHalf?.id, candidate.officeHalf?.id];
}

/** Whether a path runs through a right whose revoke stands decided, carried out or not. */
function isRevoked({ candidate }: Judgement, { changes, on }: AccessWorld): boolean {
  const ids = rightIdsOf(candidate);
  return changes.some((change) => ids.includes(change.rightId) && isRevokeDecided(change, on));
}

/**
 * May is no outside somebody's service, and where every path as good as the best one runs through a right whose revoke was decided.
 * All reasons are named; none where he may. So a new right beside an old revoked one may be used, and a revoked right that still works says "can, but may not".
 */
export function mayNotOf(judgements: readonly Judgement[], best: Judgement, world: AccessWorld): readonly MayNotCode[] {
  const isFree = judgements.some((each) => each.can === best.can && !isRevoked(each, world));
  return [...serviceReasons(world), ...(isFree ? [] : (['revoke-decided'] as const))];
}
