import { assertPassword } from '@ketenregie/identity-domain';
import type { TenantDb } from '@ketenregie/platform/db';
import { hashPassword, isPasswordOf } from './passwords.js';

/** Sets an account's password and ends all its sessions: whoever had the old one is out at the next request. */
export async function setPassword(db: TenantDb, accountId: string, password: string): Promise<void> {
  assertPassword(password);
  const passwordHash = await hashPassword(password);
  await db.identity.open({ accountId }, async (reader) => {
    await reader.query('update account set password_hash = $2 where id = $1', [accountId, passwordHash]);
    await reader.query('update session set ended_at = now() where account_id = $1 and ended_at is null', [accountId]);
  });
}

/** Whether an account can sign in with a password. */
export async function hasPassword(db: TenantDb, accountId: string): Promise<boolean> {
  const [account] = await db.identity.open({ accountId }, (reader) => reader.query<{ has: boolean }>('select password_hash is not null as has from account where id = $1', [accountId]));
  return account?.has ?? false;
}

/** Whether this is an account's password: for what the product made itself; a person goes through the door that counts tries. */
export async function hasThisPassword(db: TenantDb, accountId: string, password: string): Promise<boolean> {
  const [account] = await db.identity.open({ accountId }, (reader) => reader.query<{ hash: string | null }>('select password_hash as hash from account where id = $1', [accountId]));
  return isPasswordOf(account?.hash ?? null, password);
}
