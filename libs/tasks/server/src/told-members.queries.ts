import type { Reader } from '@ketenregie/platform/db';
import type { ToldMember } from '@ketenregie/tasks-domain';
import { isRole, mayDo } from '@ketenregie/tenants-domain';

interface MemberRow extends Pick<ToldMember, 'memberId' | 'personId' | 'names'> {
  readonly roles: readonly string[];
  readonly hasAllClients: boolean;
  readonly clientIds: readonly string[];
}

const MEMBERS = `select m.id as "memberId", m.person_id as "personId", m.roles, m.has_all_clients as "hasAllClients",
    array_remove(array[m.display_name, (select p.full_name from person_version p where p.person_id = m.person_id and p.superseded_at is null order by p.valid_from desc nulls last limit 1)], null) as names,
    array(select c.client_id::text from member_client c where c.member_id = m.id) as "clientIds"
  from member m where m.state = 'active' and m.is_internal order by m.created_at, m.id`;

/** The active members of the tenant's own staff, oldest first: among them the rule finds who is told of a task. */
export async function toldMembers(reader: Reader): Promise<ToldMember[]> {
  const rows = await reader.query<MemberRow>(MEMBERS);
  return rows.map(({ roles, hasAllClients, clientIds, ...member }) => ({
    ...member,
    clients: hasAllClients ? 'all' : new Set(clientIds),
    isAdviser: roles.includes('adviser'),
    isOfficeAdministrator: roles.includes('office-administrator'),
    isOwner: roles.includes('owner'),
    seesTasks: mayDo(roles.filter(isRole), 'task.see'),
  }));
}
