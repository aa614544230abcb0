import { assertPassword } from '@ketenregie/identity-domain';
import { type TenantDb, systemScope } from '@ketenregie/platform/db';
import { setPassword } from './set-password.js';
import { forgiveTries } from './sign-in.js';

/**
 * Gives an account a new password, for whoever forgot his: all its sessions end, and tries that failed are forgiven. It stands in the log of each
 * tenant he is a member of, written first: a reset that was cut short shows there, and can be done again.
 */
export async function resetPassword(db: TenantDb, { accountId, password }: { readonly accountId: string; readonly password: string }): Promise<void> {
  assertPassword(password);
  const memberships = await db.identity.open({ accountId }, (reader) =>
    reader.query<{ tenantId: string; memberId: string }>(
      `select m.tenant_id as "tenantId", m.id as "memberId" from member m join tenant_directory d on d.id = m.tenant_id where m.account_id = $1 and m.state = 'active' and d.state = 'active'`, [accountId]),
  );
  for (const { tenantId, memberId } of memberships) {
    await db.write(systemScope(tenantId, 'operator'), (writer) => writer.audit({ action: 'member.password-reset', objectKind: 'member', objectId: memberId }));
  }
  await setPassword(db, accountId, password);
  await forgiveTries(db, accountId);
}
