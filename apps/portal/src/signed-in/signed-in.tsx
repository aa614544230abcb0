import type { PortalRouterContext, Viewer } from '@ketenregie/portal-kit';
import { usePortalQuery } from '@ketenregie/tenants-portal';
import type { Portal } from '@ketenregie/tenants-portal';
import type { BandSubject } from '@ketenregie/ui';
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import type { Place } from '../shell/navigation.js';
import { PortalShell } from '../shell/portal-shell.js';
import { recentCompanies, visitCompany } from './recent-companies.js';
import { companyKeyOf, ShellDocument } from './shell.documents.js';
import type { IndexedCompany } from './shell.documents.js';

export interface SignedInProps {
  readonly portal: Portal;
  readonly viewer: Viewer;
  readonly context: PortalRouterContext;
  readonly place: Place;
  /** The address part of the open company; null over all. */
  readonly companyKey: string | null;
  readonly children: (company: IndexedCompany | null) => ReactNode;
}

function subjectOf(company: IndexedCompany | null, count: number, name: string): BandSubject {
  if (company === null) return { kind: 'all', count, name };
  return { kind: 'company', name: company.name, kvk: company.kvkNumber, town: company.town, clientNumber: company.clientNumber };
}

/** The frame of every signed-in page, with the companies to move between. */
export function SignedIn({ portal, viewer, context, place, companyKey, children }: SignedInProps) {
  const { data } = usePortalQuery(portal, { subject: 'companies', document: ShellDocument, variables: {} });
  const entries = data?.companyIndex.entries ?? [];
  const company = companyKey === null ? null : (entries.find((entry) => companyKeyOf(entry) === companyKey) ?? null);
  useEffect(() => {
    if (companyKey !== null) visitCompany(portal.tenant, companyKey);
  }, [portal.tenant, companyKey]);
  const signOut = () =>
    void context.session.signOut().finally(() => {
      context.queryClient.clear();
      sessionStorage.clear();
      portal.goTo('/inloggen');
    });
  return (
    <PortalShell
      tenant={portal.tenant}
      company={companyKey}
      place={place}
      subject={subjectOf(company, data?.companyIndex.totalCount ?? 0, data?.tenant.name ?? '')}
      isDemo={data?.tenant.isExample ?? false}
      viewerName={viewer.name}
      companies={entries.map((entry) => ({ key: companyKeyOf(entry), name: entry.name, kvk: entry.kvkNumber, clientNumber: entry.clientNumber, town: entry.town, otherNames: entry.otherNames }))}
      recentKeys={recentCompanies(portal.tenant).filter((key) => key !== companyKey)}
      onGo={portal.goTo}
      onSignOut={signOut}
    >
      {children(company)}
    </PortalShell>
  );
}
