import { covers, stateOnDay } from '@ketenregie/authorisations-domain';
import { broken } from './break.js';
import type { ChainCandidate } from './candidate.js';
import { type Finding, findings } from './finding.js';
import { isServiceUnknown } from './judge-client-half.js';
import { unknown } from './unknowns.js';
import type { AccessWorld } from './world.js';

/** The person is linked for the service, but the client granted to another of our companies. */
function isUnderOtherIntermediary({ clientHalf }: ChainCandidate, { officeHalves, service }: AccessWorld): boolean {
  return clientHalf !== null && service !== null && officeHalves.some((half) => covers(half, service));
}

function judgeMissing(candidate: ChainCandidate, world: AccessWorld): readonly Finding[] {
  if (world.person === null) return [broken('office-half', 'person-unknown')];
  const code = isUnderOtherIntermediary(candidate, world) ? 'granted-to-other-intermediary' : 'no-office-half';
  return [broken('office-half', code)];
}

/** A spreadsheet's cell gives both halves: what it leaves open about the service is said once, of the client half. */
function isServiceOpen({ clientHalf, officeHalf }: ChainCandidate, world: AccessWorld): boolean {
  const isSaidBefore = clientHalf !== null && isServiceUnknown(clientHalf, world);
  return officeHalf !== null && !isSaidBefore && isServiceUnknown(officeHalf, world);
}

/** Link 4: is the person linked for the service, under the company that the client granted to? */
export function judgeOfficeHalf(candidate: ChainCandidate, world: AccessWorld): readonly Finding[] {
  if (candidate.officeHalf === null) return judgeMissing(candidate, world);
  const state = stateOnDay(candidate.officeHalf, world.on);
  return findings(
    state === 'requested' && broken('office-half', 'office-half-requested'),
    state === 'ended' && broken('office-half', 'office-half-ended'),
    state === 'unknown' && unknown('office-half-state-unknown'),
    isServiceOpen(candidate, world) && unknown('office-half-service-unknown'),
  );
}
