import { QueryClient } from '@tanstack/react-query';
import { formatMessage } from '@ketenregie/messages';
import { CHANGES, createGraphqlClient, createSessionClient, invalidateAfter, parsePreferences, PortalError, problemCodeOf, problemOf, queryKey } from './index.js';
import type { Fetch } from './index.js';

function answering(status: number, body: unknown): { fetch: Fetch; sent: RequestInit[] } {
  const sent: RequestInit[] = [];
  const fetch: Fetch = async (_address, init) => {
    sent.push(init);
    return { ok: status < 400, status, json: async () => body } as Response;
  };
  return { fetch, sent };
}

const client = (fetch: Fetch) => createGraphqlClient({ fetch, tenant: () => 'noorderlicht', newKey: () => 'key-1' });
const headersOf = (init: RequestInit | undefined) => init?.headers as Record<string, string>;

describe('the GraphQL client', () => {
  it('names the tenant of the address and sends no idempotency key with a query', async () => {
    const { fetch, sent } = answering(200, { data: { ok: true } });
    await expect(client(fetch).query('query A { ok }', {})).resolves.toEqual({ ok: true });
    expect(headersOf(sent[0])['x-tenant']).toBe('noorderlicht');
    expect(headersOf(sent[0])).not.toHaveProperty('idempotency-key');
  });

  it('sends a new key with each mutation, or the one it is told to repeat', async () => {
    const { fetch, sent } = answering(200, { data: {} });
    await client(fetch).mutate('mutation A { ok }', {});
    await client(fetch).mutate('mutation A { ok }', {}, 'key-0');
    expect(sent.map((init) => headersOf(init)['idempotency-key'])).toEqual(['key-1', 'key-0']);
  });

  it('throws the code and field of a refusal', async () => {
    const { fetch } = answering(400, { errors: [{ message: 'secret', extensions: { code: 'INVALID_INPUT', field: 'kvk' } }] });
    await expect(client(fetch).query('query A { ok }', {})).rejects.toMatchObject({ code: 'INVALID_INPUT', field: 'kvk' });
  });

  it('says unreachable where nothing answers', async () => {
    await expect(client(() => Promise.reject(new TypeError('offline'))).query('query A { ok }', {})).rejects.toMatchObject({ code: 'UNREACHABLE' });
  });
});

describe('the session client', () => {
  it.each([
    [401, 'UNAUTHENTICATED'],
    [429, 'TOO_MANY_ATTEMPTS'],
    [500, 'INTERNAL'],
    [502, 'UNREACHABLE'],
    [503, 'UNREACHABLE'],
  ])('reads status %i as %s', async (status, code) => {
    await expect(createSessionClient(answering(status, {}).fetch).signIn({ email: 'a@b.example', password: 'x' })).rejects.toMatchObject({ code });
  });

  it('gives null where nobody is signed in', async () => {
    await expect(createSessionClient(answering(200, null).fetch).read()).resolves.toBeNull();
  });
});

describe('the texts of a refusal', () => {
  it.each([
    ['NOT_FOUND', 'NOT_FOUND'],
    ['COMPANY_NOT_FOUND', 'NOT_FOUND'],
    ['IMPORT_STATE', 'IMPORT_STATE'],
    ['COMPANY_KNOWN', 'COMPANY_KNOWN'],
    ['SOMETHING_ELSE', 'INTERNAL'],
  ])('reads %s as %s', (code, expected) => {
    expect(problemCodeOf(new PortalError(code))).toBe(expected);
  });

  it('gives a code to report only where the words do not say all', () => {
    const text = (id: Parameters<typeof formatMessage>[1]) => formatMessage('nl', id);
    expect(problemOf(new PortalError('SOMETHING_ELSE'), text)).toMatchObject({ what: 'Er ging iets mis bij ons.', reference: 'SOMETHING_ELSE' });
    expect(problemOf(new PortalError('FORBIDDEN'), text).reference).toBeNull();
    expect(problemCodeOf(new Error('boom'))).toBe('INTERNAL');
  });
});

describe('invalidation', () => {
  it.each(CHANGES)('after a change of %s marks the logbook of that tenant alone', async (change) => {
    const queries = new QueryClient();
    queries.setQueryData(queryKey('a', 'logbook', 1), 'x');
    queries.setQueryData(queryKey('b', 'logbook', 1), 'x');
    await invalidateAfter(queries, 'a', change);
    expect(queries.getQueryState(queryKey('a', 'logbook', 1))?.isInvalidated).toBe(true);
    expect(queries.getQueryState(queryKey('b', 'logbook', 1))?.isInvalidated).toBe(false);
  });
});

describe('preferences', () => {
  it.each([
    [null, 'nl-NL', { language: 'nl', theme: 'system', density: 'gewoon', hasSingleKeys: true }],
    ['{"theme":"dark","density":"ruim","hasSingleKeys":false}', 'en-GB', { language: 'en', theme: 'dark', density: 'ruim', hasSingleKeys: false }],
    ['{"theme":"purple","language":"fr"}', 'fr', { language: 'nl', theme: 'system', density: 'gewoon', hasSingleKeys: true }],
    ['not json', 'nl', { language: 'nl', theme: 'system', density: 'gewoon', hasSingleKeys: true }],
  ])('reads %s on a device in %s', (kept, device, expected) => {
    expect(parsePreferences(kept, device)).toEqual(expected);
  });
});
