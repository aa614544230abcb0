import { invalidateAfter, problemCodeOf, queryKey } from '@ketenregie/portal-kit';
import type { Change, GraphqlClient, Subject, TypedDocument } from '@ketenregie/portal-kit';
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';

/** What every page is given: for which office or group it stands, and the ways out of it. */
export interface Portal {
  /** The address part of the office or group. */
  readonly tenant: string;
  readonly graphql: GraphqlClient;
  /** Goes to an address of the portal. */
  readonly goTo: (address: string) => void;
}

/** The address of a page of this office or group: `portalen` becomes `/noorderlicht/portalen`. */
export function addressIn({ tenant }: Pick<Portal, 'tenant'>, path: string, search: Readonly<Record<string, string | null | undefined>> = {}): string {
  const parts = Object.entries(search).filter((part): part is [string, string] => part[1] !== null && part[1] !== undefined && part[1] !== '');
  const query = new URLSearchParams(parts).toString();
  return `/${tenant}/${path}${query === '' ? '' : `?${query}`}`;
}

export interface Asking<Result, Variables> {
  readonly subject: Subject;
  readonly document: TypedDocument<Result, Variables>;
  readonly variables: Variables;
  /** Milliseconds to the next asking while something still runs; null once it does not. */
  readonly again?: (result: Result | undefined) => number | null;
  readonly isEnabled?: boolean;
}

/** One answer of the API, kept until something changes its subject. The last one stays in sight while a new one is fetched. */
export function usePortalQuery<Result, Variables>(portal: Portal, { subject, document, variables, again, isEnabled = true }: Asking<Result, Variables>): UseQueryResult<Result> {
  return useQuery<Result>({
    queryKey: queryKey(portal.tenant, subject, document.toString(), variables),
    queryFn: () => portal.graphql.query(document, variables),
    placeholderData: keepPreviousData,
    enabled: isEnabled,
    ...(again === undefined ? {} : { refetchInterval: (query) => again(query.state.data) ?? false }),
  });
}

export interface Page<Node> {
  readonly edges: readonly { readonly node: Node }[];
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
  readonly totalCount: number;
}

export interface AskingForPages<Result, Variables, Node> {
  readonly subject: Subject;
  readonly document: TypedDocument<Result, Variables & { readonly after: string | null }>;
  readonly variables: Variables;
  readonly pageOf: (result: Result) => Page<Node>;
}

/** A list that the server pages, with the same parameters for every page. */
export function usePages<Result, Variables extends object, Node>(portal: Portal, { subject, document, variables, pageOf }: AskingForPages<Result, Variables, Node>) {
  const query = useInfiniteQuery({
    queryKey: queryKey(portal.tenant, subject, document.toString(), variables, 'pages'),
    queryFn: ({ pageParam }) => portal.graphql.query(document, { ...variables, after: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => (pageOf(last).pageInfo.hasNextPage ? pageOf(last).pageInfo.endCursor : null),
    placeholderData: keepPreviousData,
  });
  const pages = query.data?.pages.map(pageOf) ?? [];
  return { query, rows: pages.flatMap((page) => page.edges.map((edge) => edge.node)), total: pages[0]?.totalCount ?? 0 };
}

/** Refusals that say that what stands here is old: done in another window, or by somebody else. */
const MOVED_ON: ReadonlySet<string> = new Set(['IMPORT_STATE', 'IMPORT_CHANGED_SINCE', 'CHANGE_STEP_NOT_POSSIBLE', 'CHANGE_DECIDED_ANEW', 'REVOCATION_DECIDED', 'AUTHORISATION_ENDED']);

/** A change: sent with an idempotency key of its own, after which every answer that it may have made old is fetched anew. */
export function usePortalChange<Result, Variables>(portal: Portal, change: Change, document: TypedDocument<Result, Variables>) {
  const client = useQueryClient();
  return useMutation<Result, Error, Variables>({
    mutationFn: (variables) => portal.graphql.mutate(document, variables),
    onSuccess: () => invalidateAfter(client, portal.tenant, change),
    // What is refused because it has moved on is shown as it is by now.
    onError: (error) => (MOVED_ON.has(problemCodeOf(error)) ? invalidateAfter(client, portal.tenant, change) : undefined),
  });
}
