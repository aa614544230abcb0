import { join } from 'node:path';
import { type Clock, clockAtOffset } from '@ketenregie/kernel';
import { type Config, type Environment, readConfig } from '@ketenregie/platform/config';
import { openTenantDb, type TenantDb, type TenantDbOptions } from '@ketenregie/platform/db';
import { findRunningPostgres, startEmbeddedPostgres, withConnection, withLockFile } from '@ketenregie/platform/postgres';
import { currentOffsetMs } from './database-now.js';
import { openDataFolder } from './data-folder.js';
import { assertOwnerKnown, type DatabaseUrls, knownUrls, prepareDatabase } from './database-roles.js';
import { findRunning } from './launcher/run-mark.js';
import type { Io } from './io.js';

/** What a verb works with. */
export interface OpenDatabase {
  readonly tenantDb: TenantDb;
  /** The product's clock: at the offset of CLOCK, else of the product that runs here, else the real time. */
  readonly clock: Clock;
  readonly urls: DatabaseUrls;
  /** The migrations that were applied to open it. */
  readonly applied: readonly string[];
}

/** Opens the database for some work and closes it afterwards. `rows` are the rows of the features the work writes through. */
export type WithDatabase = <T>(rows: NonNullable<TenantDbOptions['rows']>, work: (database: OpenDatabase) => Promise<T>) => Promise<T>;

interface Server {
  readonly urls: DatabaseUrls;
  readonly applied: readonly string[];
  release(): Promise<void>;
}

const nothing = (): Promise<void> => Promise.resolve();

async function othersAreConnected(superuserUrl: string): Promise<boolean> {
  return withConnection(superuserUrl, async (client) => {
    const { rowCount } = await client.query(`select 1 from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid() limit 1`);
    return rowCount !== 0;
  });
}

async function startForThisCall(config: Config): Promise<Server> {
  const server = await startEmbeddedPostgres(config.dataDir);
  const release = async (): Promise<void> => {
    // Another command or a product that is just starting may have joined us; then it is theirs, and the last one stops it.
    if (findRunning(config.dataDir) !== null || (await othersAreConnected(server.superuserUrl).catch(() => true))) return;
    await server.stop();
  };
  try {
    const { applied, ...urls } = await prepareDatabase(config, server.ownerUrl);
    return { urls, applied, release };
  } catch (error) {
    await release();
    throw error;
  }
}

/** DATABASE_URL if it is set, else the embedded server of the running product, else one started and migrated for this call. */
async function openServer(config: Config): Promise<Server> {
  if (config.databaseUrl !== null) return { urls: knownUrls(config, config.databaseUrl), applied: [], release: nothing };
  const running = findRunning(config.dataDir) === null ? null : await findRunningPostgres(config.dataDir);
  return running === null ? startForThisCall(config) : { urls: knownUrls(config, running.ownerUrl), applied: [], release: nothing };
}

async function clockOf(config: Config, urls: DatabaseUrls): Promise<Clock> {
  const ofProduct = config.clock === null ? findRunning(config.dataDir)?.clockOffsetMs : undefined;
  return clockAtOffset(ofProduct ?? (await currentOffsetMs(config, urls.appUrl)));
}

/** A command may be a long import; another waits for it rather than have the server stopped under its hands. */
const WAIT_FOR_COMMAND_MS = 30 * 60_000;

/** Commands that have to start the server for themselves follow one another; beside a running product, or on a server of one's own, none waits. */
export function inTurn<T>({ databaseUrl, dataDir }: Config, work: () => Promise<T>): Promise<T> {
  if (databaseUrl !== null || findRunning(dataDir) !== null) return work();
  openDataFolder(dataDir);
  return withLockFile(join(dataDir, 'command.lock'), WAIT_FOR_COMMAND_MS, work);
}

/** Makes the opener that verbs are given. The configuration is read when a verb first asks, so that wrong use is told first. */
export function databaseOpener(environment: Environment, io: Io): WithDatabase {
  return async (rows, work) => {
    const config = readConfig(environment);
    assertOwnerKnown(config);
    return inTurn(config, async () => {
      const { urls, applied, release } = await openServer(config);
      if (applied.length > 0) io.tell(`The database was brought up to date (${applied.length} migrations).`);
      try {
        const tenantDb = await openTenantDb(urls.appUrl, { rows, poolSize: 4 });
        try {
          return await work({ tenantDb, clock: await clockOf(config, urls), urls, applied });
        } finally {
          await tenantDb.close();
        }
      } finally {
        await release();
      }
    });
  };
}
