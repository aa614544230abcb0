import type { TenantDb } from '@ketenregie/platform/db';
import { type TestDatabase, createTestDatabase } from '@ketenregie/platform/testing';
import { systemScope } from '@ketenregie/platform/db';
import { createTenant, tenantRows } from '@ketenregie/tenants-server';
import { addMember, ensureAccount, findSession, resetPassword, setPassword, signIn } from './index.js';

const [OLD, NEW] = ['het-oude-wachtwoord', 'het-nieuwe-wachtwoord'];

let database: TestDatabase;
let db: TenantDb;
let accountId: string;
let tenantIds: readonly string[];
beforeEach(async () => {
  database = await createTestDatabase();
  db = await database.open({ rows: tenantRows });
  accountId = await ensureAccount(db, { login: 'anna@noord.example', displayName: 'Anna' });
  await setPassword(db, accountId, OLD);
  const make = async (slug: string): Promise<string> => (await createTenant(db, { slug, name: slug, kind: 'office', kvkNumber: '90000011' }, async () => undefined)).id;
  tenantIds = [await make('noord'), await make('zuid'), await make('elders')];
  for (const id of tenantIds.slice(0, 2)) await db.write(systemScope(id), (writer) => addMember(writer, { accountId, roles: ['owner'], clients: 'all' }));
});
afterEach(() => database.drop());

const tryWith = (password: string) => signIn(db, { login: 'anna@noord.example', password, address: '127.0.0.1' });

it('ends every session, and lets in with the new password alone', async () => {
  const { token } = await tryWith(OLD);
  expect(await findSession(db, token)).not.toBeNull();
  await resetPassword(db, { accountId, password: NEW });
  expect(await findSession(db, token)).toBeNull();
  await expect(tryWith(OLD)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(await tryWith(NEW)).toMatchObject({ accountId });
});

it('forgives the tries that failed', async () => {
  for (let nth = 0; nth < 20; nth += 1) await tryWith('niet-het-wachtwoord').catch(() => undefined);
  await expect(tryWith(OLD)).rejects.toMatchObject({ code: 'TOO_MANY_ATTEMPTS' });
  await resetPassword(db, { accountId, password: NEW });
  expect(await tryWith(NEW)).toMatchObject({ accountId });
});

it('stands in the log of each tenant he is a member of, by the operator, without the password', async () => {
  await resetPassword(db, { accountId, password: NEW });
  const events = await database.asAdmin<{ tenant: string; actor: string; payload: object }>(`select tenant_id as tenant, actor, payload from audit_event where action = 'member.password-reset' order by occurred_at`);
  expect(events.map(({ tenant }) => tenant).toSorted()).toEqual(tenantIds.slice(0, 2).toSorted());
  expect(events.every(({ actor, payload }) => actor === 'operator' && Object.keys(payload).length === 0)).toBe(true);
});

it('leaves the old one where the new one is too short', async () => {
  await expect(resetPassword(db, { accountId, password: 'kort' })).rejects.toMatchObject({ code: 'PASSWORD_TOO_SHORT' });
  expect(await tryWith(OLD)).toMatchObject({ accountId });
});
