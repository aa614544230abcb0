import { newId } from '@ketenregie/kernel';
import type { TenantDb } from '@ketenregie/platform/db';
import { systemScope } from '@ketenregie/platform/db';

export interface NewMember {
  readonly name: string;
  readonly login?: string;
  readonly roles: readonly string[];
  /** All clients where left out. */
  readonly clientIds?: readonly string[];
  readonly personId?: string;
  readonly language?: 'nl' | 'en';
}

/** A member as specs point at him. */
export interface PlantedMember {
  readonly memberId: string;
  readonly login: string;
}

/** Plants a member with an account of his own. */
export async function plantMember(db: TenantDb, tenantId: string, { name, login, roles, clientIds, personId, language = 'nl' }: NewMember): Promise<PlantedMember> {
  const [accountId, memberId] = [newId(), newId()];
  const address = login ?? `${name.toLowerCase().replace(/[^a-z]+/g, '.')}.${memberId}@office.example`;
  await db.identity.open({ accountId }, (reader) => reader.query('insert into account (id, login, display_name, language) values ($1, $2, $3, $4)', [accountId, address, name, language]));
  await db.write(systemScope(tenantId), async (writer) => {
    await writer.query('insert into member (id, account_id, display_name, roles, has_all_clients, is_internal, person_id) values ($1, $2, $3, $4, $5, true, $6)', [memberId, accountId, name, roles, clientIds === undefined, personId ?? null]);
    await writer.query('insert into member_client (member_id, client_id) select $1, * from unnest($2::uuid[])', [memberId, clientIds ?? []]);
  });
  return { memberId, login: address };
}
