import { InvalidInputError, newId } from '@ketenregie/kernel';
import type { TenantDb } from '@ketenregie/platform/db';

export interface NewAccount {
  readonly login: string;
  readonly displayName: string;
  readonly language?: 'nl' | 'en';
  /** Made with an example tenant, and goes with it. */
  readonly isExample?: boolean;
}

/** Makes an account for a login, or finds the one that has it; returns its id. Logins compare in lower case. */
export async function ensureAccount(db: TenantDb, { login, displayName, language = 'nl', isExample = false }: NewAccount): Promise<string> {
  const folded = login.trim().toLowerCase();
  return db.identity.open({ login: folded }, async (reader) => {
    await reader.query('insert into account (id, login, display_name, language, is_example) values ($1, $2, $3, $4, $5) on conflict (login) do nothing', [newId(), folded, displayName, language, isExample]);
    const [account] = await reader.query<{ id: string }>('select id from account where login = $1', [folded]);
    if (account === undefined) throw new Error('An account that was just made is not there');
    return account.id;
  });
}

/** The account with a login, or null. */
export async function findAccount(db: TenantDb, login: string): Promise<string | null> {
  const folded = login.trim().toLowerCase();
  return db.identity.open({ login: folded }, async (reader) => {
    const [account] = await reader.query<{ id: string }>('select id from account where login = $1', [folded]);
    return account?.id ?? null;
  });
}

/** The login of an account, or null: not there, or blocked. */
export async function accountLogin(db: TenantDb, accountId: string): Promise<string | null> {
  const [account] = await db.identity.open({ accountId }, (reader) => reader.query<{ login: string }>('select login from account where id = $1 and blocked_at is null', [accountId]));
  return account?.login ?? null;
}

/** Keeps the language of an account; refuses any but nl and en (INVALID_INPUT). */
export async function changeLanguage(db: TenantDb, accountId: string, language: string): Promise<void> {
  if (language !== 'nl' && language !== 'en') throw new InvalidInputError('language is nl or en.', 'language');
  await db.identity.open({ accountId }, (reader) => reader.query('update account set language = $2 where id = $1 and blocked_at is null', [accountId, language]));
}
