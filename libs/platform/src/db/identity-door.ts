import type { DataSource } from 'typeorm';
import { type Reader, returnedRows } from './reader.js';

/** What is known before a tenant is: exactly one of them opens the identity rows that belong to it (decision 0004). */
export interface IdentityKey {
  readonly accountId?: string;
  readonly login?: string;
  readonly sessionHash?: string;
  readonly attemptSubject?: string;
  readonly tenantId?: string;
  readonly memberId?: string;
}

const SETTINGS: Readonly<Record<keyof IdentityKey, string>> = {
  accountId: 'app.account_id',
  login: 'app.login',
  sessionHash: 'app.session_hash',
  attemptSubject: 'app.attempt_subject',
  tenantId: 'app.tenant_id',
  memberId: 'app.member_id',
};

/** The door to accounts, sessions and one's own memberships, before a tenant and its scope are known. */
export class IdentityDoor {
  constructor(private readonly dataSource: DataSource) {}

  /** Runs work in one transaction that sees only the identity rows the key opens. */
  async open<Result>(key: IdentityKey, work: (reader: Reader) => Promise<Result>): Promise<Result> {
    return this.dataSource.transaction(async (manager) => {
      const entries = Object.entries(SETTINGS).map(([name, setting]) => [setting, key[name as keyof IdentityKey] ?? ''] as const);
      const list = entries.map((_, index) => `set_config($${index * 2 + 1}, $${index * 2 + 2}, true)`).join(', ');
      await manager.query(`select ${list}`, entries.flat());
      return work({ query: async <Row>(sql: string, values: readonly unknown[] = []) => returnedRows<Row>(await manager.query(sql, [...values])) });
    });
  }
}
