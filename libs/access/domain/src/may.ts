import { isRevokeDecided } from '@ketenregie/authorisations-domain';
import type { Candidate } from './candidate.js';
import type { Judgement } from './judge-path.js';
import type { AccessWorld } from './world.js';

/** What the tenant decided. */
export const MAYS = ['yes', 'no'] as const;
export type May = (typeof MAYS)[number];

/** Whether somebody is on the staff list and the day lies within his service; a limit that nobody recorded is none. */
export function isInService({ person, on }: AccessWorld): boolean {
  if (person === null) return false;
  const { inServiceFrom, inServiceUntil } = person;
  return (inServiceFrom === null || inServiceFrom <= on) && (inServiceUntil === null || on <= inServiceUntil);
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
 * So a new right beside an old revoked one may be used, and a revoked right that still works says "can, but may not".
 */
export function mayOf(judgements: readonly Judgement[], best: Judgement, world: AccessWorld): May {
  if (!isInService(world)) return 'no';
  return judgements.some((each) => each.can === best.can && !isRevoked(each, world)) ? 'yes' : 'no';
}
