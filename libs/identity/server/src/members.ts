import { InvalidInputError, newId } from '@ketenregie/kernel';
import type { Writer } from '@ketenregie/platform/db';
import { type Role, isInternalRole } from '@ketenregie/tenants-domain';

export interface NewMember {
  readonly accountId: string;
  readonly roles: readonly Role[];
  /** All clients, or just these. */
  readonly clients: 'all' | readonly string[];
  readonly personId?: string;
  /** As the tenant's log names him. */
  readonly displayName?: string;
}

/**
 * Makes an account a member of the tenant in scope. A client contact is never mixed with a role of the staff, and never has all clients.
 * Returns the member's id.
 */
export async function addMember(writer: Writer, { accountId, roles, clients, personId, displayName = '' }: NewMember): Promise<string> {
  const internal = roles.filter(isInternalRole);
  if (roles.length === 0) throw new InvalidInputError('A member has at least one role.', 'roles');
  if (internal.length > 0 && internal.length < roles.length) throw new InvalidInputError('A client contact has no other role.', 'roles');
  if (internal.length === 0 && (clients === 'all' || clients.length !== 1)) throw new InvalidInputError('A client contact belongs to exactly one client.', 'clients');
  const id = newId();
  await writer.query('insert into member (id, account_id, roles, has_all_clients, is_internal, person_id, display_name) values ($1, $2, $3, $4, $5, $6, $7)', [
    id, accountId, roles, clients === 'all', internal.length > 0, personId ?? null, displayName,
  ]);
  if (clients !== 'all') await writer.query('insert into member_client (member_id, client_id) select $1, unnest($2::uuid[])', [id, clients]);
  await writer.audit({ action: 'member.added', objectKind: 'member', objectId: id, payload: { roles, clients: clients === 'all' ? 'all' : clients.length } });
  return id;
}
