import type { Credentials, PortalRouterContext } from '@ketenregie/portal-kit';
import { ButtonLink, EmptyState, LinkRouter, useText } from '@ketenregie/ui';
import { createRootRouteWithContext, createRoute, createRouter, Outlet, redirect, useRouter } from '@tanstack/react-router';
import { NewVersion } from './shell/new-version.js';
import { PageFailure } from './shell/page-failure.js';
import { signedInRoutes } from './signed-in/routes.js';
import { SignInPage } from './sign-in/sign-in-page.js';
import { readSignInSearch } from './sign-in/sign-in-search.js';
import { StopDigestsPage } from './stop-digests/stop-digests-page.js';

const rootRoute = createRootRouteWithContext<PortalRouterContext>()({ component: Root, notFoundComponent: NotFoundPage });

function Root() {
  const router = useRouter();
  return (
    <LinkRouter navigate={(address) => router.history.push(address)}>
      <Outlet />
      <NewVersion />
    </LinkRouter>
  );
}

const indexRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: () => redirect({ to: '/inloggen', throw: true }),
});

const signInRoute = createRoute({ getParentRoute: () => rootRoute, path: '/inloggen', validateSearch: readSignInSearch, component: SignInRoute });

function SignInRoute() {
  const { session, queryClient } = signInRoute.useRouteContext();
  const { reden, naar } = signInRoute.useSearch();
  const router = useRouter();
  const signIn = async (credentials: Credentials) => {
    const viewer = await session.signIn(credentials);
    queryClient.clear();
    const first = viewer.tenants[0];
    router.history.push(naar ?? (first === undefined ? '/' : `/${first.slug}/vandaag`));
  };
  return <SignInPage onSignIn={signIn} {...(reden === undefined ? {} : { reason: reden })} />;
}

const stopRoute = createRoute({ getParentRoute: () => rootRoute, path: '/mail/overzicht-stoppen/$token', component: StopRoute });

/** Posts to its own address: where it is opened is where the digests end. */
function StopRoute() {
  return <StopDigestsPage onStop={async () => (await fetch(location.pathname, { method: 'POST' })).status} />;
}

function NotFoundPage() {
  const text = useText();
  return (
    <main className="k-main">
      <EmptyState title={text('problem.NOT_FOUND.what')} action={<ButtonLink href="/">{text('nav.today')}</ButtonLink>}>
        {text('problem.NOT_FOUND.why')}
      </EmptyState>
    </main>
  );
}

const routeTree = rootRoute.addChildren([indexRoute, signInRoute, stopRoute, signedInRoutes(rootRoute)]);

/** The router over the whole typed tree. */
export function createPortalRouter(context: PortalRouterContext) {
  return createRouter({ routeTree, context, defaultPreload: 'intent', scrollRestoration: true, defaultErrorComponent: PageFailure });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createPortalRouter>;
  }
}
