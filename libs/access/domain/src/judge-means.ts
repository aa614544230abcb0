import type { CalendarDate } from '@ketenregie/kernel';
import { unreachable } from '@ketenregie/kernel';
import { broken } from './break.js';
import type { Candidate } from './candidate.js';
import { type Finding, findings } from './finding.js';
import { unknown } from './unknowns.js';
import type { AccessWorld, MeansFacts } from './world.js';

/** The one provider that the tax-only variant serves. */
export const TAX_PROVIDER_KEY = 'belastingdienst';

/** Withdrawn and suspended count from the day they were stated on; before that, nobody knows. */
function judgeState({ state, statedOn }: MeansFacts, on: CalendarDate): Finding | null {
  switch (state) {
    case 'active':
      return null;
    case 'requested':
      return broken('means', 'means-requested');
    case 'unknown':
      return unknown('means-state-unknown');
    case 'withdrawn':
      return on < statedOn ? unknown('means-state-unknown') : broken('means', 'means-ended');
    case 'suspended':
      return on < statedOn ? unknown('means-state-unknown') : broken('means', 'means-suspended');
    default:
      return unreachable(state);
  }
}

/** Whether the means is in a state on a day that nobody knows: then it gives no end either. */
export function isMeansStateUnknown(means: MeansFacts, on: CalendarDate): boolean {
  return judgeState(means, on)?.kind === 'unknown';
}

/** The tax-only variant can do no chain, and directly only tax services. */
function isVariantUnfit({ variant }: MeansFacts, { kind }: Candidate, { service }: AccessWorld): boolean {
  return variant === 'tax-only' && (kind === 'chain' || service?.providerKey !== TAX_PROVIDER_KEY);
}

/** Link 5: does the person have a means that works for this kind of path? */
export function judgeMeans(candidate: Candidate, world: AccessWorld): readonly Finding[] {
  const { means } = candidate;
  if (world.means === 'none-exists') return [broken('means', 'no-means')];
  if (means === null) return [unknown('means-not-recorded')];
  return findings(judgeState(means, world.on), isVariantUnfit(means, candidate, world) && broken('means', 'means-variant'));
}
