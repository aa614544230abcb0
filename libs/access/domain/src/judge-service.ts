import { coverageOf } from '@ketenregie/authorisations-domain';
import type { ChainAllowed } from '@ketenregie/catalogue-domain';
import { broken } from './break.js';
import type { Candidate } from './candidate.js';
import { type Finding, findings } from './finding.js';
import { unknown } from './unknowns.js';
import type { AccessWorld, ServiceFacts } from './world.js';

/** Whether the service accepts a chain: the catalogue's word, and where it has none, the tenant's own experience. */
export function chainAllowedAt({ chainAllowed, settled }: ServiceFacts): ChainAllowed {
  return chainAllowed === 'unknown' ? (settled?.chainAllowed ?? 'unknown') : chainAllowed;
}

/** A client half that names the service is itself the evidence that the service accepts chains. */
function judgeChainAllowed(candidate: Candidate, service: ServiceFacts): readonly Finding[] {
  if (candidate.kind === 'direct') return [];
  const allowed = chainAllowedAt(service);
  const isNamed = candidate.clientHalf !== null && coverageOf(candidate.clientHalf, service) === 'named';
  return findings(
    allowed === 'no' && broken('service', 'chain-not-possible'),
    allowed === 'unknown' && !isNamed && unknown('chain-allowed-unknown'),
  );
}

/** Link 2: is the service known, does it accept a chain, and is eHerkenning the only register that matters? */
export function judgeService(candidate: Candidate, { service }: AccessWorld): readonly Finding[] {
  if (service === null) return [broken('service', 'service-unknown')];
  const note = findings(service.registerKind !== 'eherkenning' && unknown('other-register'));
  return [...note, ...judgeChainAllowed(candidate, service)];
}
