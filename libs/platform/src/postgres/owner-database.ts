import { embeddedUrl, superuserUrlOf, withConnection } from './connection.js';

export const OWNER_ROLE = 'ketenregie_owner';
export const DATABASE = 'ketenregie';

export interface OwnerDatabase {
  readonly port: number;
  readonly superuserPassword: string;
  readonly ownerPassword: string;
}

/**
 * Makes the owner role and the database where they are missing, and sets the owner's password to ours. The owner is no superuser
 * and bypasses nothing: it may make roles, because migrations make the two restricted ones. Returns the owner's address.
 */
export async function ensureOwnerDatabase({ port, superuserPassword, ownerPassword }: OwnerDatabase): Promise<string> {
  await withConnection(superuserUrlOf(port, superuserPassword), async (client) => {
    const role = await client.query('select 1 from pg_roles where rolname = $1', [OWNER_ROLE]);
    const verb = role.rowCount === 0 ? 'create' : 'alter';
    await client.query(`${verb} role ${OWNER_ROLE} login nosuperuser nobypassrls nocreatedb createrole password ${client.escapeLiteral(ownerPassword)}`);
    const database = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (database.rowCount === 0) await client.query(`create database ${DATABASE} owner ${OWNER_ROLE}`);
  });
  return embeddedUrl({ role: OWNER_ROLE, password: ownerPassword, database: DATABASE, port });
}
