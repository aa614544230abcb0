import type { Credentials, PortalRouterContext } from '@ketenregie/portal-kit';
import { LinkRouter } from '@ketenregie/ui';
import { readPreferences } from '@ketenregie/portal-kit';
import { createRootRouteWithContext, createRoute, createRouter, Outlet, redirect, useRouter } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { NotFoundPage } from './shell/not-found-page.js';
import { NewVersion } from './shell/new-version.js';
import { PageFailure } from './shell/page-failure.js';
import { signedInRoutes } from './signed-in/routes.js';
import { SignInPage } from './sign-in/sign-in-page.js';
import { readSignInSearch } from './sign-in/sign-in-search.js';
import { useExamples } from './sign-in/use-examples.js';
import { StopDigestsPage } from './stop-digests/stop-digests-page.js';
import { showAllTexts } from './texts.js';

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
  // Who is signed in goes on to his own first office or group.
  beforeLoad: async ({ context: { session, queryClient } }) => {
    const viewer = await queryClient.fetchQuery({ queryKey: ['viewer'], queryFn: session.read, staleTime: 60_000 });
    const first = viewer?.tenants[0];
    if (first === undefined) redirect({ to: '/inloggen', throw: true });
    else redirect({ to: `/$tenant/vandaag`, params: { tenant: first.slug }, throw: true } as never);
  },
});

const signInRoute = createRoute({ getParentRoute: () => rootRoute, path: '/inloggen', validateSearch: readSignInSearch, component: SignInRoute });

function SignInRoute() {
  const { session, queryClient } = signInRoute.useRouteContext();
  const { reden, naar } = signInRoute.useSearch();
  const router = useRouter();
  const signIn = async (credentials: Credentials) => {
    const viewer = await session.signIn(credentials);
    // Whose session ended here before may have been somebody else: what his tab remembered is not for who comes now.
    queryClient.clear();
    sessionStorage.clear();
    const first = viewer.tenants[0];
    router.history.push(naar ?? (first === undefined ? '/' : `/${first.slug}/vandaag`));
  };
  const examples = useExamples(session);
  return <SignInPage onSignIn={signIn} examples={examples} {...(reden === undefined ? {} : { reason: reden })} />;
}

const stopRoute = createRoute({ getParentRoute: () => rootRoute, path: '/mail/overzicht-stoppen/$token', component: StopRoute });

/** Posts to its own address: where it is opened is where the digests end. */
function StopRoute() {
  return <StopDigestsPage onStop={async () => (await fetch(location.pathname, { method: 'POST' })).status} />;
}

const MailboxPage = lazy(async () => {
  const [{ MailboxPage: Page }] = await Promise.all([import('./mailbox/mailbox-part.js'), showAllTexts(readPreferences().language)]);
  return { default: Page };
});

/** The viewer's own mail, in demonstrations; of no office, so beside their pages. */
const mailboxRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/mailbox',
  validateSearch: ({ bericht }: Record<string, unknown>): { bericht?: string } => (typeof bericht === 'string' ? { bericht } : {}),
  beforeLoad: async ({ context: { session, queryClient } }) => {
    const viewer = await queryClient.fetchQuery({ queryKey: ['viewer'], queryFn: session.read, staleTime: 60_000 });
    if (viewer === null) redirect({ to: '/inloggen', search: { naar: '/mailbox' }, throw: true });
    return { viewer };
  },
  component: MailboxRoute,
});

function MailboxRoute() {
  const { viewer } = mailboxRoute.useRouteContext();
  const { bericht } = mailboxRoute.useSearch();
  const first = viewer?.tenants[0];
  return <Suspense fallback={null}>{viewer?.hasMailbox === true ? <MailboxPage selected={bericht ?? null} back={first === undefined ? '/' : `/${first.slug}/vandaag`} /> : <NotFoundPage />}</Suspense>;
}

const routeTree = rootRoute.addChildren([indexRoute, signInRoute, stopRoute, mailboxRoute, signedInRoutes(rootRoute)]);

/** The router over the whole typed tree. */
export function createPortalRouter(context: PortalRouterContext) {
  return createRouter({ routeTree, context, defaultPreload: 'intent', scrollRestoration: true, defaultErrorComponent: PageFailure });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createPortalRouter>;
  }
}
