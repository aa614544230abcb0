import { findAccount, resolveViewer } from '@ketenregie/identity-server';
import { ForbiddenError, NotFoundError } from '@ketenregie/kernel';
import { type Scope, type TenantDb, systemScope } from '@ketenregie/platform/db';
import { type Action, isRole, mayDo } from '@ketenregie/tenants-domain';
import { tenantIdOf } from '@ketenregie/tenants-server';
import { type OptionValues, optional, required } from './verb.js';

/** `--as EMAIL`, shared by the verbs that work in a tenant. */
export const TENANT_OPTIONS = { tenant: { type: 'string' }, as: { type: 'string' } } as const;

/**
 * The scope of a command: the operator's, who sees all of the tenant and stands so in its log, or with `--as` that of a member, with his
 * clients and only where his roles allow the action.
 */
export async function scopeOf(db: TenantDb, values: OptionValues, action: Action): Promise<Scope> {
  const slug = required(values, 'tenant');
  const login = optional(values, 'as');
  if (login === null) return systemScope(await tenantIdOf(db, slug), 'operator');
  const accountId = await findAccount(db, login);
  const viewer = accountId === null ? null : await resolveViewer(db, { accountId, sessionId: '' }, slug);
  if (viewer === null) throw new NotFoundError(`A member ${login} of ${slug}`);
  if (!mayDo(viewer.roles.filter(isRole), action)) throw new ForbiddenError(action);
  return viewer.scope;
}
