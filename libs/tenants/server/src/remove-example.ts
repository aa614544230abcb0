import { DomainError } from '@ketenregie/kernel';
import type { Writer } from '@ketenregie/platform/db';
import { tenantSettings } from './tenants.queries.js';

/** Where the launcher hears that an example is to be deleted. */
export const EXAMPLE_REMOVED = 'ketenregie_example_removed';

/**
 * Removes the example tenant in scope: from the commit on nobody finds it, and its rows are deleted by whoever may (decision 0049). Refuses what is
 * no example (NO_EXAMPLE): a tenant of somebody is never deleted this way.
 */
export async function removeExample(writer: Writer): Promise<void> {
  const { tenantId, isExample } = await tenantSettings(writer);
  if (!isExample) throw new DomainError('NO_EXAMPLE', 'These are no example data: they stay.');
  await writer.query(`update tenant_directory set state = 'removed' where id = $1`, [tenantId]);
  await writer.query('select pg_notify($1, $2)', [EXAMPLE_REMOVED, '']);
}
