import { DomainError } from '@ketenregie/kernel';
import { type Config, ConfigError, productClock } from '@ketenregie/platform/config';
import { openTenantDb, type TenantDb } from '@ketenregie/platform/db';
import { assertAppRole } from '@ketenregie/platform/http';
import { type AnyJobDefinition, type JobQueue, keepSchedules, openJobQueue, queueConnectionOf, startWorker } from '@ketenregie/platform/jobs';
import type { Log } from '@ketenregie/platform/logging';
import { outboxOutcomes, type RelayPace, startOutboxRelay } from '@ketenregie/platform/outbox';
import { type Heartbeat, type StartedService, startHeartbeat } from '@ketenregie/platform/process';
import { assertClockAgrees } from './assert-clock.js';

/** What a worker works on, and its paces where they are not the usual ones. */
export interface WorkerParts {
  readonly definitions: readonly AnyJobDefinition[];
  /** How long a killed worker's job waits for the next one. */
  readonly lockMs?: number;
  /** How long jobs under way are waited for when stopping. */
  readonly patienceMs?: number;
  readonly pace?: RelayPace;
  /** How often it is looked whether the schedules stand. */
  readonly keepMs?: number;
  /** How often it shows that it is well, where it is asked to. */
  readonly beatMs?: number;
}

async function openDatabase(config: Config, log: Log): Promise<TenantDb> {
  if (config.databaseAppUrl === null) throw new ConfigError('DATABASE_APP_URL', 'is not set. Start the product with npm start, or set it for a worker of its own');
  return openTenantDb(config.databaseAppUrl, { onIdleError: (error) => log.failure('database.connection', error) });
}

async function registerSchedules(queue: JobQueue, log: Log): Promise<void> {
  await queue.registerSchedules().catch((error: unknown) => {
    log.failure('queue.schedules', error);
    throw new DomainError('QUEUE_UNAVAILABLE', 'The queue cannot be reached, or its tables are not those of this build: run migrate.');
  });
}

interface Organs {
  readonly tenantDb: TenantDb;
  readonly queue: JobQueue;
  readonly log: Log;
}

/** Well is who reaches his database and his queue, and is not held up himself. */
function beatIn(file: string | null, { tenantDb, queue, log }: Organs, everyMs: number | undefined): Promise<Heartbeat | null> {
  if (file === null) return Promise.resolve(null);
  return startHeartbeat({ file, log, check: () => Promise.all([tenantDb.now(), queue.ping()]), ...(everyMs !== undefined && { everyMs }) });
}

/** Starts the queue's worker, the outbox relay and the schedules of all jobs given. */
export async function startWorkerService(config: Config, log: Log, { definitions, pace, keepMs, beatMs, ...paces }: WorkerParts): Promise<StartedService> {
  const connection = queueConnectionOf(config);
  if (connection === null) throw new ConfigError('DATABASE_QUEUE_URL', 'is not set, nor is REDIS_URL: the worker has no queue');
  const tenantDb = await openDatabase(config, log);
  await assertAppRole(tenantDb);
  await assertClockAgrees(tenantDb);
  const queue = openJobQueue({ connection, definitions, log });
  await registerSchedules(queue, log);
  const context = { tenantDb, clock: productClock(config), log };
  const worker = startWorker({ connection, definitions, context, outcomes: outboxOutcomes(tenantDb), ...paces });
  const relay = startOutboxRelay({ tenantDb, queue, log }, pace);
  const keeper = keepSchedules(queue, log, keepMs);
  const heart = await beatIn(config.heartbeatFile, { tenantDb, queue, log }, beatMs);
  return {
    close: async () => {
      await Promise.all([heart?.stop(), relay.stop(), keeper.stop(), worker.stop()]);
      await queue.close();
      await tenantDb.close();
    },
  };
}
