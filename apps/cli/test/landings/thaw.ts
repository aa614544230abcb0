import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { ensureRoles } from '@ketenregie/platform/db';
import { readOrCreateSecret, startEmbeddedPostgres, withConnection } from '@ketenregie/platform/postgres';

/** A table as it was frozen: every value as the text that PostgreSQL gives of it. */
export interface FrozenTable {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | null)[])[];
}

interface Statement {
  readonly sql: string;
  readonly values: readonly unknown[];
}

type Client = Parameters<Parameters<typeof withConnection>[1]>[0];

export interface Landing {
  readonly statements: readonly Statement[];
  readonly tables: readonly FrozenTable[];
  /** What the command line of that landing answered. */
  readonly expected: { readonly tenants: readonly object[]; readonly access: readonly { readonly question: Readonly<Record<string, string>>; readonly answer: unknown }[] };
}

const pathOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** What `tools/landings/freeze.mjs` wrote of a landing. */
export function readLanding(name: string): Landing {
  const lines = gunzipSync(readFileSync(pathOf(`${name}.jsonl.gz`))).toString('utf8').trimEnd().split('\n').map((line) => JSON.parse(line) as Statement | FrozenTable);
  return {
    statements: lines.filter((line): line is Statement => 'sql' in line),
    tables: lines.filter((line): line is FrozenTable => 'table' in line),
    expected: JSON.parse(readFileSync(pathOf(`${name}.expected.json`), 'utf8')) as Landing['expected'],
  };
}

/** The rows of a table now, in the columns of the frozen one. */
export async function rowsNow(client: Client, { table, columns }: FrozenTable): Promise<(string | null)[][]> {
  const list = columns.map((column) => `"${column}"::text`).join(', ');
  const { rows } = await client.query<{ row: (string | null)[] }>(`select array[${list}] as row from "${table}" order by 1`);
  return rows.map(({ row }) => row);
}

async function bringBack(client: Client, { table, columns, rows }: FrozenTable): Promise<void> {
  const types = await client.query<{ name: string; type: string }>(`select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute where attrelid = $1::regclass and attnum > 0`, [table]);
  const typeOf = new Map(types.rows.map(({ name, type }) => [name, type]));
  const values = columns.map((column, nr) => `(r->>${nr})::${typeOf.get(column) ?? 'text'}`).join(', ');
  await client.query(`insert into "${table}" (${columns.map((column) => `"${column}"`).join(', ')}) select ${values} from jsonb_array_elements($1::jsonb) r`, [JSON.stringify(rows)]);
}

/** Makes a data folder as that landing left it: its roles, its schema by the statements it ran, its rows. Nothing runs on it afterwards. */
export async function thaw(landing: Landing, dataDir: string): Promise<void> {
  const server = await startEmbeddedPostgres(dataDir, { settings: { fsync: 'off' } });
  try {
    await ensureRoles(server.ownerUrl, { appPassword: readOrCreateSecret(dataDir, 'database-app'), queuePassword: readOrCreateSecret(dataDir, 'database-queue') });
    await withConnection(server.ownerUrl, async (client) => {
      for (const { sql, values } of landing.statements) await client.query(sql, [...values]);
    });
    await withConnection(Object.assign(new URL(server.superuserUrl), { pathname: '/ketenregie' }).toString(), async (client) => {
      // The order of the tables is that of their names: references are looked at again by the test that compares the rows.
      await client.query('set session_replication_role = replica');
      for (const table of landing.tables) await bringBack(client, table);
    });
  } finally {
    await server.stop();
  }
}
