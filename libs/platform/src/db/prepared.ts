/** Names by text, of the statements that are planned once a connection. */
const names = new Map<string, string>();

/** More texts than these are no few shapes of a statement: they would fill every connection. */
const MOST = 200;

/**
 * Marks a statement that is asked often and has few shapes: a snapshot's connection plans it once, and not at each question. The walls are read from
 * the settings when it runs, so a plan is of no tenant. Returns the text.
 */
export function prepared(sql: string): string {
  if (!names.has(sql) && names.size < MOST) names.set(sql, `shape-${names.size}`);
  return sql;
}

/** The name of a statement that was marked. */
export const preparedName = (sql: string): string | undefined => names.get(sql);
