import { usePortalQuery } from '@ketenregie/tenants-portal';
import type { Portal } from '@ketenregie/tenants-portal';
import { useLanguage } from '@ketenregie/ui';
import { ImportRepairChoicesDocument } from '../generated/operations.js';
import type { FindingGroup } from '../import-facts.js';
import type { RepairChoices } from './repair-field.js';

const PEOPLE = 200;

/** A service that a finding offers: its key, and its name for the viewer. */
export interface Offer {
  readonly key: string;
  readonly label: string;
}

/** What a repair chooses from, and the offer of a group. Before the lists are there they are empty, and an offer keeps its own word. */
export function useRepairChoices(portal: Portal): RepairChoices & { readonly offerOf: (group: FindingGroup) => Offer | null } {
  const language = useLanguage();
  const { data } = usePortalQuery(portal, { subject: 'catalogue', document: ImportRepairChoicesDocument, variables: { first: PEOPLE } });
  const name = (names: { readonly nameNl: string; readonly nameEn: string }) => (language === 'nl' ? names.nameNl : names.nameEn);
  const providers = new Map(data?.catalogue.providers.map((provider) => [provider.key, name(provider)]));
  const services = (data?.catalogue.services ?? []).map((service) => ({ key: service.key, label: name(service), note: providers.get(service.providerKey) ?? service.providerKey }));
  const offers = new Map((data?.catalogue.services ?? []).flatMap((service) => [service.key, service.nameNl, service.nameEn].map((word) => [word, { key: service.key, label: name(service) }] as const)));
  return {
    services,
    people: (data?.people.edges ?? []).map(({ node }) => ({ key: node.id, label: node.fullName, ...(node.email === null ? {} : { note: node.email }) })),
    suppliers: (data?.catalogue.suppliers ?? []).map((supplier) => ({ key: supplier.key, label: supplier.name })),
    offerOf: ({ suggestion }) => (suggestion === null ? null : (offers.get(suggestion) ?? { key: suggestion, label: suggestion })),
  };
}
