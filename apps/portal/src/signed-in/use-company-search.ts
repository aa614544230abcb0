import { usePortalQuery } from '@ketenregie/tenants-portal';
import type { Portal } from '@ketenregie/tenants-portal';
import type { PaletteCompany, PaletteSearch } from '@ketenregie/ui';
import { useEffect, useMemo, useState } from 'react';
import { PortalCompanySearchDocument } from '../generated/operations.js';
import { recentCompanies } from './recent-companies.js';
import { paletteCompaniesOf } from './shell-facts.js';

/** More than the palette shows, so that its own order of equals has something to choose from. */
const MOST = 50;
const PAUSE_MS = 90;

/** The last of a row of values that came quickly one after another. */
function usePaused(value: string): string {
  const [paused, setPaused] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return paused;
}

export interface CompanySearch {
  readonly companies: readonly PaletteCompany[];
  readonly search: PaletteSearch;
}

/** What the palette shows where the companies are too many for a browser: nothing typed, where one was; else what the server finds, best first. Null where it is not needed. */
export function useCompanySearch(portal: Portal, isNeeded: boolean): CompanySearch | null {
  const [typed, setTyped] = useState('');
  const asked = usePaused(typed.trim());
  const query = usePortalQuery(portal, { subject: 'companies', document: PortalCompanySearchDocument, variables: { search: asked, first: MOST }, isEnabled: isNeeded && asked !== '' });
  const found = asked === '' || typed.trim() === '' ? undefined : query.data?.companies;
  return useMemo(() => {
    if (!isNeeded) return null;
    const isBusy = typed.trim() !== asked || (asked !== '' && (query.isPending || query.isPlaceholderData));
    const companies = paletteCompaniesOf(found === undefined ? recentCompanies(portal.tenant) : found.edges.map(({ node }) => node));
    return { companies, search: { onTyped: setTyped, found: isBusy && query.error === null ? null : (found?.totalCount ?? 0) } };
  }, [isNeeded, typed, asked, query.isPending, query.isPlaceholderData, query.error, found, portal.tenant]);
}
