import { sendJson } from './http.js';
import type { Fetch } from './http.js';
import { PortalError } from './portal-error.js';

/** A generated document: a string that carries the types of its result and variables, and its hash where it is a trusted one. */
export interface TypedDocument<Result, Variables> {
  toString(): string;
  readonly __apiType?: (variables: Variables) => Result;
  readonly __meta__?: { readonly hash?: string } | undefined;
}

export interface GraphqlClientOptions {
  readonly fetch: Fetch;
  /** The office or group of the address now open; null before one is known. */
  readonly tenant: () => string | null;
  /** A new idempotency key; the same key repeats a mutation without doing it twice. */
  readonly newKey: () => string;
}

export interface GraphqlClient {
  readonly query: <Result, Variables>(document: TypedDocument<Result, Variables>, variables: Variables) => Promise<Result>;
  /** Keep the key of an attempt whose answer never came and give it again: the server replays its first answer. */
  readonly mutate: <Result, Variables>(document: TypedDocument<Result, Variables>, variables: Variables, key?: string) => Promise<Result>;
}

/** The one way to the API. Throws PortalError with the code of the first refusal. */
export function createGraphqlClient(options: GraphqlClientOptions): GraphqlClient {
  const send = async <Result, Variables>(document: TypedDocument<Result, Variables>, variables: Variables, extra: Record<string, string>): Promise<Result> => {
    const tenant = options.tenant();
    const headers = { 'content-type': 'application/json', accept: 'application/json', ...(tenant === null ? {} : { 'x-tenant': tenant }), ...extra };
    const hash = document.__meta__?.hash;
    const body = JSON.stringify({ query: document.toString(), variables, ...(hash === undefined ? {} : { documentId: hash }) });
    return dataOf<Result>(await sendJson(options.fetch, '/graphql', { method: 'POST', headers, body }));
  };
  return {
    query: (document, variables) => send(document, variables, {}),
    mutate: (document, variables, key) => send(document, variables, { 'idempotency-key': key ?? options.newKey() }),
  };
}

interface Answer<Result> {
  readonly data?: Result | null;
  readonly errors?: readonly { readonly extensions?: { readonly code?: string; readonly field?: string; readonly reference?: string } }[];
}

function dataOf<Result>(body: unknown): Result {
  const answer = (typeof body === 'object' && body !== null ? body : {}) as Answer<Result>;
  const refusal = answer.errors?.[0];
  if (refusal !== undefined) throw new PortalError(refusal.extensions?.code ?? 'INTERNAL', refusal.extensions?.field ?? null, refusal.extensions?.reference ?? null);
  if (answer.data === undefined || answer.data === null) throw new PortalError('INTERNAL');
  return answer.data;
}
