import type { QueryRunner } from 'typeorm';

/**
 * The one frozen stamp of every tenant table: row-level security forced, the walls as policies, grants, the tenant default.
 * Frozen: a later change of the walls is a new stamp beside this one, so that old migrations keep meaning what they meant.
 *
 * Walls (decision 0002): `tenant` = the tenant alone; `internal` = members of the tenant's own staff; `client` = the tenant and,
 * within it, the clients in scope; `client-or-own` = the same, and the tenant's own client readable for staff;
 * `client-or-none` = as client, rows without a client only for members with all clients; `all-clients` = staff with all clients.
 */
export type Wall = 'tenant' | 'internal' | 'client' | 'client-or-own' | 'client-or-none' | 'all-clients';

const TENANT = `tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid)`;
const ALL_CLIENTS = `(select current_setting('app.all_clients', true)) = 'on'`;
const INTERNAL = `(select current_setting('app.internal', true)) = 'on'`;

const inScope = (column: string): string =>
  `(${ALL_CLIENTS} or ${column} = any ((select nullif(current_setting('app.client_ids', true), '')::uuid[])::uuid[]))`;

function wallCondition(wall: Wall, column: string): string {
  switch (wall) {
    case 'tenant':
      return TENANT;
    case 'internal':
      return `${TENANT} and ${INTERNAL}`;
    case 'all-clients':
      return `${TENANT} and ${ALL_CLIENTS} and ${INTERNAL}`;
    case 'client':
    case 'client-or-own':
      return `${TENANT} and ${inScope(column)}`;
    case 'client-or-none':
      return `${TENANT} and (${ALL_CLIENTS} or (${column} is not null and ${inScope(column)}))`;
  }
}

export interface Stamp {
  readonly table: string;
  readonly wall: Wall;
  /** The column of the client wall; `client_id` unless said (the client table's own is `id`). */
  readonly clientColumn?: string;
  /** What the app role may do; version tables and events are never deleted. */
  readonly grants?: string;
}

/** Stamps one table that was created just before, in the same migration. */
export async function stamp(runner: QueryRunner, { table, wall, clientColumn = 'client_id', grants = 'select, insert, update' }: Stamp): Promise<void> {
  const condition = wallCondition(wall, clientColumn);
  await runner.query(`
    alter table ${table} enable row level security;
    alter table ${table} force row level security;
    alter table ${table} alter column tenant_id set default nullif(current_setting('app.tenant_id', true), '')::uuid;
    create policy wall on ${table} for all using (${condition}) with check (${condition});
    grant ${grants} on ${table} to ketenregie_app;
  `);
  if (wall === 'client-or-own') {
    await runner.query(
      `create policy own_client_readable on ${table} for select using (${TENANT} and ${INTERNAL} and ${clientColumn} = tenant_id);`,
    );
  }
}

/** The four columns of the two time axes that every version table carries (decision 0007). */
export const VERSION_COLUMNS = `
    valid_from date,
    valid_until date,
    recorded_at timestamptz not null default now(),
    superseded_at timestamptz,
    import_id uuid,
    recorded_by text not null,
    check (valid_until is null or valid_from is null or valid_until >= valid_from),
    check (superseded_at is null or superseded_at >= recorded_at)`;

/** SQL comments of the version columns; every column has one. */
export async function commentVersions(runner: QueryRunner, table: string): Promise<void> {
  await runner.query(`
    comment on column ${table}.valid_from is 'First day this description holds; null = as far back as is known';
    comment on column ${table}.valid_until is 'Last day this description holds, inclusive, to 24:00 Europe/Amsterdam; null = until further notice';
    comment on column ${table}.recorded_at is 'When we knew it (database clock)';
    comment on column ${table}.superseded_at is 'When a later recording replaced it; null = still believed';
    comment on column ${table}.import_id is 'The import that brought it, if one did';
    comment on column ${table}.recorded_by is 'Who recorded it: member:<id>, operator or system';`);
}
