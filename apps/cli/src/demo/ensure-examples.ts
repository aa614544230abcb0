import { ensureAccount, setPassword } from '@ketenregie/identity-server';
import type { CalendarDate } from '@ketenregie/kernel';
import { type TenantDb, openTenants } from '@ketenregie/platform/db';
import { withConnection } from '@ketenregie/platform/postgres';
import { type ExamplesPlace, tidyExamples } from './delete-removed.js';
import { EXAMPLE_TENANTS } from './example-tenants.js';
import { makeExample } from './make-example.js';

export interface Examples extends ExamplesPlace {
  readonly db: TenantDb;
  readonly today: CalendarDate;
  readonly password: string;
  /** Looked at between steps. */
  readonly signal: AbortSignal;
  tell(line: string): void;
}

/** One at a time, also from two starts on one database of one's own. */
function alone<T>(ownerUrl: string, work: () => Promise<T>): Promise<T> {
  return withConnection(ownerUrl, async (client) => {
    await client.query(`select pg_advisory_lock(hashtext('ketenregie.examples'))`);
    return work();
  });
}

async function setPasswords({ db, password }: Examples): Promise<void> {
  const members = EXAMPLE_TENANTS.flatMap((example) => example.members);
  const logins = new Map(members.map(({ email, name }) => [email, name]));
  await Promise.all([...logins].map(async ([login, displayName]) => setPassword(db, await ensureAccount(db, { login, displayName }), password)));
}

async function makeAll(examples: Examples): Promise<void> {
  const { ownerUrl, db, today, signal, tell } = examples;
  const begun = performance.now();
  const made: string[] = [];
  for (const example of EXAMPLE_TENANTS) {
    signal.throwIfAborted();
    tell(`Example data: making ${example.tenant.name} ...`);
    made.push(await makeExample({ db, today, example, signal }));
  }
  await setPasswords(examples);
  await openTenants(ownerUrl, made);
  tell(`Example data: done in ${((performance.now() - begun) / 1000).toFixed(1)} s`);
}

/**
 * Makes the example tenants where no tenant ever was: all of them or none. Killed at any point, the next start takes away what is half made and
 * begins anew; what somebody removed does not come back.
 */
export async function ensureExamples(examples: Examples): Promise<void> {
  await alone(examples.ownerUrl, async () => {
    const before = await tidyExamples(examples);
    if (before.every(({ state }) => state === 'preparing')) await makeAll(examples);
  });
}
