import { companyKeyOf, companyOfKey } from '@ketenregie/companies-portal';
import { problemCodeOf } from '@ketenregie/portal-kit';
import type { PortalRouterContext, Viewer } from '@ketenregie/portal-kit';
import { monthsBefore, TodayContext, usePortalQuery, ViewerCanContext } from '@ketenregie/tenants-portal';
import type { Portal } from '@ketenregie/tenants-portal';
import { ButtonLink, CheckedSinceContext, EmptyState, PageHeader, TenantWords, useText } from '@ketenregie/ui';
import { useContext, useEffect, useMemo } from 'react';
import type { ReactNode } from 'react';
import { PortalCompanyDocument, PortalShellDocument, PortalTenantDocument } from '../generated/operations.js';
import { addressOf, firstPlace, labelOf, mayOpen } from '../shell/navigation.js';
import type { AddressSearch, Place, ViewerCan } from '../shell/navigation.js';
import { NotFoundPage } from '../shell/not-found-page.js';
import { PortalShell } from '../shell/portal-shell.js';
import { forgetLeftTenant, leaveTenant, leftTenant } from './left-tenant.js';
import { recentCompanies, visitCompany } from './recent-companies.js';
import { bandSubjectOf, companyAt, paletteCompaniesOf } from './shell-facts.js';
import { useCompanySearch } from './use-company-search.js';
import type { IndexedCompany } from './shell-facts.js';
import { SignedInContext } from './signed-in-context.js';

export interface SignedInProps {
  readonly portal: Portal;
  readonly viewer: Viewer;
  readonly context: PortalRouterContext;
  readonly place: Place;
  /** The address part of the open company; null over all. */
  readonly companyKey: string | null;
  /** What stands behind the address. */
  readonly search: AddressSearch;
  /** The same page under the number that the company has by now. Keep it the same between renders: a new one asks again. */
  readonly onRenumbered: (key: string) => void;
  readonly children: ReactNode;
}

const none: readonly IndexedCompany[] = [];

/** An employee sees himself, and no company beside it. */
const seesCompanies = (can: ViewerCan): boolean => mayOpen('company', can);

/** The company of the address: from the index, or asked for by itself where the index is too long to send. */
function useCompany(portal: Portal, entries: readonly IndexedCompany[] | null | undefined, key: string | null) {
  const known = key === null || entries === undefined || entries === null ? null : companyAt(entries, key);
  const mustAsk = key !== null && entries === null;
  const asked = usePortalQuery(portal, { subject: 'companies', document: PortalCompanyDocument, variables: companyOfKey(key ?? ''), isEnabled: mustAsk });
  const isLoading = key !== null && (entries === undefined || (mustAsk && asked.isPending));
  return { company: known ?? (mustAsk && !asked.isPlaceholderData ? (asked.data?.company ?? null) : null), isLoading };
}

/** Today is where everybody is sent to; who has nothing to see there goes on to his first place. */
function useWayOn(portal: Portal, place: Place, can: ViewerCan): boolean {
  const isAway = place === 'today' && !mayOpen(place, can);
  useEffect(() => {
    if (isAway) portal.goTo(addressOf(firstPlace(can), { tenant: portal.tenant, company: null }));
  }, [isAway, portal, can]);
  return isAway;
}

/** The frame of every signed-in page, with the companies to move between. Stays in its place while pages change. */
export function SignedIn({ portal, viewer, context, place, companyKey, search, onRenumbered, children }: SignedInProps) {
  const { data: tenant, error } = usePortalQuery(portal, { subject: 'companies', document: PortalTenantDocument, variables: {} });
  const can = tenant?.tenant.viewerCan ?? null;
  const today = useContext(TodayContext);
  const { data: index } = usePortalQuery(portal, { subject: 'companies', document: PortalShellDocument, variables: {}, isEnabled: seesCompanies(can) });
  const entries = seesCompanies(can) ? index?.companyIndex.entries : none;
  const isOnTheWay = useWayOn(portal, place, can);
  const { company, isLoading } = useCompany(portal, entries, companyKey);
  const indexed = useMemo(() => paletteCompaniesOf(entries ?? none), [entries]);
  const searched = useCompanySearch(portal, entries === null);
  const ownKey = company === null ? null : companyKeyOf(company);
  useEffect(() => {
    if (company === null || ownKey === null) return;
    visitCompany(portal.tenant, company);
    forgetLeftTenant(portal.tenant, ownKey);
    if (ownKey !== companyKey) onRenumbered(ownKey);
  }, [portal.tenant, company, ownKey, companyKey, onRenumbered]);
  const signOut = () =>
    void context.session.signOut().finally(() => {
      context.queryClient.clear();
      sessionStorage.clear();
      portal.goTo('/inloggen?reden=signed-out');
    });
  const facts = useMemo(() => ({ portal, company }), [portal, company]);
  const isMissing = companyKey !== null && company === null && !isLoading;
  const here = viewer.tenants.find(({ slug }) => slug === portal.tenant);
  const subject = bandSubjectOf({ company, openKey: isMissing ? null : companyKey, recent: recentCompanies(portal.tenant) }, { name: tenant?.tenant.name ?? here?.name ?? '', count: can === null ? undefined : seesCompanies(can) ? index?.companyIndex.totalCount : null });
  const others = useMemo(() => viewer.tenants.filter(({ slug }) => slug !== portal.tenant), [viewer, portal.tenant]);
  const checkedSince = tenant === undefined || today === null ? null : monthsBefore(today, tenant.tenant.notCheckedAfterMonths);
  if (problemCodeOf(error) === 'NOT_FOUND') return <NotFoundPage />;
  return (
    <TenantWords hasClients={tenant?.tenant.hasClients ?? true}>
      <PortalShell tenant={portal.tenant} company={companyKey} place={place} can={can} search={search} subject={subject} isDemo={tenant?.tenant.isExample ?? here?.isDemo ?? false} left={leftTenant(portal.tenant, companyKey)} onLeave={(to) => leaveTenant({ slug: portal.tenant, company: companyKey }, to)} viewerName={viewer.name} tenants={others} companies={searched?.companies ?? indexed} companySearch={searched?.search} recentKeys={recentCompanies(portal.tenant).map(companyKeyOf).filter((key) => key !== ownKey)} onGo={portal.goTo} onSignOut={signOut} hasMailbox={viewer.hasMailbox ?? false}>
        <ViewerCanContext value={can}>
          <CheckedSinceContext value={checkedSince}>
            <SignedInContext value={facts}>
              <Within tenant={portal.tenant} place={place} can={can} isOnTheWay={isOnTheWay} isMissing={isMissing} isWaiting={isLoading}>
                {children}
              </Within>
            </SignedInContext>
          </CheckedSinceContext>
        </ViewerCanContext>
      </PortalShell>
    </TenantWords>
  );
}

interface WithinProps {
  readonly tenant: string;
  readonly place: Place;
  readonly can: ViewerCan;
  readonly isOnTheWay: boolean;
  readonly isMissing: boolean;
  readonly isWaiting: boolean;
  readonly children: ReactNode;
}

/** The page itself, or why it is not here: no such company, or nothing for this role. */
function Within({ tenant, place, can, isOnTheWay, isMissing, isWaiting, children }: WithinProps) {
  if (isOnTheWay || isWaiting) return null;
  if (!mayOpen(place, can)) return <NotYours place={place} />;
  return isMissing ? <NoSuchCompany tenant={tenant} /> : children;
}

/** A page that this role has nothing of, opened by its address. */
function NotYours({ place }: { readonly place: Place }) {
  const text = useText();
  return (
    <>
      <PageHeader title={text(labelOf(place, null))} />
      <h2 className="k-hidden">{text('shell.notYours')}</h2>
      <EmptyState title={text('shell.notYours')}>{text('shell.notYoursWhy')}</EmptyState>
    </>
  );
}

function NoSuchCompany({ tenant }: { readonly tenant: string }) {
  const text = useText();
  return (
    <>
      <PageHeader title={text('nav.companies')} />
      <h2 className="k-hidden">{text('company.notFound')}</h2>
      <EmptyState title={text('company.notFound')} action={<ButtonLink href={addressOf('company', { tenant, company: null })}>{text('nav.allCompanies')}</ButtonLink>}>
        {text('company.notFoundWhy')}
      </EmptyState>
    </>
  );
}
