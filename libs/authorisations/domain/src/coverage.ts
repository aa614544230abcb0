import type { Right, RightTarget } from './right.js';

/**
 * How a right reaches a service, strongest first. `named`: by its own key. `all`: every service of every provider. `whole-provider`: every
 * service of its provider. `provider-only`: merely the provider is named, so it covers, but which service is meant is not known.
 */
export const COVERAGES = ['named', 'all', 'whole-provider', 'provider-only', 'none'] as const;
export type Coverage = (typeof COVERAGES)[number];

/** The two keys by which a right may reach a service. */
export interface ServiceKeys {
  readonly key: string;
  readonly providerKey: string;
}

function coverageOfTarget(target: RightTarget, service: ServiceKeys): Coverage {
  if ('serviceKey' in target) return target.serviceKey === service.key ? 'named' : 'none';
  if (target.providerKey !== service.providerKey) return 'none';
  return target.isWholeProvider ? 'whole-provider' : 'provider-only';
}

/** The strongest way in which a right reaches a service. Source: docs/answers.md, coverage. */
export function coverageOf(right: Pick<Right, 'scope' | 'targets'>, service: ServiceKeys): Coverage {
  const found = new Set(right.targets.map((target) => coverageOfTarget(target, service)));
  if (right.scope === 'all') found.add('all');
  return COVERAGES.find((coverage) => found.has(coverage)) ?? 'none';
}

/** Whether a right reaches a service in any way. */
export function covers(right: Pick<Right, 'scope' | 'targets'>, service: ServiceKeys): boolean {
  return coverageOf(right, service) !== 'none';
}
