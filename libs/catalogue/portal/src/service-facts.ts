import { wordOf } from '@ketenregie/tenants-portal';
import type { Level } from '@ketenregie/ui';
import type { PortalsCatalogueQuery, PortalsServiceUsesQuery, ServiceFieldsFragment } from './generated/operations.js';

const TRIS = ['yes', 'no', 'unknown'] as const;
export type Tri = (typeof TRIS)[number];
const REGISTERS = ['eherkenning', 'logius-machtigingenregister', 'portal-own'] as const;
const CONFIDENCES = ['high', 'medium', 'low'] as const;
const LEVELS = ['EH1', 'EH2', 'EH2+', 'EH3', 'EH4'] as const satisfies readonly Level[];

/** A service as it counts for the tenant, its words as the portal knows them. */
export type ServiceFacts = Omit<ServiceFieldsFragment, 'chainAllowed' | 'registerKind' | 'confidence' | 'requiredLevel'> & {
  readonly chainAllowed: Tri;
  readonly registerKind: (typeof REGISTERS)[number];
  readonly confidence: (typeof CONFIDENCES)[number];
  readonly requiredLevel: Level | null;
};
export type ProviderFacts = PortalsCatalogueQuery['catalogue']['providers'][number];
export type ServiceUse = PortalsServiceUsesQuery['accessList']['edges'][number]['node'];

/** A service with its words as ones that the portal knows; what it does not know is unknown, and trusted least. */
export function serviceOf(raw: ServiceFieldsFragment): ServiceFacts {
  return {
    ...raw,
    chainAllowed: wordOf(TRIS, raw.chainAllowed, 'unknown'),
    registerKind: wordOf(REGISTERS, raw.registerKind, 'eherkenning'),
    confidence: wordOf(CONFIDENCES, raw.confidence, 'low'),
    requiredLevel: LEVELS.find((level) => level === raw.requiredLevel) ?? null,
  };
}
