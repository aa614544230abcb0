import { readPreferences } from '@ketenregie/portal-kit';
import type { PortalRouterContext, Viewer } from '@ketenregie/portal-kit';
import { TodayContext } from '@ketenregie/tenants-portal';
import type { Portal } from '@ketenregie/tenants-portal';
import { createRoute, Outlet, redirect, useMatches, useParams, useRouteContext, useRouter, useSearch } from '@tanstack/react-router';
import type { AnyRoute } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useMemo } from 'react';
import { PLACES } from '../shell/navigation.js';
import type { Place } from '../shell/navigation.js';
import { showAllTexts } from '../texts.js';
import { PAGES, SHORTCUTS } from './page-list.js';
import type { PageFacts } from './page-list.js';
import type { PageOf } from './page-of.js';
import { useSignedIn } from './signed-in-context.js';

/** The frame's code and all texts of the language, fetched together. */
const SignedIn = lazy(async () => {
  const [{ SignedIn: Signed }] = await Promise.all([import('./signed-in.js'), showAllTexts(readPreferences().language)]);
  return { default: Signed };
});

function queryOf(search: object): string {
  const parts = Object.entries(search).filter((part): part is [string, string] => typeof part[1] === 'string' && part[1] !== '');
  return parts.length === 0 ? '' : `?${new URLSearchParams(parts).toString()}`;
}

interface SignedInRouteContext extends PortalRouterContext {
  readonly viewer: Viewer;
}

/** The place of the deepest page, as its route says. */
function usePlace(): Place {
  const said = useMatches().at(-1)?.staticData as { readonly place?: string } | undefined;
  return PLACES.find((place) => place === said?.place) ?? 'today';
}

/** The frame: it stays while the pages in it change. */
function Frame() {
  const context = useRouteContext({ strict: false }) as unknown as SignedInRouteContext;
  const { tenant = '', company } = useParams({ strict: false }) as PageOf['params'];
  const search = useSearch({ strict: false }) as PageOf['search'];
  const router = useRouter();
  const { graphql } = context;
  const portal = useMemo<Portal>(() => ({ tenant, graphql, goTo: (address) => router.history.push(address) }), [tenant, graphql, router]);
  const renumber = useCallback((key: string) => router.history.replace(router.history.location.href.replace(`/o/${company ?? ''}`, `/o/${key}`)), [router, company]);
  const { tenants } = context.viewer;
  const today = (tenants.find(({ slug }) => slug === tenant) ?? tenants[0])?.today ?? null;
  return (
    <TodayContext value={today}>
      <Suspense fallback={null}>
        <SignedIn key={tenant} portal={portal} viewer={context.viewer} context={context} place={usePlace()} companyKey={company ?? null} search={search} onRenumbered={renumber}>
          <Outlet />
        </SignedIn>
      </Suspense>
    </TodayContext>
  );
}

/** A page inside the frame, drawn anew for another company or another object. */
function InFrame({ Page }: Pick<PageFacts, 'Page'>) {
  const { portal, company } = useSignedIn();
  const params = useParams({ strict: false }) as PageOf['params'];
  const search = useSearch({ strict: false }) as PageOf['search'];
  const router = useRouter();
  const onSearch = (next: object) => router.history.replace(`${router.state.location.pathname}${queryOf(next)}`);
  return (
    <Suspense fallback={null}>
      <Page key={company?.id ?? params['person'] ?? params['id'] ?? ''} portal={portal} params={params} search={search} onSearch={onSearch} company={company} />
    </Suspense>
  );
}

/** The signed-in part of the tree: who is not signed in is sent to the sign-in page and comes back. */
export function signedInRoutes(rootRoute: AnyRoute): AnyRoute {
  const tenantRoute = createRoute({
    getParentRoute: () => rootRoute,
    path: '/$tenant',
    component: Frame,
    beforeLoad: async ({ context, location }) => {
      const { session, queryClient } = context as PortalRouterContext;
      const viewer = await queryClient.fetchQuery({ queryKey: ['viewer'], queryFn: session.read, staleTime: 60_000 });
      if (viewer === null) redirect({ to: '/inloggen', search: { naar: location.href }, throw: true } as never);
      return { viewer };
    },
  });
  const pages = PAGES.map(({ path, place, Page }) => createRoute({ getParentRoute: () => tenantRoute, path, staticData: { place }, validateSearch: (search: Record<string, unknown>) => search, component: () => <InFrame Page={Page} /> }));
  const redirects = SHORTCUTS.map(([from, to]) =>
    createRoute({
      getParentRoute: () => tenantRoute,
      path: from,
      beforeLoad: ({ params }) => {
        redirect({ to: `/$tenant/${to}`, params, throw: true } as never);
      },
    }),
  );
  return tenantRoute.addChildren([...pages, ...redirects]) as unknown as AnyRoute;
}
