import { Client } from 'pg';

export interface RolePasswords {
  /** Absent: the role is managed elsewhere (DATABASE_APP_URL was given) and only checked. */
  readonly appPassword?: string;
  readonly queuePassword?: string;
}

async function ensureRole(client: Client, role: string, password: string | undefined): Promise<void> {
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role]);
  const secret = password === undefined ? '' : ` password ${client.escapeLiteral(password)}`;
  if (rowCount === 0) await client.query(`create role ${role} login noinherit nocreatedb nocreaterole${secret}`);
  else if (password !== undefined) await client.query(`alter role ${role}${secret}`);
}

/**
 * Makes the two run-time roles as the owner, and the queue's own schema. `ketenregie_app` owns nothing and is bound by row-level
 * security; `ketenregie_queue` owns schema bullmq and nothing else. Run before the migrations.
 */
export async function ensureRoles(ownerUrl: string, { appPassword, queuePassword }: RolePasswords): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(`select pg_advisory_lock(hashtext('ketenregie.roles'))`);
    await ensureRole(client, 'ketenregie_app', appPassword);
    await ensureRole(client, 'ketenregie_queue', queuePassword);
    await client.query(`
      revoke create on schema public from public;
      do $$ begin
        -- Where the roles were made by somebody else, so was this, and the owner could not give it to himself.
        if not pg_has_role(current_user, 'ketenregie_queue', 'set') then grant ketenregie_queue to current_user; end if;
      end $$;
      create schema if not exists bullmq authorization ketenregie_queue;`);
  } finally {
    await client.end();
  }
}
