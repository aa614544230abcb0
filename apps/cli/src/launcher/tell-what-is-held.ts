import { openTenantDb, systemScope } from '@ketenregie/platform/db';

/** Tells the operator at each start that mail is held, and how to let it go: after a restore nothing else would remind him. */
export async function tellWhatIsHeld(appUrl: string, tell: (line: string) => void): Promise<void> {
  const { sendingState } = await import('@ketenregie/notices-server');
  const db = await openTenantDb(appUrl, { poolSize: 1 });
  try {
    const tenants = await db.listTenants();
    let held = 0;
    for (const { id } of tenants) if ((await db.read(systemScope(id), sendingState)).isHeld) held += 1;
    if (held > 0) tell(`Sending is held in ${held} of ${tenants.length} tenants: nothing is mailed there. Let it go: npm run --silent cli -- sending release`);
  } finally {
    await db.close();
  }
}
