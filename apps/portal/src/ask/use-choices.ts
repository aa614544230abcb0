import { optionsOfPeople, usePeopleNames } from '@ketenregie/people-portal';
import { usePortalQuery } from '@ketenregie/tenants-portal';
import type { Portal } from '@ketenregie/tenants-portal';
import type { Option } from '@ketenregie/ui';
import { useMemo } from 'react';
import { PortalShellDocument } from '../generated/operations.js';

/** Everybody and every company in sight, for boxes to choose from; number and town tell equal names apart. */
export function useChoices(portal: Portal): { readonly people: Option[]; readonly companies: Option[] } {
  const { people } = usePeopleNames(portal);
  const { data: shell } = usePortalQuery(portal, { subject: 'companies', document: PortalShellDocument, variables: {} });
  return useMemo(() => {
    const entries = shell?.companyIndex.entries ?? [];
    return { people: optionsOfPeople(people), companies: entries.map(({ id, name, kvkNumber, clientNumber, town }) => ({ key: id, label: name, note: [clientNumber, kvkNumber, town].filter(Boolean).join(', ') })) };
  }, [people, shell]);
}
