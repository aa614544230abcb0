import type { EntityManager, ObjectLiteral } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import { type EventDraft, appendEvent } from './audit.js';
import { type Reader, returnedRows } from './reader.js';
import type { Scope } from './scope.js';
import { newId } from '@ketenregie/kernel';

type RowClass<Row> = new () => Row;

/**
 * The writing half of a transaction: flat rows by `insert` and `update` by criteria, set-based SQL by `query`, and beside the change its
 * event and its news. `save` and relations are not offered: with composite keys `save` turns an update into an insert (tried).
 */
export class Writer implements Reader {
  constructor(
    private readonly manager: EntityManager,
    readonly scope: Scope,
  ) {}

  async query<Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    const result: unknown = await this.manager.query(sql, [...values]);
    return returnedRows<Row>(result);
  }

  /** Inserts rows; tenant_id comes from the column default, ids from the kernel. */
  async insert<Row extends ObjectLiteral>(row: RowClass<Row>, values: QueryDeepPartialEntity<Row> | QueryDeepPartialEntity<Row>[]): Promise<void> {
    await this.manager.insert(row, values);
  }

  /** Updates by criteria; returns how many rows it touched (0 = not there or not yours). */
  async update<Row extends ObjectLiteral>(row: RowClass<Row>, criteria: Partial<Row>, values: QueryDeepPartialEntity<Row>): Promise<number> {
    const result = await this.manager.update(row, criteria, values);
    return result.affected ?? 0;
  }

  /** Appends one event to the tenant's chained log, in this transaction. */
  async audit(event: EventDraft): Promise<void> {
    await appendEvent(this, this.scope, event);
  }

  /** Puts news in the outbox, to be enqueued after commit; the payload holds ids only. */
  async announce(topic: string, payload: Readonly<Record<string, string>>): Promise<void> {
    await this.query('insert into outbox (id, topic, payload) values ($1, $2, $3)', [newId(), topic, JSON.stringify(payload)]);
  }
}
