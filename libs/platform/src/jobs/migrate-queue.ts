import { DEFAULT_SCHEMA, runMigrations } from 'bullmq';
import { withConnection } from '../postgres/index.js';

type Queryable = Parameters<typeof runMigrations>[0];

/** The schema that the queue role owns. */
export const QUEUE_SCHEMA = DEFAULT_SCHEMA;

/**
 * The schema exists: the owner made it. BullMQ would say "create schema if not exists" all the same, and even that asks for the right
 * to create schemas in the database, which the queue role must not have.
 */
function withinSchema(client: Queryable): Queryable {
  return { query: (sql, values) => (sql.startsWith('CREATE SCHEMA IF NOT EXISTS') ? client.query('select 1') : client.query(sql, values)) };
}

/**
 * Brings BullMQ's own tables up to the version we ship, as the queue role, which owns the schema. Part of `migrate`, never of a
 * start: the version is pinned, and its tables change only when we say so. Safe from several sides at once (its own lock).
 */
export async function migrateQueue(queueUrl: string): Promise<void> {
  await withConnection(queueUrl, (client) => runMigrations(withinSchema(client as unknown as Queryable), QUEUE_SCHEMA));
}
