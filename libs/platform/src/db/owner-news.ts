import { Client } from 'pg';

/**
 * Listens, as the owner, for news that a transaction of the app sends with `pg_notify` on a channel. It comes after the commit and at most once: what
 * must not be missed is looked for at the start too. Returns how to stop.
 */
export async function listenAsOwner(ownerUrl: string, channel: string, onNews: () => void): Promise<() => Promise<void>> {
  const client = new Client({ connectionString: ownerUrl });
  // A lost connection ends the listening and nothing else.
  client.on('error', () => undefined);
  client.on('notification', onNews);
  await client.connect();
  await client.query(`listen ${client.escapeIdentifier(channel)}`);
  return () => client.end();
}
