import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { problemCodeOf } from './portal-error.js';

const FRESH_MS = 30_000;
const MOST_RETRIES = 2;

/** The cache of answers. Only a missing answer is asked again: a refusal stays a refusal. Told once where the session has ended. */
export function createPortalQueryClient(onSignedOut: () => void): QueryClient {
  const onError = (error: unknown) => {
    if (problemCodeOf(error) === 'UNAUTHENTICATED') onSignedOut();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: { queries: { staleTime: FRESH_MS, retry: (count, error) => count < MOST_RETRIES && problemCodeOf(error) === 'UNREACHABLE' }, mutations: { retry: false } },
  });
}
