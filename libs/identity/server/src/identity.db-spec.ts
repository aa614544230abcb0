import { createTestDatabase } from '@ketenregie/platform/testing';
import type { TestDatabase } from '@ketenregie/platform/testing';
import { type TenantDb, systemScope } from '@ketenregie/platform/db';
import { THROTTLE } from '@ketenregie/identity-domain';
import { createTenant, tenantRows } from '@ketenregie/tenants-server';
import { addMember, endSession, ensureAccount, findSession, membershipsOf, openSession, resolveViewer, setPassword, signIn } from './index.js';

const PASSWORD = 'een goed lang wachtwoord';
let database: TestDatabase;
let db: TenantDb;
let tenantId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  db = await database.open({ rows: tenantRows });
  tenantId = (await createTenant(db, { slug: 'noord', name: 'Kantoor Noord', kind: 'office', kvkNumber: '90000011' }, async () => undefined)).id;
  await createTenant(db, { slug: 'zuid', name: 'Kantoor Zuid', kind: 'office', kvkNumber: '90000012' }, async () => undefined);
});
afterAll(() => database.drop());

async function account(login: string): Promise<string> {
  const id = await ensureAccount(db, { login, displayName: login });
  await setPassword(db, id, PASSWORD);
  return id;
}

const attempt = async (login: string, password: string, address = '192.0.2.1'): Promise<string> => (await signIn(db, { login, password, address })).token;

describe('signing in', () => {
  it('gives a session whose token is stored nowhere', async () => {
    const id = await account('anna@noord.example');
    const token = await attempt('Anna@Noord.example', PASSWORD);
    expect(await findSession(db, token)).toMatchObject({ accountId: id });
    const rows = await database.asAdmin<{ text: string }>('select row_to_json(s)::text as text from session s union all select row_to_json(a)::text from account a');
    expect(rows.filter(({ text }) => text.includes(token) || text.includes(PASSWORD))).toEqual([]);
  });

  it.each([
    ['a wrong password', 'bert@noord.example', 'iets anders dan dat'],
    ['an unknown account', 'niemand@noord.example', PASSWORD],
  ])('answers %s in the same words', async (_, login, password) => {
    await account('bert@noord.example');
    await expect(attempt(login, password, '192.0.2.2')).rejects.toMatchObject({ code: 'UNAUTHENTICATED', message: 'This address and password do not belong together.' });
  });

  it('looks at no more than ten of a hundred tries at the same time, and lets another account in meanwhile', async () => {
    await account('carla@noord.example');
    await account('dirk@noord.example');
    const tries = await Promise.allSettled(Array.from({ length: 30 }, (_, i) => attempt('carla@noord.example', 'fout wachtwoord 1', `198.51.100.${i}`)));
    const codes = tries.map((result) => (result.status === 'rejected' ? (result.reason as { code: string }).code : 'signed in'));
    expect(codes.filter((code) => code === 'UNAUTHENTICATED')).toHaveLength(THROTTLE.triesPerAccount);
    await expect(attempt('carla@noord.example', PASSWORD, '198.51.100.99')).rejects.toMatchObject({ code: 'TOO_MANY_ATTEMPTS' });
    await expect(attempt('dirk@noord.example', PASSWORD, '198.51.100.100')).resolves.toEqual(expect.any(String));
  });
});

describe('a session', () => {
  it('is dead after signing out, after a new password, and when its account is blocked; alive before', async () => {
    const id = await account('eva@noord.example');
    const first = await openSession(db, id);
    const session = await findSession(db, first);
    expect(session).not.toBeNull();
    if (session) await endSession(db, session);
    expect(await findSession(db, first)).toBeNull();
    const second = await openSession(db, id);
    await setPassword(db, id, `${PASSWORD} nieuw`);
    expect(await findSession(db, second)).toBeNull();
  });

  it('is not found by anything that is no token', async () => {
    expect(await findSession(db, "' or 1=1 --")).toBeNull();
  });
});

describe('a member', () => {
  it('is resolved in his own tenant and nowhere else', async () => {
    const accountId = await account('fred@noord.example');
    await db.write(systemScope(tenantId), (writer) => addMember(writer, { accountId, roles: ['office-administrator'], clients: 'all' }));
    const signedIn = { accountId, sessionId: 'x' };
    expect(await resolveViewer(db, signedIn, 'noord')).toMatchObject({ roles: ['office-administrator'], scope: { tenantId, hasAllClients: true, isInternal: true } });
    expect(await resolveViewer(db, signedIn, 'zuid')).toBeNull();
    expect(await resolveViewer(db, signedIn, 'bestaat-niet')).toBeNull();
    expect(await membershipsOf(db, accountId)).toEqual([{ slug: 'noord', name: 'Kantoor Noord', kind: 'office', isExample: false, timeZone: 'Europe/Amsterdam' }]);
  });

  it('is not resolved once he has ended or his account is blocked', async () => {
    const accountId = await account('gijs@noord.example');
    const id = await db.write(systemScope(tenantId), (writer) => addMember(writer, { accountId, roles: ['owner'], clients: 'all' }));
    await db.write(systemScope(tenantId), (writer) => writer.query(`update member set state = 'ended' where id = $1`, [id]));
    expect(await resolveViewer(db, { accountId, sessionId: 'x' }, 'noord')).toBeNull();
  });

  it.each([
    ['a client contact with a role of the staff', ['client-contact', 'owner'], [] as string[]],
    ['a client contact of no client', ['client-contact'], []],
    ['nobody in particular', [], []],
  ] as const)('%s is refused', async (_, roles, clients) => {
    const accountId = await account('hans@noord.example');
    await expect(db.write(systemScope(tenantId), (writer) => addMember(writer, { accountId, roles, clients }))).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });
});
