import { type TenantDb, queryOne } from '@ketenregie/platform/db';
import { systemScope } from '@ketenregie/platform/db';

export interface Membership {
  readonly slug: string;
  readonly name: string;
  readonly kind: string;
  readonly isExample: boolean;
  readonly timeZone: string;
}

/** The tenants an account is a member of, by name: for the tenant switcher. Names are read inside each tenant's own walls. */
export async function membershipsOf(db: TenantDb, accountId: string): Promise<Membership[]> {
  const mine = await db.identity.open({ accountId }, (reader) =>
    reader.query<{ id: string; slug: string }>(
      `select d.id, d.slug from member m join tenant_directory d on d.id = m.tenant_id
       where m.account_id = $1 and m.state = 'active' and d.state = 'active' order by d.slug`,
      [accountId],
    ),
  );
  const memberships: Membership[] = [];
  for (const { id, slug } of mine) {
    const tenant = await db.read(systemScope(id), (reader) => queryOne<Omit<Membership, 'slug'>>(reader, 'select name, kind, is_example as "isExample", time_zone as "timeZone" from tenant'));
    memberships.push({ slug, ...tenant });
  }
  return memberships;
}
