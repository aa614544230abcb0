import type { RightFactsFragment } from './generated/operations.js';

/** One grant of a client with the halves that build on it: the reading order of a chain. */
export interface ChainGrant {
  readonly clientHalf: RightFactsFragment;
  readonly officeHalves: readonly RightFactsFragment[];
}

export interface ChainReading {
  readonly grants: readonly ChainGrant[];
  /** Links to an employee that stand on no grant of the client. */
  readonly loose: readonly RightFactsFragment[];
  readonly direct: readonly RightFactsFragment[];
}

const intermediaryOf = ({ intermediaryCompanyId, thirdPartyKvk, thirdPartyName }: RightFactsFragment) => intermediaryCompanyId ?? thirdPartyKvk ?? thirdPartyName;
const providersOf = ({ targets }: RightFactsFragment) => new Set(targets.map(({ providerKey }) => providerKey));

/** Whether what a client granted and what an employee was linked for can be about the same: everything, or one provider in common. A service is compared by its provider, for either may name the provider alone. */
function canMeet(grant: RightFactsFragment, half: RightFactsFragment): boolean {
  if (intermediaryOf(grant) !== intermediaryOf(half)) return false;
  if (grant.scope === 'all' || half.scope === 'all') return true;
  const granted = providersOf(grant);
  return [...providersOf(half)].some((key) => granted.has(key)) && namesMeet(grant, half);
}

function namesMeet(grant: RightFactsFragment, half: RightFactsFragment): boolean {
  return grant.targets.some((one) => half.targets.some((other) => one.providerKey === other.providerKey && (one.service === null || other.service === null || one.service.key === other.service.key)));
}

/** The rights of a company in the order in which a person reads a chain: what the client granted, and under it who was linked to it. */
export function readChain(rights: readonly RightFactsFragment[]): ChainReading {
  const halves = rights.filter(({ kind }) => kind === 'office-half');
  const grants = rights.filter(({ kind }) => kind === 'client-half').map((clientHalf) => ({ clientHalf, officeHalves: halves.filter((half) => canMeet(clientHalf, half)) }));
  const met = new Set(grants.flatMap(({ officeHalves }) => officeHalves));
  return { grants, loose: halves.filter((half) => !met.has(half)), direct: rights.filter(({ kind }) => kind !== 'client-half' && kind !== 'office-half') };
}
