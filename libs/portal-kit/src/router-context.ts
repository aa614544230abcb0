import type { QueryClient } from '@tanstack/react-query';
import type { GraphqlClient } from './graphql-client.js';
import type { SessionClient } from './session.js';

/** What every route may use to load its data. */
export interface PortalRouterContext {
  readonly queryClient: QueryClient;
  readonly graphql: GraphqlClient;
  readonly session: SessionClient;
}
