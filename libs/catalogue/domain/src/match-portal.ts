import type { Catalogue, CatalogueProvider, CatalogueService, CatalogueSupplier } from './catalogue.js';
import { normalisePortalText } from './portal-text.js';

/** What a portal text names: one service, a provider only, everything there is, or nothing we know. A near miss is nothing: no guessing. */
export type PortalMatch =
  | { readonly kind: 'service'; readonly service: CatalogueService }
  | { readonly kind: 'provider'; readonly provider: CatalogueProvider }
  | { readonly kind: 'provider-all'; readonly provider: CatalogueProvider }
  | { readonly kind: 'all' }
  | { readonly kind: 'unknown' };

/** The catalogue with its names folded once, so that a text is one look-up. */
export interface CatalogueMatcher {
  matchPortal(text: string): PortalMatch;
  /** The supplier that a text names, or null where it is none of ours. */
  matchSupplier(text: string): CatalogueSupplier | null;
  service(key: string): CatalogueService | null;
}

interface Named {
  readonly aliases: readonly string[];
}

const ALL = new Set(['alles', 'alle diensten', 'alle dienstverleners', 'algemene machtiging', 'alle portalen', 'all services']);
const ALL_OF = /^(?:alles|alle diensten|all services)(?: (?:van|bij|of))?(?: de| het)? (.+)$|^(.+?) (?:alles|alle diensten|all services)$/;
const UNKNOWN: PortalMatch = { kind: 'unknown' };

function indexByName<T extends Named>(items: readonly T[], namesOf: (item: T) => readonly string[]): ReadonlyMap<string, T> {
  const index = new Map<string, T>();
  for (const item of items) {
    for (const name of [...namesOf(item), ...item.aliases]) {
      const key = normalisePortalText(name);
      if (key !== '' && !index.has(key)) index.set(key, item);
    }
  }
  return index;
}

/** Prepares a catalogue for matching. Names compare by {@link normalisePortalText}; a service name wins over a provider name. */
export function createCatalogueMatcher(catalogue: Catalogue): CatalogueMatcher {
  const services = indexByName(catalogue.services, (service) => [service.nameNl, service.nameEn]);
  const providers = indexByName(catalogue.providers, (provider) => [provider.nameNl, provider.nameEn]);
  const suppliers = indexByName(catalogue.suppliers, (supplier) => [supplier.name]);
  const byKey = new Map(catalogue.services.map((service) => [service.key, service]));

  const matchPortal = (text: string): PortalMatch => {
    const name = normalisePortalText(text);
    const service = services.get(name);
    if (service) return { kind: 'service', service };
    if (ALL.has(name)) return { kind: 'all' };
    const provider = providers.get(name);
    if (provider) return { kind: 'provider', provider };
    const [, after, before] = ALL_OF.exec(name) ?? [];
    const owner = providers.get(after ?? before ?? '');
    return owner ? { kind: 'provider-all', provider: owner } : UNKNOWN;
  };

  return {
    matchPortal,
    matchSupplier: (text) => suppliers.get(normalisePortalText(text)) ?? null,
    service: (key) => byKey.get(key) ?? null,
  };
}
