import { DomainError } from '@ketenregie/kernel';
import { type Environment, readConfig } from '@ketenregie/platform/config';
import { startEmbeddedPostgres } from '@ketenregie/platform/postgres';
import { assertOwnerKnown, makeRoles, prepareDatabase } from './database-roles.js';
import { findRunning } from './launcher/run-mark.js';
import { inTurn } from './with-database.js';

/**
 * Gives the owner's address of a database that nobody works in, its roles made and nothing migrated; afterwards it is brought to this build. Refuses
 * beside a running product. The embedded server is started for the call and stopped again.
 */
export async function withOwnerAlone<T>(environment: Environment, work: (ownerUrl: string) => Promise<T>): Promise<T> {
  const config = readConfig(environment);
  assertOwnerKnown(config);
  const running = findRunning(config.dataDir);
  if (running !== null) throw new DomainError('ALREADY_RUNNING', `Ketenregie is running on ${running.address}, with the data folder ${config.dataDir}. Nothing was changed. Stop it first, or name an empty DATA_DIR.`);
  return inTurn(config, async () => {
    const server = config.databaseUrl === null ? await startEmbeddedPostgres(config.dataDir) : null;
    const ownerUrl = server?.ownerUrl ?? config.databaseUrl ?? '';
    try {
      await makeRoles(config, ownerUrl);
      const result = await work(ownerUrl);
      await prepareDatabase(config, ownerUrl);
      return result;
    } finally {
      await server?.stop();
    }
  });
}
