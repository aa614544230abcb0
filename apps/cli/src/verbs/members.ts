import { randomBytes } from 'node:crypto';
import { addMember, ensureAccount, findAccount, hasPassword, resetPassword, resolveViewer, setPassword } from '@ketenregie/identity-server';
import { DomainError, NotFoundError } from '@ketenregie/kernel';
import { knownPeople } from '@ketenregie/people-server';
import { type TenantDb, type Writer, systemScope } from '@ketenregie/platform/db';
import { ROLES, type Role, isInternalRole, isRole } from '@ketenregie/tenants-domain';
import { tenantIdOf } from '@ketenregie/tenants-server';
import { rows } from '../rows.js';
import type { Io } from '../io.js';
import { UsageError, type Verb, type VerbArguments, onlyPositional, required } from '../verb.js';
import type { WithDatabase } from '../with-database.js';

/** Roles of the staff only: an outside contact belongs to one client, which this command cannot name. */
function roleOf(text: string): Role {
  if (isRole(text) && isInternalRole(text)) return text;
  throw new UsageError(`--role is one of: ${ROLES.filter(isInternalRole).join(', ')}`);
}

const newPassword = (): string => randomBytes(15).toString('base64url');

interface Access {
  readonly slug: string;
  readonly login: string;
  readonly displayName: string;
  readonly role: Role;
}

/** A member who is the person of the staff list with this address, where there is one. An employee sees himself, and no client for being a member. */
async function addAs(writer: Writer, { accountId, login, displayName, role }: Omit<Access, 'slug'> & { readonly accountId: string }): Promise<void> {
  const personId = (await knownPeople(writer)).find(({ email }) => email === login.trim().toLowerCase())?.id;
  await addMember(writer, { accountId, roles: [role], clients: role === 'employee' ? [] : 'all', displayName, ...(personId !== undefined && { personId }) });
}

/** Gives the password of an account that had none, else null. Cut short anywhere, it goes on where it was when it is run again. */
async function giveAccess(db: TenantDb, { slug, login, displayName, role }: Access): Promise<string | null> {
  const tenantId = await tenantIdOf(db, slug);
  const accountId = await ensureAccount(db, { login, displayName });
  const isMember = (await resolveViewer(db, { accountId, sessionId: '' }, slug)) !== null;
  const canSignIn = await hasPassword(db, accountId);
  if (isMember && canSignIn) throw new DomainError('MEMBER_KNOWN', `${login} is a member of ${slug} already.`, 'email');
  if (!isMember) await db.write(systemScope(tenantId, 'operator'), (writer) => addAs(writer, { accountId, login, displayName, role }));
  if (canSignIn) return null;
  const password = newPassword();
  await setPassword(db, accountId, password);
  return password;
}

/** Gives the new password of an account; refuses one that is not there. */
async function giveNewPassword(db: TenantDb, login: string): Promise<string> {
  const accountId = await findAccount(db, login);
  if (accountId === null) throw new NotFoundError(`An account ${login}`);
  const password = newPassword();
  await resetPassword(db, { accountId, password });
  return password;
}

async function add({ values }: VerbArguments, io: Io, withDatabase: WithDatabase): Promise<void> {
  const [slug, login, displayName] = [required(values, 'tenant'), required(values, 'email'), required(values, 'name')];
  const role = roleOf(required(values, 'role'));
  const password = await withDatabase(rows, ({ tenantDb }) => giveAccess(tenantDb, { slug, login, displayName, role }));
  if (values['json'] === true) io.answer(JSON.stringify({ email: login, role, password }));
  else io.answer(password === null ? `${login} is a member now, with the password of his account.` : `${login} is a member now. Password, shown this once: ${password}`);
}

async function reset({ values }: VerbArguments, io: Io, withDatabase: WithDatabase): Promise<void> {
  const login = required(values, 'email');
  const password = await withDatabase(rows, ({ tenantDb }) => giveNewPassword(tenantDb, login));
  if (values['json'] === true) io.answer(JSON.stringify({ email: login, password }));
  else io.answer(`${login} is signed out everywhere. New password, shown this once: ${password}`);
}

/**
 * `members add`: makes somebody a member with all clients, and links him to the staff list by his address. An account without a password gets one that is shown once; any other keeps its own.
 * `members reset-password`: a new password for who forgot his, shown once; whoever had the old one is out.
 */
export const members: Verb = {
  usage: 'add --tenant SLUG --email E --name N --role R [--json]\n       members reset-password --email E [--json]',
  options: { tenant: { type: 'string' }, email: { type: 'string' }, name: { type: 'string' }, role: { type: 'string' }, json: { type: 'boolean' } },
  async run(args, io, { withDatabase }) {
    const action = onlyPositional(args, 'add or reset-password');
    if (action === 'add') return add(args, io, withDatabase);
    if (action === 'reset-password') return reset(args, io, withDatabase);
    throw new UsageError('members takes add, or reset-password');
  },
};
