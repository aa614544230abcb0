import type { TenantDb } from '@ketenregie/platform/db';
import type { SignedIn, Viewer } from '@ketenregie/platform/graphql';

interface MembershipRow {
  readonly id: string;
  readonly roles: string[];
  readonly has_all_clients: boolean;
  readonly is_internal: boolean;
  readonly person_id: string | null;
  readonly language: 'nl' | 'en';
  readonly time_zone: string;
}

/** Where there is no such tenant, the same is looked up as in one where he is nobody: neither answer nor time tells which it was. */
const NO_TENANT = '00000000-0000-0000-0000-000000000000';

/**
 * What an account is in a tenant, or null: no such tenant, no member, ended or blocked look the same. Read anew for each request, so that
 * what was taken away is gone at the next one.
 */
export async function resolveViewer(db: TenantDb, { accountId }: SignedIn, tenantSlug: string): Promise<Viewer | null> {
  const tenantId = (await db.findTenant(tenantSlug))?.id ?? NO_TENANT;
  const member = await db.identity.open({ accountId, tenantId }, async (reader) => {
    const [row] = await reader.query<MembershipRow>(
      `select m.id, m.roles, m.has_all_clients, m.is_internal, m.person_id, a.language, t.time_zone
       from member m join account a on a.id = m.account_id join tenant t on t.tenant_id = m.tenant_id
       where m.tenant_id = $1 and m.account_id = $2 and m.state = 'active' and a.blocked_at is null`,
      [tenantId, accountId],
    );
    return row;
  });
  if (member === undefined) return null;
  const clientIds = member.has_all_clients ? [] : await clientsOf(db, tenantId, member.id);
  return {
    accountId,
    memberId: member.id,
    personId: member.person_id,
    tenantSlug,
    roles: member.roles,
    language: member.language,
    timeZone: member.time_zone,
    scope: { tenantId, actor: `member:${member.id}`, hasAllClients: member.has_all_clients, clientIds, isInternal: member.is_internal },
  };
}

async function clientsOf(db: TenantDb, tenantId: string, memberId: string): Promise<string[]> {
  return db.identity.open({ tenantId, memberId }, async (reader) => {
    const rows = await reader.query<{ client_id: string }>('select client_id from member_client where tenant_id = $1 and member_id = $2', [tenantId, memberId]);
    return rows.map((row) => row.client_id);
  });
}
