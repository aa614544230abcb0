import { fold } from '@ketenregie/ui';
import type { ServiceFieldsFragment } from './generated/operations.js';
import { serviceOf } from './service-facts.js';
import type { ProviderFacts, ServiceFacts } from './service-facts.js';

export const PORTAL_VIEWS = ['all', 'used', 'level', 'chain'] as const;
export type PortalView = (typeof PORTAL_VIEWS)[number];

/** The filters of the list, as they stand in the address. */
export interface PortalsSearch {
  readonly q?: string;
  readonly toon?: PortalView;
}

/** Reads the filters of an address; what is not understood is left out. */
export function readPortalsSearch(search: Readonly<Record<string, unknown>>): PortalsSearch {
  const view = PORTAL_VIEWS.find((each) => each === search['toon']);
  return { ...(typeof search['q'] === 'string' && search['q'] !== '' ? { q: search['q'] } : {}), ...(view === undefined || view === 'all' ? {} : { toon: view }) };
}

/** A service with the names that people know it by. */
export interface NamedService extends ServiceFacts {
  readonly name: string;
  readonly providerName: string;
}

const inView: Readonly<Record<PortalView, (service: ServiceFacts) => boolean>> = {
  all: () => true,
  used: (service) => service.isAdopted,
  level: (service) => service.requiredLevel === null,
  chain: (service) => service.chainAllowed === 'no',
};

/** The services with their names in a language, by provider and name. */
export function nameServices(services: readonly ServiceFieldsFragment[], providers: readonly ProviderFacts[], language: 'nl' | 'en'): NamedService[] {
  const name = (names: { readonly nameNl: string; readonly nameEn: string }) => (language === 'nl' ? names.nameNl : names.nameEn);
  const byKey = new Map(providers.map((provider) => [provider.key, name(provider)]));
  const named = services.map((service) => ({ ...serviceOf(service), name: name(service), providerName: byKey.get(service.providerKey) ?? service.providerKey }));
  return named.sort((one, other) => one.providerName.localeCompare(other.providerName, language) || one.name.localeCompare(other.name, language));
}

/** The services that fit all filters. */
export function filterServices(services: readonly NamedService[], { q = '', toon = 'all' }: PortalsSearch): NamedService[] {
  const words = fold(q).split(/\s+/).filter(Boolean);
  return services.filter((service) => inView[toon](service) && words.every((word) => fold(`${service.name} ${service.providerName} ${service.nameNl} ${service.nameEn} ${service.key}`).includes(word)));
}

/** How many services each view holds. */
export function countViews(services: readonly ServiceFacts[]): Readonly<Record<PortalView, number>> {
  const count = (view: PortalView) => services.filter(inView[view]).length;
  return { all: count('all'), used: count('used'), level: count('level'), chain: count('chain') };
}
