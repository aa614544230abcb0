import { findAccount, hasThisPassword, membershipsOf } from '@ketenregie/identity-server';
import type { TenantDb } from '@ketenregie/platform/db';
import { EXAMPLE_TENANTS, type ExampleMember } from './example-tenants.js';

/** How somebody signs in to the examples, and what he is there. */
export interface ExampleSignIn {
  readonly email: string;
  /** "Kantoor Noorderlicht, adviser, 9 clients". */
  readonly note: string;
}

function noteOf(tenantName: string, { role, clients }: ExampleMember): string {
  if (clients === 'all') return `${tenantName}, ${role}`;
  if (clients === 'own') return `${tenantName}, ${role}, own clients`;
  return `${tenantName}, ${role}, ${clients.length === 0 ? 'himself alone' : 'one client'}`;
}

async function slugsOf(db: TenantDb, email: string, password: string): Promise<readonly string[]> {
  const accountId = await findAccount(db, email);
  if (accountId === null || !(await hasThisPassword(db, accountId, password))) return [];
  return (await membershipsOf(db, accountId)).map(({ slug }) => slug);
}

/** The sign-ins that work now: not those of an example that was removed, nor of an account that got another password. */
export async function exampleSignIns(db: TenantDb, password: string): Promise<readonly ExampleSignIn[]> {
  const all = EXAMPLE_TENANTS.flatMap(({ tenant, members }) => members.map((member) => ({ tenant, member })));
  const slugs = new Map(await Promise.all([...new Set(all.map(({ member }) => member.email))].map(async (email) => [email, await slugsOf(db, email, password)] as const)));
  const notes = new Map<string, string[]>();
  for (const { tenant, member } of all) {
    if (slugs.get(member.email)?.includes(tenant.slug)) notes.set(member.email, [...(notes.get(member.email) ?? []), noteOf(tenant.name, member)]);
  }
  return [...notes].map(([email, places]) => ({ email, note: places.join('; ') }));
}

/** The lines that a start prints before it is ready; none where there is no example. */
export function signInLines(signIns: readonly ExampleSignIn[], password: string): readonly string[] {
  if (signIns.length === 0) return [];
  const width = Math.max(...signIns.map(({ email }) => email.length));
  return ['', `Look around with example data. Password of each account: ${password}`, ...signIns.map(({ email, note }) => `  ${email.padEnd(width)}  ${note}`), ''];
}
