import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recordOwnCompany } from '@ketenregie/companies-server';
import { addMember, ensureAccount, noteExamples, setPassword } from '@ketenregie/identity-server';
import { calendarDate } from '@ketenregie/kernel';
import { openTenants, systemScope } from '@ketenregie/platform/db';
import { createTenant, type RecordOwnCompany } from '@ketenregie/tenants-server';
import type { Role } from '@ketenregie/tenants-domain';
import { TestApp } from './app.js';

const PASSWORD = 'bali-kuse-mora-tine';
const SANNE = 'sanne@voorbeeld.example';
const RUUD = 'ruud@controle.example';
const REAL = 'ilse@echt.example';

const recordOwn: RecordOwnCompany = (writer, company) => recordOwnCompany(writer, company, calendarDate('2026-11-23'));

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ketenregie-examples-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** An app with an example, whose people can sign in, and a real office, of which one of them is a member too. */
async function startApp(options: { isProduction?: boolean; examplesFolder?: string | null }): Promise<TestApp> {
  const app = await TestApp.start(options);
  const example = await createTenant(app.db, { slug: 'voorbeeld', name: 'Kantoor Voorbeeld', kind: 'office', kvkNumber: '90000011', isExample: true }, recordOwn);
  const real = await createTenant(app.db, { slug: 'echt', name: 'Kantoor Geheim', kind: 'office', kvkNumber: '90000011' }, recordOwn);
  await openTenants(app.database.ownerUrl, [example.id]);
  const join = async (login: string, { tenantId, roles, isExample = true }: { tenantId: string; roles: readonly Role[]; isExample?: boolean }): Promise<void> => {
    const accountId = await ensureAccount(app.db, { login, displayName: `Naam ${login}`, isExample });
    await setPassword(app.db, accountId, PASSWORD);
    await app.db.write(systemScope(tenantId), (writer) => addMember(writer, { accountId, roles, clients: 'all' }));
  };
  await join(SANNE, { tenantId: example.id, roles: ['office-administrator'] });
  await join(RUUD, { tenantId: example.id, roles: ['auditor'] });
  await join(RUUD, { tenantId: real.id, roles: ['auditor'] });
  await join(REAL, { tenantId: real.id, roles: ['owner'], isExample: false });
  noteExamples(folder, { password: PASSWORD, logins: [SANNE, RUUD, REAL] });
  return app;
}

const ask = (app: TestApp, headers: Record<string, string> = {}): Promise<Response> => fetch(`${app.url}/session/examples`, { headers });

it('names the accounts of the examples in a demonstration, each of which signs in, and nothing of a real office', async () => {
  const app = await startApp({ examplesFolder: folder });
  const response = await ask(app);
  expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store']);
  const text = await response.text();
  expect(text).not.toMatch(/Geheim|echt\.example/);
  const offered = JSON.parse(text) as { password: string; accounts: { email: string }[] };
  expect(offered).toEqual({
    password: PASSWORD,
    accounts: [
      { email: SANNE, name: `Naam ${SANNE}`, places: [{ tenant: 'Kantoor Voorbeeld', roles: ['office-administrator'], clients: null }] },
      { email: RUUD, name: `Naam ${RUUD}`, places: [{ tenant: 'Kantoor Voorbeeld', roles: ['auditor'], clients: null }] },
    ],
  });
  for (const { email } of offered.accounts) {
    const signedIn = await fetch(`${app.url}/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email, password: offered.password }) });
    expect(signedIn.status).toBe(200);
  }
  await app.stop();
});

it.each([
  ['where demonstration mode is off', false],
  ['in production, whatever it is told', true],
])('says nothing, of examples no more than of others, %s', async (_, isProduction) => {
  const app = await startApp({ isProduction, examplesFolder: isProduction ? folder : null });
  const response = await ask(app);
  expect([response.status, await response.text(), response.headers.get('content-length')]).toEqual([204, '', null]);
  await app.stop();
});

it('says nothing to who comes from elsewhere: through a proxy, or from the page of another site', async () => {
  const app = await startApp({ examplesFolder: folder });
  for (const header of ['x-forwarded-for', 'forwarded', 'via', 'x-real-ip']) expect((await ask(app, { [header]: '10.0.0.7' })).status).toBe(204);
  const foreign = await ask(app, { 'sec-fetch-site': 'cross-site' });
  expect([foreign.status, (await foreign.text()).includes(PASSWORD)]).toEqual([403, false]);
  expect((await ask(app)).status).toBe(200);
  await app.stop();
});

it('says nothing before a start has noted them, and no longer once they are removed', async () => {
  const app = await startApp({ examplesFolder: folder });
  await app.database.asAdmin(`update tenant_directory set state = 'removed' where slug = 'voorbeeld'`);
  expect((await ask(app)).status).toBe(204);
  await rm(join(folder, 'secrets'), { recursive: true });
  expect((await ask(app)).status).toBe(204);
  await app.stop();
});
