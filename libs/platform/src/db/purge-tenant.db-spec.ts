import { type TestDatabase, createTestDatabase } from '../testing/index.js';
import { type TenantWorld, plantTwoTenants } from '../testing/walls/index.js';
import { type TenantDb, directory, purgeTenant } from './index.js';

let database: TestDatabase;
let db: TenantDb;
let theirs: TenantWorld;
let ours: TenantWorld;

beforeEach(async () => {
  database = await createTestDatabase();
  db = await database.open();
  ({ theirs, ours } = await plantTwoTenants(database, db));
});
afterEach(() => database.drop());

const markExample = async ({ tenantId, accountIds }: TenantWorld): Promise<void> => {
  await database.asAdmin('update tenant set is_example = true where tenant_id = $1', [tenantId]);
  await database.asAdmin('update account set is_example = true where id = any($1::uuid[])', [accountIds]);
};

/** How many rows of a tenant each table has. */
async function rowsOf({ tenantId }: TenantWorld): Promise<Record<string, number>> {
  const tables = await database.asAdmin<{ name: string }>(`select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'tenant_id' order by 1`);
  const [row] = await database.asAdmin<Record<string, number>>(`select ${tables.map(({ name }) => `(select count(*)::int from "${name}" where tenant_id = $1) as "${name}"`).join(', ')}`, [tenantId]);
  return row ?? {};
}

const accountsLeft = async ({ accountIds }: TenantWorld): Promise<number> =>
  (await database.asAdmin(`select 1 from account where id = any($1::uuid[]) union all select 1 from session where account_id = any($1::uuid[])`, [accountIds])).length;

describe('deleting an example tenant', () => {
  it('leaves no row of it in any table, nor its accounts and their sessions, and touches nothing of another', async () => {
    await markExample(theirs);
    const [before, oursBefore, accounts] = [await rowsOf(theirs), await rowsOf(ours), await accountsLeft(ours)];
    expect(Object.values(before).every((count) => count > 0)).toBe(true);
    const logins = await purgeTenant(database.ownerUrl, theirs.tenantId, { isForgotten: false });
    expect(logins.toSorted()).toEqual(theirs.accountIds.map((id) => `${id}@example.test`).toSorted());
    expect(Object.values(await rowsOf(theirs)).every((count) => count === 0)).toBe(true);
    expect(await accountsLeft(theirs)).toBe(0);
    expect([await rowsOf(ours), await accountsLeft(ours)]).toEqual([oursBefore, accounts]);
  });

  it('keeps a sign without a name that it was here, or none where it is forgotten', async () => {
    await markExample(theirs);
    await markExample(ours);
    await purgeTenant(database.ownerUrl, theirs.tenantId, { isForgotten: false });
    await purgeTenant(database.ownerUrl, ours.tenantId, { isForgotten: true });
    expect(await directory(database.ownerUrl)).toEqual([{ id: theirs.tenantId, state: 'removed', isThere: false }]);
    expect(await database.asAdmin('select slug from tenant_directory')).toEqual([{ slug: `removed-${theirs.tenantId}` }]);
    expect(await db.listTenants()).toEqual([]);
  });

  it('can be done again', async () => {
    await markExample(theirs);
    for (const _ of [1, 2]) await purgeTenant(database.ownerUrl, theirs.tenantId, { isForgotten: false });
    expect((await directory(database.ownerUrl)).filter(({ isThere }) => isThere)).toHaveLength(1);
  });

  it('keeps an account that is a member elsewhere, and one that was not made with the example', async () => {
    await markExample(theirs);
    await database.asAdmin('update member set account_id = $2 where id = $1', [ours.memberIds[0], theirs.accountIds[0]]);
    await database.asAdmin('update account set is_example = false where id = $1', [theirs.accountIds[1]]);
    expect(await purgeTenant(database.ownerUrl, theirs.tenantId, { isForgotten: false })).toEqual([]);
    expect(await accountsLeft(theirs)).toBe(4);
  });
});

describe('what is no example', () => {
  it('is refused, and nothing of it is gone', async () => {
    const before = await rowsOf(theirs);
    await expect(purgeTenant(database.ownerUrl, theirs.tenantId, { isForgotten: false })).rejects.toThrow('example');
    expect(await rowsOf(theirs)).toEqual(before);
  });

  it('keeps its events also from the owner of the tables', async () => {
    await expect(database.asAdmin(`begin; set local role ketenregie_owner; select set_config('app.tenant_id', '${theirs.tenantId}', true), set_config('app.all_clients', 'on', true);
      delete from audit_event; commit`)).rejects.toThrow('append-only');
    await database.asAdmin('rollback');
  });

  it('keeps the events of an example from the app', async () => {
    await markExample(theirs);
    await expect(db.write(theirs.everything, (writer) => writer.query('delete from audit_event'))).rejects.toThrow('permission denied');
  });
});
