import { createHash } from 'node:crypto';
import { PASSWORD_MAX, THROTTLE } from '@ketenregie/identity-domain';
import { DomainError, newId } from '@ketenregie/kernel';
import type { TenantDb } from '@ketenregie/platform/db';
import { accountLogin } from './accounts.js';
import { isPasswordOf } from './passwords.js';
import { openSession } from './sessions.js';

export interface SignInTry {
  readonly login: string;
  readonly password: string;
  /** The address it comes from; counted under its hash only. */
  readonly address: string;
}

export interface SignedInNow {
  readonly accountId: string;
  /** To be put in the cookie; it is stored nowhere. */
  readonly token: string;
}

const subjectOf = (kind: 'login' | 'address', value: string): string => createHash('sha256').update(`${kind} ${value}`).digest('hex');

/**
 * Counts one more try of a subject, before it is looked at, and says whether it may be: tries at the same moment follow one another, so a
 * hundred at once count as a hundred. A try that is refused here is not added.
 */
async function mayTry(db: TenantDb, subject: string, limit: number): Promise<boolean> {
  return db.identity.open({ attemptSubject: subject }, async (reader) => {
    await reader.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [subject]);
    const [row] = await reader.query<{ count: number }>(
      'select count(*)::int as count from sign_in_attempt where subject_hash = $1 and attempted_at > now() - make_interval(mins => $2)',
      [subject, THROTTLE.windowMinutes],
    );
    if ((row?.count ?? 0) >= limit) return false;
    await reader.query('insert into sign_in_attempt (id, subject_hash, succeeded) values ($1, $2, false)', [newId(), subject]);
    return true;
  });
}

async function forgetTries(db: TenantDb, subject: string): Promise<void> {
  await db.identity.open({ attemptSubject: subject }, (reader) => reader.query('delete from sign_in_attempt where subject_hash = $1', [subject]));
}

/** Forgives the failed tries of an account, so that it is not locked out any more. */
export async function forgiveTries(db: TenantDb, accountId: string): Promise<void> {
  const login = await accountLogin(db, accountId);
  if (login !== null) await forgetTries(db, subjectOf('login', login));
}

async function accountOf(db: TenantDb, login: string): Promise<{ readonly id: string; readonly passwordHash: string | null } | null> {
  return db.identity.open({ login }, async (reader) => {
    const [row] = await reader.query<{ id: string; passwordHash: string | null }>(
      'select id, password_hash as "passwordHash" from account where login = $1 and blocked_at is null',
      [login],
    );
    return row ?? null;
  });
}

/**
 * Signs in: the account, and the session's token. One refusal for an unknown account, a wrong password and a blocked account: UNAUTHENTICATED.
 * Too many failures in a quarter of an hour: TOO_MANY_ATTEMPTS, without looking at the password.
 */
export async function signIn(db: TenantDb, { login, password, address }: SignInTry): Promise<SignedInNow> {
  const folded = login.trim().toLowerCase();
  const accountSubject = subjectOf('login', folded);
  const isAllowed = (await mayTry(db, subjectOf('address', address), THROTTLE.triesPerAddress)) && (await mayTry(db, accountSubject, THROTTLE.triesPerAccount));
  if (!isAllowed) throw new DomainError('TOO_MANY_ATTEMPTS', 'Too many tries. Wait a quarter of an hour and try again.');
  const account = await accountOf(db, folded);
  const fits = await isPasswordOf(account?.passwordHash ?? null, password.slice(0, PASSWORD_MAX * 4));
  if (account === null || !fits) throw new DomainError('UNAUTHENTICATED', 'This address and password do not belong together.');
  await forgetTries(db, accountSubject);
  return { accountId: account.id, token: await openSession(db, account.id) };
}
