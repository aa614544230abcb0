/** The rules every database of the product is held to; each has a planted fault in `walls.db-spec.ts` that it must find. */
export const WALL_RULES = [
  'row-security',
  'forced',
  'policy-for-command',
  'policy-open',
  'policy-tenant',
  'policy-client',
  'with-check',
  'tenant-column',
  'primary-key',
  'unique-key',
  'foreign-key-tenant',
  'foreign-key-client',
  'foreign-key-cascade',
  'foreign-key-index',
  'foreign-key-absent',
  'view-invoker',
  'materialised-view',
  'definer-function',
  'read-only',
  'table-grant',
  'history-grant',
  'role',
  'role-owns',
  'role-create',
  'queue-reach',
  'table-comment',
  'column-comment',
  'stale-exception',
] as const;

export type WallRule = (typeof WALL_RULES)[number];

/** One fault. `object` is what an exception may name: the table, or `table.part` for a policy, key or column of it. */
export interface Finding {
  readonly table: string;
  readonly rule: WallRule;
  readonly object: string;
  readonly detail: string;
}
