import type { PoolClient, Pool } from 'pg';
import { preparedName } from './prepared.js';
import type { Reader } from './reader.js';
import { type Scope, scopeOpening } from './scope.js';

/**
 * One lazy READ ONLY snapshot for the length of an operation: opened by the first read, closed before the answer leaves. Its statements
 * follow one another on one client, whoever asks for them at the same time (pg refuses parallel queries on a client).
 */
export class Snapshot implements Reader {
  private client: Promise<PoolClient> | undefined;
  private tail: Promise<unknown> = Promise.resolve();
  private isClosed = false;
  /** Statements run so far, the opening left out; tests hold it constant while lists grow. */
  statementCount = 0;

  constructor(
    private readonly pool: Pool,
    readonly scope: Scope,
  ) {}

  get snapshotOf(): Scope {
    return this.scope;
  }

  query<Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    const run = this.tail.then(async () => {
      if (this.isClosed) throw new Error('This snapshot is closed');
      const client = await (this.client ??= this.open());
      this.statementCount += 1;
      const name = preparedName(sql);
      const result = await client.query({ text: sql, values: [...values], ...(name !== undefined && { name }) });
      return result.rows as Row[];
    });
    this.tail = run.catch(() => undefined);
    return run;
  }

  /** Ends the snapshot; harmless when it was never opened or is closed already. */
  async close(): Promise<void> {
    if (this.isClosed) return;
    this.isClosed = true;
    await this.tail;
    if (this.client === undefined) return;
    const client = await this.client.catch(() => undefined);
    if (client === undefined) return;
    try {
      await client.query('rollback');
      client.release();
    } catch (error) {
      client.release(error instanceof Error ? error : true);
    }
  }

  private async open(): Promise<PoolClient> {
    const client = await this.pool.connect();
    try {
      await client.query(scopeOpening(this.scope));
      return client;
    } catch (error) {
      client.release(error instanceof Error ? error : true);
      throw error;
    }
  }
}
