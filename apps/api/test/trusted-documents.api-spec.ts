import type { AddressInfo } from 'node:net';
import { openSession, ensureAccount, addMember } from '@ketenregie/identity-server';
import { clockStandingAt } from '@ketenregie/kernel';
import { type TenantDb, systemScope } from '@ketenregie/platform/db';
import { documentIdOf, parseTrustedDocuments } from '@ketenregie/platform/graphql';
import { silentLog } from '@ketenregie/platform/logging';
import { type TestDatabase, createTestDatabase } from '@ketenregie/platform/testing';
import { createApp } from '../src/create-app.js';
import { rows } from '../src/features.js';
import { NOW } from './app.js';
import { makeOffice } from './fixtures/office.js';

const OWN = 'query Own { tenant { name } }';
const LISTED = new Map([[documentIdOf(OWN), OWN]]);

let database: TestDatabase;
let db: TenantDb;
let token: string;
beforeAll(async () => {
  database = await createTestDatabase();
  db = await database.open({ rows });
  const office = await makeOffice(db, 'eigen', { mark: 'Eigen', digits: '1010' });
  const accountId = await ensureAccount(db, { login: 'anna@eigen.example', displayName: 'Anna' });
  await db.write(systemScope(office.id), (writer) => addMember(writer, { accountId, roles: ['owner'], clients: 'all' }));
  token = await openSession(db, accountId);
}, 30_000);
afterAll(() => database.drop());

/** The status and the first code, or the name that was asked. */
async function ask(isProduction: boolean, body: object): Promise<readonly [number, string | undefined]> {
  const app = await createApp({ db, clock: clockStandingAt(NOW), log: silentLog, isProduction, publicUrl: 'http://127.0.0.1', documents: LISTED, health: [] });
  try {
    await app.listen(0, '127.0.0.1');
    const { port } = app.getHttpServer().address() as AddressInfo;
    const headers = { 'content-type': 'application/json', cookie: `__Host-ketenregie=${token}`, 'x-tenant': 'eigen' };
    const response = await fetch(`http://127.0.0.1:${port}/graphql`, { method: 'POST', headers, body: JSON.stringify(body) });
    const answer = (await response.json()) as { data?: { tenant?: { name: string } }; errors?: { extensions: { code: string } }[] };
    return [response.status, answer.errors?.[0]?.extensions.code ?? answer.data?.tenant?.name];
  } finally {
    await app.close();
  }
}

const UNKNOWN = [400, 'UNKNOWN_DOCUMENT'] as const;
const ANSWERED = [200, 'Eigen Office'] as const;

describe('in production', () => {
  it.each([
    ['by its text', { query: OWN }],
    ['by its hash', { documentId: documentIdOf(OWN) }],
    ['by both', { documentId: documentIdOf(OWN), query: OWN }],
  ])('runs a document of the portal, named %s', async (_, body) => expect(await ask(true, body)).toEqual(ANSWERED));

  it.each([
    ['another text', { query: '{ tenant { name } }' }],
    ['the same text with a space more', { query: `${OWN} ` }],
    ['another text under the hash of one that is listed', { documentId: documentIdOf(OWN), query: '{ tenant { name slug } }' }],
    ['a hash that is not listed', { documentId: documentIdOf('{ me { login } }') }],
    ['a property of all objects for a hash', { documentId: 'constructor' }],
    ['introspection', { query: '{ __schema { types { name } } }' }],
  ])('refuses %s', async (_, body) => expect(await ask(true, body)).toEqual(UNKNOWN));
});

describe('outside production', () => {
  it.each([
    ['any text', { query: '{ tenant { name } }' }],
    ['a listed hash', { documentId: documentIdOf(OWN) }],
  ])('runs %s', async (_, body) => expect(await ask(false, body)).toEqual(ANSWERED));

  it('refuses a hash that is not listed', async () => expect(await ask(false, { documentId: documentIdOf('x') })).toEqual(UNKNOWN));
});

it('does not start with a list that names a text by another’s hash', () => {
  expect(() => parseTrustedDocuments(JSON.stringify({ [documentIdOf(OWN)]: '{ me { login } }' }))).toThrow('another text');
  expect(parseTrustedDocuments(JSON.stringify({ [documentIdOf(OWN)]: OWN })).size).toBe(1);
});
