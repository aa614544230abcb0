import { coverageOf, isWithinDates, type Right, stateOnDay } from '@ketenregie/authorisations-domain';
import type { CalendarDate } from '@ketenregie/kernel';
import { broken } from './break.js';
import { type Finding, findings } from './finding.js';
import { unknown } from './unknowns.js';
import type { AccessWorld } from './world.js';

/** Whether one of some rights, whatever it covers, is active with the day inside its dates. */
export function isAnyInForce(rights: readonly Right[], on: CalendarDate): boolean {
  return rights.some((right) => right.state === 'active' && isWithinDates(right, on));
}

/** Whether a right reaches the service only by the name of its provider. */
export function isServiceUnknown(right: Right, { service }: AccessWorld): boolean {
  return service !== null && coverageOf(right, service) === 'provider-only';
}

/** Link 3: did the client grant one of our companies a right that covers the service? */
export function judgeClientHalf(half: Right | null, world: AccessWorld): readonly Finding[] {
  if (half === null) {
    const isAnother = isAnyInForce(world.clientHalves, world.on);
    return [broken('client-half', isAnother ? 'service-not-covered' : 'no-client-half')];
  }
  const state = stateOnDay(half, world.on);
  return findings(
    state === 'requested' && broken('client-half', 'client-half-requested'),
    state === 'ended' && broken('client-half', 'client-half-ended'),
    state === 'unknown' && unknown('client-half-state-unknown'),
    isServiceUnknown(half, world) && unknown('client-half-service-unknown'),
  );
}
