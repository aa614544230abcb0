import { type Right, stateOnDay } from '@ketenregie/authorisations-domain';
import { broken } from './break.js';
import { type Finding, findings } from './finding.js';
import { isAnyInForce, isServiceUnknown } from './judge-client-half.js';
import { unknown } from './unknowns.js';
import type { AccessWorld } from './world.js';

function judgeMissing({ person, directRights, on }: AccessWorld): readonly Finding[] {
  if (person === null) return [broken('right', 'person-unknown')];
  return [broken('right', isAnyInForce(directRights, on) ? 'service-not-covered' : 'no-right')];
}

/** Links 3 and 4 of a direct path: does the person have a right of his own at the company that covers the service? */
export function judgeRight(right: Right | null, world: AccessWorld): readonly Finding[] {
  if (right === null) return judgeMissing(world);
  const state = stateOnDay(right, world.on);
  return findings(
    state === 'requested' && broken('right', 'right-requested'),
    state === 'ended' && broken('right', 'right-ended'),
    state === 'unknown' && unknown('right-state-unknown'),
    isServiceUnknown(right, world) && unknown('right-service-unknown'),
  );
}
