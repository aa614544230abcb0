import { inOwnerTransaction } from './owner-transaction.js';
import type { Reader } from './reader.js';

/** A tenant in the directory, whatever its state. */
export interface AnyDirectoryEntry {
  readonly id: string;
  readonly state: 'preparing' | 'active' | 'suspended' | 'removed';
  /** Its rows are still there. */
  readonly isThere: boolean;
}

const scopeTo = (reader: Reader, tenantId: string): Promise<unknown> =>
  reader.query(`select set_config('app.tenant_id', $1, true), set_config('app.all_clients', 'on', true), set_config('app.internal', 'on', true)`, [tenantId]);

/** Slugs of removed examples begin so: they stay as a sign that the example was here, and hold no name. */
export const REMOVED = 'removed-';

/** All tenants that were ever made here: the active, those in the making, and what is left of removed examples. */
export async function directory(ownerUrl: string): Promise<readonly AnyDirectoryEntry[]> {
  return inOwnerTransaction(ownerUrl, (reader) =>
    reader.query<AnyDirectoryEntry>(`select id, state, not starts_with(slug, $1) as "isThere" from tenant_directory order by created_at, id`, [REMOVED]),
  );
}

/** Opens tenants that were being made, all at once. */
export async function openTenants(ownerUrl: string, tenantIds: readonly string[]): Promise<void> {
  await inOwnerTransaction(ownerUrl, async (reader) => {
    for (const tenantId of tenantIds) {
      await scopeTo(reader, tenantId);
      await reader.query(`update tenant_directory set state = 'active' where id = $1 and state = 'preparing'`, [tenantId]);
    }
  });
}

interface Edge {
  readonly child: string;
  readonly parent: string;
}

/** The tables that hold rows of tenants, each before those it points at. */
async function tablesFirstToLast(reader: Reader): Promise<string[]> {
  const tables = await reader.query<{ readonly name: string }>(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`,
  );
  const edges = await reader.query<Edge>(
    `select distinct k.conrelid::regclass::text as child, k.confrelid::regclass::text as parent from pg_constraint k where k.contype = 'f' and k.conrelid <> k.confrelid`,
  );
  const left = new Set(tables.map(({ name }) => name));
  const ordered: string[] = [];
  while (left.size > 0) {
    const free = [...left].filter((name) => !edges.some(({ child, parent }) => parent === name && child !== name && left.has(child)));
    if (free.length === 0) throw new Error(`Tables that point at each other: ${[...left].join(', ')}`);
    for (const name of free) left.delete(name);
    ordered.push(...free);
  }
  return ordered;
}

/** Accounts that were made with the example and are members nowhere else, with their sessions. */
async function deleteAccounts(reader: Reader, accountIds: readonly string[]): Promise<string[]> {
  const logins: string[] = [];
  for (const accountId of accountIds) {
    await reader.query(`select set_config('app.account_id', $1, true)`, [accountId]);
    const [account] = await reader.query<{ readonly login: string }>(
      'select login from account where id = $1 and is_example and not exists (select 1 from member where account_id = $1)', [accountId]);
    if (account === undefined) continue;
    await reader.query('delete from session where account_id = $1', [accountId]);
    await reader.query('delete from account where id = $1', [accountId]);
    logins.push(account.login);
  }
  return logins;
}

/**
 * Deletes an example tenant in one transaction: every row of it in every table, its events too, and the accounts made with it. A tenant that is no
 * example is refused by the walls of the event log, and nothing is deleted. `isForgotten` takes its directory entry away as well; else the entry stays,
 * without its slug. Returns the logins that are gone.
 */
export async function purgeTenant(ownerUrl: string, tenantId: string, { isForgotten }: { readonly isForgotten: boolean }): Promise<readonly string[]> {
  return inOwnerTransaction(ownerUrl, async (reader) => {
    await scopeTo(reader, tenantId);
    // Locked first: whoever still writes into it is waited for, and whoever comes after finds no tenant.
    const [tenant] = await reader.query<{ readonly isExample: boolean }>('select is_example as "isExample" from tenant for update');
    if (tenant?.isExample === false) throw new Error('Only an example tenant is ever deleted');
    const members = await reader.query<{ readonly id: string }>('select account_id as id from member');
    for (const table of await tablesFirstToLast(reader)) await reader.query(`delete from "${table}" where tenant_id = $1`, [tenantId]);
    if (isForgotten) await reader.query('delete from tenant_directory where id = $1', [tenantId]);
    else await reader.query(`update tenant_directory set state = 'removed', slug = $2 || id, next_due_at = null where id = $1`, [tenantId, REMOVED]);
    return deleteAccounts(reader, members.map(({ id }) => id));
  });
}
