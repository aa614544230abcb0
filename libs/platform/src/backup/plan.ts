import { DomainError } from '@ketenregie/kernel';
import type { Reader } from '../db/index.js';

/** A table that is backed up. */
export interface PlannedTable {
  readonly table: string;
  /** Without those that the database computes. */
  readonly columns: readonly string[];
  readonly keyColumns: readonly string[];
  /** The column that says whose a row is; null for what belongs to no tenant. */
  readonly tenantColumn: string | null;
}

/** Tables that are not in a backup, and why. A new entry needs its reason. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  schema_migration: 'The migrations themselves write it, as they run before the rows come back',
  session: 'Nobody stays signed in by a restore: a session that was ended since would live again',
  sign_in_attempt: 'Counts of the last minutes, worth nothing later',
  facts_change: 'The version of the facts in this very database: bringing them back gives them one of its own',
};

interface CatalogueRow {
  readonly table: string;
  readonly columns: readonly string[];
  readonly keyColumns: readonly string[];
  readonly hasTenant: boolean;
  readonly isSecured: boolean;
  readonly isOpenToOwner: boolean;
  readonly needs: readonly string[];
}

const CATALOGUE = `
  select c.relname as table, c.relrowsecurity as "isSecured",
    array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
    array(select a.attname::text from pg_index x, unnest(x.indkey::int2[]) with ordinality k(attnum, nr) join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
      where x.indrelid = c.oid and x.indisprimary order by k.nr) as "keyColumns",
    exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped) as "hasTenant",
    exists (select 1 from pg_policy p where p.polrelid = c.oid and c.relowner = any (p.polroles) and p.polcmd in ('*', 'r')) as "isOpenToOwner",
    array(select distinct t.relname::text from pg_constraint f join pg_class t on t.oid = f.confrelid where f.contype = 'f' and f.conrelid = c.oid and f.confrelid <> c.oid) as needs
  from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`;

function tenantColumnOf({ table, hasTenant }: CatalogueRow): string | null {
  if (hasTenant) return 'tenant_id';
  return table === 'tenant_directory' ? 'id' : null;
}

/** A table of no tenant whose rows the owner cannot see would be empty in the backup, and nobody would notice. */
function assertSeen({ table, isSecured, isOpenToOwner }: CatalogueRow, tenantColumn: string | null): void {
  if (tenantColumn !== null || !isSecured || isOpenToOwner) return;
  throw new DomainError(
    'TABLE_NOT_COVERED',
    `The table ${table} is of no tenant, and its owner may not copy it. No backup was made. Run: npm run --silent cli -- migrate. Where the database is up to date this is a fault of this version: report it.`,
  );
}

/** Every table behind those that it refers to. */
function inOrder(rows: readonly CatalogueRow[]): CatalogueRow[] {
  const ordered: CatalogueRow[] = [];
  const waiting = new Map(rows.map((row) => [row.table, row]));
  while (waiting.size > 0) {
    const ready = [...waiting.values()].filter(({ needs }) => !needs.some((name) => waiting.has(name)));
    if (ready.length === 0) throw new Error(`These tables refer to each other in a circle: ${[...waiting.keys()].join(', ')}`);
    for (const row of ready) waiting.delete(row.table);
    ordered.push(...ready);
  }
  return ordered;
}

/** Which tables are backed up, in an order in which they can be put back. Reads the catalogue of the database, so that a new table is never forgotten. */
export async function planBackup(reader: Reader): Promise<PlannedTable[]> {
  const rows = (await reader.query<CatalogueRow>(CATALOGUE)).filter(({ table }) => !(table in LEFT_OUT));
  return inOrder(rows).map((row) => {
    const tenantColumn = tenantColumnOf(row);
    assertSeen(row, tenantColumn);
    return { table: row.table, columns: row.columns, keyColumns: row.keyColumns, tenantColumn };
  });
}
