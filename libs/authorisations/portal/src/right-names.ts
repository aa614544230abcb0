import { usePeopleNames } from '@ketenregie/people-portal';
import { usePortalQuery } from '@ketenregie/tenants-portal';
import type { Portal } from '@ketenregie/tenants-portal';
import { useLanguage, useText } from '@ketenregie/ui';
import type { Option } from '@ketenregie/ui';
import { useMemo } from 'react';
import { RightNamesDocument } from './generated/operations.js';
import type { RightFactsFragment, RightNamesQuery } from './generated/operations.js';

/** The words for what a right names by key or id alone. */
export interface RightNames {
  readonly person: (id: string | null) => string;
  readonly supplier: (key: string | null) => string;
  readonly provider: (key: string) => string;
  /** Our own company that stands between, or somebody else's. */
  readonly intermediary: (right: Pick<RightFactsFragment, 'intermediaryCompanyId' | 'thirdPartyName' | 'thirdPartyKvk'>) => string;
  /** All that a right covers, in words. */
  readonly scope: (right: Pick<RightFactsFragment, 'scope' | 'targets'>) => string;
  /** Every service, to choose from. */
  readonly services: readonly Option[];
  /** Every supplier, to choose from. */
  readonly suppliers: readonly Option[];
}

const none: RightNamesQuery = { catalogue: { providers: [], services: [], suppliers: [] }, ownCompanies: [] };

/** Names of people, suppliers, providers and own companies, in the viewer's language. */
export function useRightNames(portal: Portal): RightNames {
  const text = useText();
  const language = useLanguage();
  const { nameOf } = usePeopleNames(portal);
  const { data = none } = usePortalQuery(portal, { subject: 'catalogue', document: RightNamesDocument, variables: {} });
  return useMemo(() => {
    const named = ({ nameNl, nameEn }: { readonly nameNl: string; readonly nameEn: string }) => (language === 'nl' ? nameNl : nameEn);
    const providers = new Map(data.catalogue.providers.map((provider) => [provider.key, named(provider)]));
    const suppliers = new Map(data.catalogue.suppliers.map(({ key, name }) => [key, name]));
    const own = new Map(data.ownCompanies.map(({ id, name }) => [id, name]));
    const provider = (key: string) => providers.get(key) ?? key;
    return {
      provider,
      person: (id) => nameOf(id) ?? text('right.somebody'),
      supplier: (key) => (key === null ? text('right.supplierUnknown') : (suppliers.get(key) ?? key)),
      intermediary: ({ intermediaryCompanyId, thirdPartyName, thirdPartyKvk }) => thirdPartyName ?? own.get(intermediaryCompanyId ?? '') ?? (thirdPartyKvk === null ? text('right.ownOffice') : text('band.kvk', { kvk: thirdPartyKvk })),
      scope: ({ scope, targets }) => (scope === 'all' ? text('right.scopeAll') : targets.map((target) => (target.service === null ? text(target.isWholeProvider ? 'right.wholeProvider' : 'right.someService', { provider: provider(target.providerKey ?? '') }) : named(target.service))).join(', ')),
      services: data.catalogue.services.map((service) => ({ key: service.key, label: named(service), note: provider(service.providerKey) })),
      suppliers: data.catalogue.suppliers.map(({ key, name }) => ({ key, label: name })),
    };
  }, [data, language, nameOf, text]);
}
