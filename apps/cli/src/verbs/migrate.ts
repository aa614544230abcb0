import { type Environment, readConfig } from '@ketenregie/platform/config';
import { prepareDatabase } from '../database-roles.js';
import { UsageError, type Verb, type VerbContext } from '../verb.js';

/** On a server of your own this is what prepares it; the embedded one is migrated whenever it is started. */
async function bringUpToDate(environment: Environment, withDatabase: VerbContext['withDatabase']): Promise<readonly string[]> {
  const config = readConfig(environment);
  if (config.databaseUrl !== null) return (await prepareDatabase(config, config.databaseUrl)).applied;
  return withDatabase([], async ({ urls, applied }) => [...applied, ...(await prepareDatabase(config, urls.ownerUrl)).applied]);
}

/** `migrate`: brings roles, schema, queue tables and catalogue to this build; changes nothing where they are. */
export const migrate: Verb = {
  usage: '[--json]',
  options: { json: { type: 'boolean' } },
  async run({ positionals, values }, io, { environment, withDatabase }) {
    if (positionals.length > 0) throw new UsageError('migrate takes no argument');
    const applied = await bringUpToDate(environment, withDatabase);
    if (values.json === true) io.answer(JSON.stringify({ applied }));
    else io.answer(applied.length === 0 ? 'The database is up to date.' : `Applied: ${applied.join(', ')}`);
  },
};
