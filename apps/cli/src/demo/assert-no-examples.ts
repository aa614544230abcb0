import { DomainError } from '@ketenregie/kernel';
import { findAccount } from '@ketenregie/identity-server';
import { openTenantDb } from '@ketenregie/platform/db';
import { EXAMPLE_TENANTS } from './example-tenants.js';

/** Refuses a database with accounts of the examples in it (EXAMPLE_DATA): their password was printed, and production has none of them. */
export async function assertNoExamples(appUrl: string): Promise<void> {
  const db = await openTenantDb(appUrl, { rows: [], poolSize: 1 });
  try {
    for (const email of new Set(EXAMPLE_TENANTS.flatMap(({ members }) => members.map((member) => member.email)))) {
      if ((await findAccount(db, email)) === null) continue;
      throw new DomainError('EXAMPLE_DATA', 'This database holds example data, whose sign-ins are no secret. Remove it first: npm run --silent cli -- examples remove');
    }
  } finally {
    await db.close();
  }
}
