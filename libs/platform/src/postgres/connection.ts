import pg from 'pg';

export interface EmbeddedLogin {
  readonly role: string;
  readonly password: string;
  readonly database: string;
  readonly port: number;
}

/** The address of a database of the embedded server. */
export function embeddedUrl({ role, password, database, port }: EmbeddedLogin): string {
  return `postgresql://${role}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

/** Runs some work over one connection of its own and closes it. Throws what connecting or the work throws. */
export async function withConnection<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000, application_name: 'ketenregie-launcher' });
  // A connection that the server cuts while idle must not end the process; the statement in flight fails by itself.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The superuser's address: for the launcher alone. */
export function superuserUrlOf(port: number, password: string): string {
  return embeddedUrl({ role: 'postgres', password, database: 'postgres', port });
}

/** Whether the embedded server on that port lets its superuser in. */
export async function canConnect(port: number, superuserPassword: string): Promise<boolean> {
  try {
    await withConnection(superuserUrlOf(port, superuserPassword), (client) => client.query('select 1'));
    return true;
  } catch {
    return false;
  }
}
