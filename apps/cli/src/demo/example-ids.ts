import { type TenantDb, queryOne, systemScope } from '@ketenregie/platform/db';

/** The tenants that are examples, of those that are open: each is asked within its own walls. */
export async function exampleTenantIds(db: TenantDb): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const { id } of await db.listTenants()) {
    const { isExample } = await db.read(systemScope(id), (reader) => queryOne<{ isExample: boolean }>(reader, 'select is_example as "isExample" from tenant'));
    if (isExample) ids.push(id);
  }
  return ids;
}
