import { createHash, randomBytes } from 'node:crypto';
import { newId } from '@ketenregie/kernel';
import { SESSION_ABSOLUTE_HOURS, SESSION_IDLE_HOURS, isSessionToken } from '@ketenregie/identity-domain';
import type { TenantDb } from '@ketenregie/platform/db';
import type { SignedIn } from '@ketenregie/platform/graphql';

/** The hash under which a token is stored; the token itself is nowhere but in the cookie. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Opens a session of an account and returns its token, once. All times by the database's clock. */
export async function openSession(db: TenantDb, accountId: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await db.identity.open({ accountId }, (reader) =>
    reader.query(`insert into session (id, account_id, token_hash, expires_at) values ($1, $2, $3, now() + make_interval(hours => $4))`, [
      newId(), accountId, hashToken(token), SESSION_ABSOLUTE_HOURS,
    ]),
  );
  return token;
}

/** The account behind a token, or null: unknown, ended, idle too long and blocked look the same. Marks the session as used, once a minute. */
export async function findSession(db: TenantDb, token: string): Promise<SignedIn | null> {
  if (!isSessionToken(token)) return null;
  return db.identity.open({ sessionHash: hashToken(token) }, async (reader) => {
    const [session] = await reader.query<{ id: string; account_id: string; is_stale: boolean }>(
      `select id, account_id, last_seen_at < now() - interval '1 minute' as is_stale from session
       where token_hash = $1 and ended_at is null and expires_at > now() and last_seen_at > now() - make_interval(hours => $2)`,
      [hashToken(token), SESSION_IDLE_HOURS],
    );
    if (session === undefined) return null;
    if (session.is_stale) await reader.query('update session set last_seen_at = now() where id = $1', [session.id]);
    return { accountId: session.account_id, sessionId: session.id };
  });
}

/** Ends a session; it is dead at the next request. */
export async function endSession(db: TenantDb, { accountId, sessionId }: SignedIn): Promise<void> {
  await db.identity.open({ accountId }, (reader) => reader.query('update session set ended_at = now() where id = $1 and ended_at is null', [sessionId]));
}
