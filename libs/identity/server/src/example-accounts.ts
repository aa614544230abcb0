import type { TenantDb } from '@ketenregie/platform/db';
import { queryOne, systemScope } from '@ketenregie/platform/db';

/** What somebody of the examples is in one of them. */
export interface ExamplePlace {
  readonly tenant: string;
  readonly roles: readonly string[];
  /** How many clients he sees; null = all. */
  readonly clients: number | null;
}

/** An account with which anybody may look around. */
export interface ExampleAccount {
  readonly email: string;
  readonly name: string;
  readonly places: readonly ExamplePlace[];
}

async function placesOf(db: TenantDb, accountId: string): Promise<ExamplePlace[]> {
  const memberships = await db.identity.open({ accountId }, (reader) =>
    reader.query<{ memberId: string; tenantId: string; roles: string[]; hasAll: boolean }>(
      `select m.id as "memberId", d.id as "tenantId", m.roles, m.has_all_clients as "hasAll" from member m join tenant_directory d on d.id = m.tenant_id
       where m.account_id = $1 and m.state = 'active' and d.state = 'active' order by d.slug`,
      [accountId],
    ),
  );
  const places: ExamplePlace[] = [];
  for (const { memberId, tenantId, roles, hasAll } of memberships) {
    const tenant = await db.read(systemScope(tenantId), (reader) =>
      queryOne<{ name: string; isExample: boolean; clients: number }>(reader, `select t.name, t.is_example as "isExample", (select count(*)::int from member_client c where c.member_id = $1) as clients from tenant t`, [memberId]),
    );
    if (tenant.isExample) places.push({ tenant: tenant.name, roles, clients: hasAll ? null : tenant.clients });
  }
  return places;
}

/**
 * What there is to say at the door of the accounts with these logins: those that were made with an example and are a member of one still. Of a
 * tenant that is no example nothing is said, also where such an account is a member of it.
 */
export async function exampleAccounts(db: TenantDb, logins: readonly string[]): Promise<ExampleAccount[]> {
  const accounts: ExampleAccount[] = [];
  for (const email of logins) {
    const [account] = await db.identity.open({ login: email }, (reader) =>
      reader.query<{ id: string; name: string }>('select id, display_name as name from account where login = $1 and is_example and blocked_at is null and password_hash is not null', [email]),
    );
    const places = account === undefined ? [] : await placesOf(db, account.id);
    if (account !== undefined && places.length > 0) accounts.push({ email, name: account.name, places });
  }
  return accounts;
}
