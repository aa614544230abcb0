import { type Environment, readConfig } from '@ketenregie/platform/config';
import { systemScope } from '@ketenregie/platform/db';
import { removeExample } from '@ketenregie/tenants-server';
import { deleteRemoved } from '../demo/delete-removed.js';
import { exampleTenantIds } from '../demo/example-ids.js';
import { rows } from '../rows.js';
import { UsageError, type Verb, onlyPositional } from '../verb.js';
import type { OpenDatabase } from '../with-database.js';

async function remove({ tenantDb, urls }: OpenDatabase, environment: Environment): Promise<number> {
  for (const id of await exampleTenantIds(tenantDb)) await tenantDb.write(systemScope(id, 'operator'), removeExample);
  return deleteRemoved({ ownerUrl: urls.ownerUrl, dataDir: readConfig(environment).dataDir });
}

/** `examples remove`: deletes the example offices with all that is in them, for good, and the accounts made with them. */
export const examples: Verb = {
  usage: 'remove [--json]',
  options: { json: { type: 'boolean' } },
  async run(args, io, { environment, withDatabase }) {
    if (onlyPositional(args, 'remove') !== 'remove') throw new UsageError('examples takes remove');
    const removed = await withDatabase(rows, (database) => remove(database, environment));
    if (args.values['json'] === true) io.answer(JSON.stringify({ removed }));
    else io.answer(removed === 0 ? 'There is no example data.' : `Example data removed: ${removed} tenants, with their accounts.`);
  },
};
