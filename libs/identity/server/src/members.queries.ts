import type { Reader, TenantDb } from '@ketenregie/platform/db';

/** Somebody with an account here. */
export interface MemberRecord {
  readonly id: string;
  readonly accountId: string;
  readonly displayName: string;
  readonly roles: readonly string[];
  readonly hasAllClients: boolean;
  readonly clientCount: number;
}

/** The active members of the tenant in scope, by name. The wall lets only staff see them. */
export function activeMembers(reader: Reader): Promise<MemberRecord[]> {
  return reader.query(
    `select m.id, m.account_id as "accountId", m.display_name as "displayName", m.roles, m.has_all_clients as "hasAllClients",
       (select count(*)::int from member_client c where c.tenant_id = m.tenant_id and c.member_id = m.id) as "clientCount"
     from member m where m.state = 'active' order by lower(m.display_name), m.id`,
  );
}

/** The login and own name of an account, or null: accounts are seen one by one, never as a list (decision 0004). */
export async function accountCard(db: TenantDb, accountId: string): Promise<{ readonly login: string; readonly displayName: string } | null> {
  const [card] = await db.identity.open({ accountId }, (reader) =>
    reader.query<{ login: string; displayName: string }>('select login, display_name as "displayName" from account where id = $1', [accountId]),
  );
  return card ?? null;
}
