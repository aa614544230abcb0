import type { TypedDocument } from '@ketenregie/portal-kit';
import type { Level } from '@ketenregie/ui';

export type Tri = 'yes' | 'no' | 'unknown';

/** A service as it counts for the tenant. */
export interface ServiceFacts {
  readonly key: string;
  readonly providerKey: string;
  readonly nameNl: string;
  readonly nameEn: string;
  readonly requiredLevel: Level | null;
  readonly isLevelSettled: boolean;
  readonly chainAllowed: Tri;
  readonly isChainSettled: boolean;
  readonly registerKind: 'eherkenning' | 'logius-machtigingenregister' | 'portal-own';
  readonly source: string | null;
  readonly verifiedOn: string;
  readonly confidence: 'high' | 'medium' | 'low';
  readonly note: string | null;
  readonly isAdopted: boolean;
  readonly viewerCan: readonly string[];
}

export interface ProviderFacts {
  readonly key: string;
  readonly nameNl: string;
  readonly nameEn: string;
}

export interface CatalogueAnswer {
  readonly catalogue: { readonly services: readonly ServiceFacts[]; readonly providers: readonly ProviderFacts[] };
  readonly tenant: { readonly name: string };
}

const SERVICE = 'key providerKey nameNl nameEn requiredLevel isLevelSettled chainAllowed isChainSettled registerKind source verifiedOn confidence note isAdopted viewerCan';

/** The whole catalogue: it is short and never cut, so the list filters in the browser. */
export const CatalogueDocument: TypedDocument<CatalogueAnswer, Record<string, never>> = `query PortalsCatalogue {
  catalogue { services { ${SERVICE} } providers { key nameNl nameEn } }
  tenant { name }
}`;

export interface ServiceUse {
  readonly personId: string;
  readonly personName: string;
  readonly companyId: string;
  readonly companyName: string;
  readonly companyKvk: string | null;
  readonly endsOn: string | null;
  readonly seenOn: string | null;
  readonly status: string;
  readonly can: Tri;
  readonly may: 'yes' | 'no';
}

export interface ServiceUsesAnswer {
  readonly accessList: { readonly totalCount: number; readonly edges: readonly { readonly node: ServiceUse }[] };
}

/** Who can or may log in at a service, soonest end first. */
export const ServiceUsesDocument: TypedDocument<ServiceUsesAnswer, { readonly serviceKeys: readonly string[]; readonly first: number }> = `query PortalsServiceUses($serviceKeys: [ID!]!, $first: Int!) {
  accessList(first: $first, filter: { serviceKeys: $serviceKeys }) {
    totalCount
    edges { node { personId personName companyId companyName companyKvk endsOn seenOn status can may } }
  }
}`;

export interface SettleInput {
  readonly serviceKey: string;
  readonly requiredLevel?: Level | null;
  readonly chainAllowed?: 'yes' | 'no' | null;
  readonly reason: string;
}

export const SettleServiceDocument: TypedDocument<{ readonly settleService: ServiceFacts }, { readonly input: SettleInput }> = `mutation PortalsSettleService($input: SettleServiceInput!) {
  settleService(input: $input) { ${SERVICE} }
}`;
