import '@ketenregie/ui/styles.css';
import './portal.css';
import { applyPreferences, createGraphqlClient, createPortalQueryClient, createSessionClient, readPreferences } from '@ketenregie/portal-kit';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Providers } from './providers.js';
import { createPortalRouter } from './routes.js';
import { showDoorTexts } from './texts.js';

const send = (address: string, init: RequestInit) => fetch(address, init);
/** The first part of the address is the office or group, except on the pages outside of any. */
const tenantOfAddress = () => /^\/([a-z0-9-]+)\//.exec(location.pathname)?.[1] ?? null;

const queryClient = createPortalQueryClient(() => {
  if (location.pathname !== '/inloggen') router.history.push(`/inloggen?reden=expired&naar=${encodeURIComponent(location.pathname + location.search)}`);
});
const graphql = createGraphqlClient({ fetch: send, tenant: tenantOfAddress, newKey: () => crypto.randomUUID() });
const router = createPortalRouter({ queryClient, graphql, session: createSessionClient(send) });

async function start(): Promise<void> {
  applyPreferences();
  await showDoorTexts(readPreferences().language);
  const root = document.getElementById('app');
  if (root === null) throw new Error('The page has no #app.');
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <Providers>
          <RouterProvider router={router} />
        </Providers>
      </QueryClientProvider>
    </StrictMode>,
  );
}

void start();
