import { type Catalogue, SHIPPED_CATALOGUE, createCatalogueMatcher } from '@ketenregie/catalogue-domain';
import type { RecordedRight, RecordedTarget } from '@ketenregie/authorisations-server';

/** Signs between the portals of one cell: a name that has one would be read as two. */
const SEPARATES = /[;,+\n]/;

/** How rights write what they cover, so that an import reads the same again. */
export interface PortalNames {
  /** The cell of a right's services. */
  cellOf(scope: RecordedRight['scope'], targets: readonly RecordedTarget[]): string;
  serviceName(key: string): string;
  supplierName(key: string | null): string | null;
}

/** Names of a catalogue that are read back as what they name; the key where there is none. */
export function portalNames(catalogue: Catalogue = SHIPPED_CATALOGUE): PortalNames {
  const matcher = createCatalogueMatcher(catalogue);
  const readsAsService = (key: string) => (name: string): boolean => {
    const match = matcher.matchPortal(name);
    return !SEPARATES.test(name) && match.kind === 'service' && match.service.key === key;
  };
  const readsAsProvider = (key: string) => (name: string): boolean => {
    const match = matcher.matchPortal(name);
    return !SEPARATES.test(name) && match.kind === 'provider' && match.provider.key === key;
  };
  const services = new Map(catalogue.services.map((service) => [service.key, [service.nameNl, ...service.aliases, service.nameEn].find(readsAsService(service.key)) ?? service.nameNl]));
  const providers = new Map(catalogue.providers.map((provider) => [provider.key, [provider.nameNl, ...provider.aliases, provider.nameEn].find(readsAsProvider(provider.key)) ?? provider.nameNl]));
  const suppliers = new Map(catalogue.suppliers.map(({ key, name }) => [key, name]));
  const targetName = ({ serviceKey, providerKey, isWholeProvider }: RecordedTarget): string => {
    if (serviceKey !== null) return services.get(serviceKey) ?? serviceKey;
    const provider = providers.get(providerKey ?? '') ?? providerKey ?? '';
    return isWholeProvider ? `alle diensten van ${provider}` : provider;
  };
  return {
    cellOf: (scope, targets) => (scope === 'all' ? 'alle diensten' : targets.map(targetName).join('; ')),
    serviceName: (key) => services.get(key) ?? key,
    supplierName: (key) => (key === null ? null : (suppliers.get(key) ?? key)),
  };
}
