import type { Scope } from './scope.js';

/** The reading half of a transaction: SQL with positional parameters, one statement at a time. Rows come back as plain objects. */
export interface Reader {
  /** Whose rows it shows, where it shows one unchanging state of them: what is read then may be kept under the version of the facts. */
  readonly snapshotOf?: Scope;
  query<Row>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
}

/** The one row of a query that must have one; an error in our own SQL otherwise, never a person's fault. */
export async function queryOne<Row>(reader: Reader, sql: string, values: readonly unknown[] = []): Promise<Row> {
  const [row] = await reader.query<Row>(sql, values);
  if (row === undefined) throw new Error('A query that must give a row gave none');
  return row;
}

/** TypeORM answers UPDATE and DELETE with [rows, count]; everything else with rows. */
export function returnedRows<Row>(result: unknown): Row[] {
  if (!Array.isArray(result)) return [];
  const isRowsAndCount = result.length === 2 && Array.isArray(result[0]) && typeof result[1] === 'number';
  return (isRowsAndCount ? result[0] : result) as Row[];
}
