import type { Reader, Scope, TenantDb } from '@ketenregie/platform/db';
import type { Frequency, ToldMember } from '@ketenregie/notices-domain';

/** A member of the tenant's own staff who may get a digest, and how he wants it. */
export interface DigestMember extends ToldMember {
  readonly accountId: string;
  readonly displayName: string;
  readonly hour: number;
  readonly timeZone: string;
  readonly frequency: Frequency;
  readonly weekday: number;
  readonly language: 'nl' | 'en' | null;
  /** Milliseconds since 1970 (product clock); null: no setting of his is stored yet. */
  readonly sinceMs: number | null;
  readonly lookedAtPeriod: string | null;
  readonly isSuppressed: boolean;
}

interface MemberRow extends Omit<DigestMember, 'clients' | 'isAdviser' | 'isOfficeAdministrator' | 'isOwner'> {
  readonly roles: readonly string[];
  readonly hasAllClients: boolean;
  readonly clientIds: readonly string[];
}

const MEMBERS = `select m.id as "memberId", m.account_id as "accountId", m.person_id as "personId", m.display_name as "displayName", m.roles, m.has_all_clients as "hasAllClients",
    array_remove(array[m.display_name, (select p.full_name from person_version p where p.person_id = m.person_id and p.superseded_at is null order by p.valid_from desc nulls last limit 1)], null) as names,
    array(select c.client_id::text from member_client c where c.member_id = m.id) as "clientIds",
    coalesce(s.hour, 7) as hour, coalesce(s.time_zone, (select time_zone from tenant)) as "timeZone", coalesce(s.frequency, 'daily') as frequency, coalesce(s.weekday, 1) as weekday, s.language,
    (extract(epoch from s.since_at) * 1000)::float8 as "sinceMs", s.looked_at_period as "lookedAtPeriod", s.suppressed_at is not null as "isSuppressed"
  from member m left join digest_setting s on s.member_id = m.id
  where m.state = 'active' and m.is_internal order by m.created_at, m.id`;

/** The active members of the tenant's own staff, oldest first, with their settings or what counts without. */
export async function digestMembers(reader: Reader): Promise<DigestMember[]> {
  const rows = await reader.query<MemberRow>(MEMBERS);
  return rows.map(({ roles, hasAllClients, clientIds, ...member }) => ({
    ...member,
    clients: hasAllClients ? 'all' : new Set(clientIds),
    isAdviser: roles.includes('adviser'),
    isOfficeAdministrator: roles.includes('office-administrator'),
    isOwner: roles.includes('owner'),
  }));
}

/** What a member may see: the scope in which his digest is read. */
export function scopeOfMember(tenantId: string, { memberId, clients }: Pick<DigestMember, 'memberId' | 'clients'>): Scope {
  return { tenantId, actor: `member:${memberId}`, hasAllClients: clients === 'all', clientIds: clients === 'all' ? [] : [...clients], isInternal: true };
}

/** Where a member is reached and in which language; null where his account is blocked. An account is seen one by one. */
export async function addressOf(db: TenantDb, accountId: string): Promise<{ readonly to: string; readonly language: 'nl' | 'en' } | null> {
  const [account] = await db.identity.open({ accountId }, (reader) =>
    reader.query<{ to: string; language: 'nl' | 'en' }>('select login as "to", language from account where id = $1 and blocked_at is null', [accountId]),
  );
  return account ?? null;
}
