import { recordOwnCompany } from '@ketenregie/companies-server';
import { membershipsOf } from '@ketenregie/identity-server';
import { calendarDate } from '@ketenregie/kernel';
import { listenAsOwner, openTenants } from '@ketenregie/platform/db';
import { createTenant, EXAMPLE_REMOVED, type RecordOwnCompany } from '@ketenregie/tenants-server';
import { type Caller, TestApp, codeOf } from './app.js';

const REMOVE = 'mutation { removeExample }';
const LOOK = '{ tenant { name isExample } }';

const recordOwn: RecordOwnCompany = (writer, company) => recordOwnCompany(writer, company, calendarDate('2026-11-23'));

let app: TestApp;
let example: { readonly id: string; readonly slug: string };
let real: { readonly id: string; readonly slug: string };
beforeEach(async () => {
  app = await TestApp.start();
  example = await createTenant(app.db, { slug: 'voorbeeld', name: 'Voorbeeld', kind: 'office', kvkNumber: '90000011', isExample: true }, recordOwn);
  real = await createTenant(app.db, { slug: 'echt', name: 'Echt', kind: 'office', kvkNumber: '90000011' }, recordOwn);
  await openTenants(app.database.ownerUrl, [example.id]);
});
afterEach(() => app.stop());

const code = async (caller: Caller, document: string): Promise<string | null> => codeOf(await app.ask(caller, document));
const accountOf = async ({ memberId }: { readonly memberId: string }): Promise<string> =>
  (await app.database.asAdmin<{ id: string }>('select account_id as id from member where id = $1', [memberId]))[0]?.id ?? '';

it('is gone for everybody the moment an administrator removes it, and the launcher hears of it', async () => {
  const [administrator, colleague] = [await app.member(example, ['office-administrator']), await app.member(example, ['auditor'])];
  const accountId = await accountOf(colleague);
  expect((await app.ask(colleague, LOOK)).body.data).toEqual({ tenant: { name: 'Voorbeeld', isExample: true } });
  let heard = 0;
  const stop = await listenAsOwner(app.database.ownerUrl, EXAMPLE_REMOVED, () => (heard += 1));
  expect((await app.ask(administrator, REMOVE)).body).toEqual({ data: { removeExample: true } });
  for (const caller of [administrator, colleague]) expect(await code(caller, LOOK)).toBe('NOT_FOUND');
  expect(await membershipsOf(app.db, accountId)).toEqual([]);
  expect((await app.db.listTenants()).map(({ slug }) => slug)).toEqual(['echt']);
  // Its own round trip: what was sent before it has come by then.
  await stop();
  expect(heard).toBe(1);
});

it.each([['adviser'], ['assistant'], ['auditor'], ['employee']] as const)('stays where an %s asks to remove it', async (role) => {
  const caller = await app.member(example, [role]);
  expect(await code(caller, REMOVE)).toBe('FORBIDDEN');
  expect(await code(caller, LOOK)).toBeNull();
});

it('stays where the owner of another office asks, and his own, which is no example, too', async () => {
  const [owner, member] = [await app.member(real, ['owner']), await app.member(example, ['owner'])];
  expect(await code({ ...owner, tenant: example.slug }, REMOVE)).toBe('NOT_FOUND');
  expect(await code(owner, REMOVE)).toBe('NO_EXAMPLE');
  expect([await code(owner, LOOK), await code(member, LOOK)]).toEqual([null, null]);
});
