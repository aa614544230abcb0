import { Client } from 'pg';
import type { Reader } from './reader.js';

/**
 * One transaction of the owner role, for what belongs to no tenant (the published catalogue). The owner is bound by row-level security as
 * everybody is, so no tenant's rows are within reach here.
 */
export async function inOwnerTransaction<Result>(ownerUrl: string, work: (reader: Reader) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('begin');
    const result = await work({ query: async <Row>(sql: string, values: readonly unknown[] = []) => (await client.query(sql, [...values])).rows as Row[] });
    await client.query('commit');
    return result;
  } finally {
    // Whatever is not committed by now is rolled back with the connection.
    await client.end();
  }
}
