import type { Reader, Scope, TenantDb } from '@ketenregie/platform/db';
import type { Frequency, ToldMember } from '@ketenregie/notices-domain';
import { toldMembers } from '@ketenregie/tasks-server';
import type { Role } from '@ketenregie/tenants-domain';

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
  readonly roles: readonly Role[];
}

type Settings = Omit<DigestMember, keyof ToldMember>;

const SETTINGS = `select m.id as "memberId", m.account_id as "accountId", m.display_name as "displayName", m.roles,
    coalesce(s.hour, 7) as hour, coalesce(s.time_zone, (select time_zone from tenant)) as "timeZone", coalesce(s.frequency, 'daily') as frequency, coalesce(s.weekday, 1) as weekday, s.language,
    (extract(epoch from s.since_at) * 1000)::float8 as "sinceMs", s.looked_at_period as "lookedAtPeriod", s.suppressed_at is not null as "isSuppressed"
  from member m left join digest_setting s on s.member_id = m.id where m.state = 'active' and m.is_internal`;

/** The active members of the tenant's own staff, oldest first, with their settings or what counts without. */
export async function digestMembers(reader: Reader): Promise<DigestMember[]> {
  const settings = new Map((await reader.query<Settings & { readonly memberId: string }>(SETTINGS)).map((row) => [row.memberId, row]));
  return (await toldMembers(reader)).flatMap((member) => {
    const own = settings.get(member.memberId);
    return own === undefined ? [] : [{ ...own, ...member }];
  });
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
