import type { ReviewingMember } from '@ketenregie/reviews-domain';
import type { Reader } from '@ketenregie/platform/db';

interface MemberRow {
  readonly memberId: string;
  readonly personId: string | null;
  readonly names: string[];
  readonly roles: string[];
  readonly hasAllClients: boolean;
  readonly clientIds: string[];
}

/** Roles that may decide in a review, as a list for SQL. Source: `review.decide` of the role x action table; a spec holds the two together. */
export const DECIDING_ROLES = ['owner', 'office-administrator', 'adviser'] as const;

const MEMBERS = `select m.id as "memberId", m.person_id as "personId", m.roles, m.has_all_clients as "hasAllClients",
    array_remove(array[nullif(m.display_name, ''), v.full_name], null) as names,
    array(select c.client_id from member_client c where c.tenant_id = m.tenant_id and c.member_id = m.id) as "clientIds"
  from member m
  left join lateral (select v.full_name from person_version v where v.tenant_id = m.tenant_id and v.person_id = m.person_id and v.superseded_at is null
    order by v.valid_from desc nulls last, v.id limit 1) v on true
  where m.state = 'active' and m.is_internal and m.roles && $1::text[] order by m.created_at, m.id`;

/** The members who may decide in a review, oldest first, with the clients they see: one statement. */
export async function reviewingMembers(reader: Reader): Promise<ReviewingMember[]> {
  const rows = await reader.query<MemberRow>(MEMBERS, [DECIDING_ROLES]);
  return rows.map(({ memberId, personId, names, roles, hasAllClients, clientIds }) => ({
    ...{ memberId, personId, names, clients: hasAllClients ? 'all' : new Set(clientIds) },
    isAdviser: roles.includes('adviser'),
    isOfficeAdministrator: roles.includes('office-administrator') || roles.includes('owner'),
  }));
}

/** How a member is named, as SQL over the alias of `member`: his name in the tenant, else his person's. */
export const memberNameSql = (m: string): string => `coalesce(nullif(${m}.display_name, ''), (select v.full_name from person_version v
    where v.tenant_id = ${m}.tenant_id and v.person_id = ${m}.person_id and v.superseded_at is null order by v.valid_from desc nulls last, v.id limit 1), '')`;

/** Names of actors (`member:<id>`) by actor; `operator` and `system` are left out and shown as they are. */
export async function actorNames(reader: Reader, actors: readonly string[]): Promise<Map<string, string>> {
  const ids = [...new Set(actors)].filter((actor) => actor.startsWith('member:')).map((actor) => actor.slice('member:'.length));
  const rows = await reader.query<{ id: string; name: string }>(`select m.id, ${memberNameSql('m')} as name from member m where m.id = any($1::uuid[])`, [ids]);
  return new Map(rows.map(({ id, name }) => [`member:${id}`, name]));
}

/** The person that the acting member is, or null: no member, or no person known. */
export async function ownPersonId(reader: Reader, actor: string): Promise<string | null> {
  if (!actor.startsWith('member:')) return null;
  const [row] = await reader.query<{ personId: string | null }>('select person_id as "personId" from member where id::text = $1', [actor.slice('member:'.length)]);
  return row?.personId ?? null;
}
