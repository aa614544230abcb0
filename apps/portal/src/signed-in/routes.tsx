import type { PortalRouterContext, Viewer } from '@ketenregie/portal-kit';
import type { Portal } from '@ketenregie/tenants-portal';
import { createRoute, redirect, useParams, useRouteContext, useRouter, useSearch } from '@tanstack/react-router';
import type { AnyRoute } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import type { ComponentType } from 'react';
import type { Place } from '../shell/navigation.js';
import type { PageOf } from './page-of.js';

interface PageFacts {
  readonly path: string;
  readonly place: Place;
  readonly Page: ComponentType<PageOf>;
}

const SignedIn = lazy(async () => ({ default: (await import('./signed-in.js')).SignedIn }));

/** A page whose code is fetched when it is first opened. */
const later = (load: () => Promise<ComponentType<PageOf>>) => lazy(async () => ({ default: await load() }));

/** Every signed-in page by its address behind the office's. */
const PAGES: readonly PageFacts[] = [
  { path: 'vandaag', place: 'today', Page: later(async () => (await import('./pages/today.js')).Today) },
  { path: 'toegang', place: 'access', Page: later(async () => (await import('./pages/access.js')).Access) },
  { path: 'o/$company/toegang', place: 'access', Page: later(async () => (await import('./pages/access.js')).CompanyAccess) },
  { path: 'portalen', place: 'portals', Page: later(async () => (await import('./pages/portals.js')).Portals) },
  { path: 'portalen/$service', place: 'portals', Page: later(async () => (await import('./pages/portals.js')).PortalOfService) },
  { path: 'import', place: 'import', Page: later(async () => (await import('./pages/imports.js')).Imports) },
  { path: 'import/$id/kolommen', place: 'import', Page: later(async () => (await import('./pages/imports.js')).ImportColumns) },
  { path: 'import/$id/nakijken', place: 'import', Page: later(async () => (await import('./pages/imports.js')).ImportCheck) },
  { path: 'import/$id/gereed', place: 'import', Page: later(async () => (await import('./pages/imports.js')).ImportDone) },
  { path: 'logboek', place: 'logbook', Page: later(async () => (await import('./pages/office.js')).Logbook) },
  { path: 'instellingen/weergave', place: 'settings', Page: later(async () => (await import('./pages/display.js')).Display) },
  { path: 'instellingen/kantoor', place: 'settings', Page: later(async () => (await import('./pages/office.js')).Office) },
];

function queryOf(search: object): string {
  const parts = Object.entries(search).filter((part): part is [string, string] => typeof part[1] === 'string' && part[1] !== '');
  return parts.length === 0 ? '' : `?${new URLSearchParams(parts).toString()}`;
}

interface SignedInContext extends PortalRouterContext {
  readonly viewer: Viewer;
}

function Framed({ place, Page }: PageFacts) {
  const context = useRouteContext({ strict: false }) as unknown as SignedInContext;
  const params = useParams({ strict: false }) as PageOf['params'];
  const search = useSearch({ strict: false }) as PageOf['search'];
  const router = useRouter();
  const goTo = (address: string) => router.history.push(address);
  const portal: Portal = { tenant: params['tenant'] ?? '', graphql: context.graphql, goTo };
  const onSearch = (next: object) => router.history.replace(`${router.state.location.pathname}${queryOf(next)}`);
  return (
    <Suspense fallback={null}>
      <SignedIn portal={portal} viewer={context.viewer} context={context} place={place} companyKey={params['company'] ?? null}>
      {(company) => (
        <Suspense fallback={null}>
          <Page portal={portal} params={params} search={search} onSearch={onSearch} company={company} />
        </Suspense>
      )}
      </SignedIn>
    </Suspense>
  );
}

/** The signed-in part of the tree: who is not signed in is sent to the sign-in page and comes back. */
export function signedInRoutes(rootRoute: AnyRoute): AnyRoute {
  const tenantRoute = createRoute({
    getParentRoute: () => rootRoute,
    path: '/$tenant',
    beforeLoad: async ({ context, location }) => {
      const { session, queryClient } = context as PortalRouterContext;
      const viewer = await queryClient.fetchQuery({ queryKey: ['viewer'], queryFn: session.read, staleTime: 60_000 });
      if (viewer === null) redirect({ to: '/inloggen', search: { naar: location.href }, throw: true } as never);
      return { viewer };
    },
  });
  const pages = PAGES.map((facts) => createRoute({ getParentRoute: () => tenantRoute, path: facts.path, validateSearch: (search: Record<string, unknown>) => search, component: () => <Framed {...facts} /> }));
  const shortcuts = [
    ['/', 'vandaag'],
    ['instellingen', 'instellingen/weergave'],
    ['o/$company', 'o/$company/toegang'],
  ] as const;
  const redirects = shortcuts.map(([from, to]) =>
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
