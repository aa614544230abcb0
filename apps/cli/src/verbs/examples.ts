import { directory, purgeTenant } from '@ketenregie/platform/db';
import { exampleTenantIds } from '../demo/example-ids.js';
import { rows } from '../rows.js';
import { UsageError, type Verb, onlyPositional } from '../verb.js';
import type { OpenDatabase } from '../with-database.js';

async function remove({ tenantDb, urls }: OpenDatabase): Promise<number> {
  const ids = await exampleTenantIds(tenantDb);
  for (const id of ids) await purgeTenant(urls.ownerUrl, id, { isForgotten: false });
  for (const { id, state, isThere } of await directory(urls.ownerUrl)) if (state === 'removed' && isThere) await purgeTenant(urls.ownerUrl, id, { isForgotten: false });
  return ids.length;
}

/** `examples remove`: deletes the example offices with all that is in them, for good, and the accounts made with them. */
export const examples: Verb = {
  usage: 'remove [--json]',
  options: { json: { type: 'boolean' } },
  async run(args, io, { withDatabase }) {
    if (onlyPositional(args, 'remove') !== 'remove') throw new UsageError('examples takes remove');
    const removed = await withDatabase(rows, remove);
    if (args.values['json'] === true) io.answer(JSON.stringify({ removed }));
    else io.answer(removed === 0 ? 'There is no example data.' : `Example data removed: ${removed} tenants, with their accounts.`);
  },
};
