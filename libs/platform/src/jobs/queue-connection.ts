import { createPostgresBackend, Queue, type QueueOptions, Worker, type WorkerOptions, withBackend } from 'bullmq';
import { Redis } from 'ioredis';
import type { Config } from '../config/index.js';
import { QUEUE_SCHEMA } from './migrate-queue.js';

/** Where the queue lives. PostgreSQL is the default; Redis by REDIS_URL. */
export type QueueConnection = { readonly kind: 'postgres'; readonly url: string } | { readonly kind: 'redis'; readonly url: string };

/** The queue of a configuration; null where neither a queue role's address nor Redis is known. */
export function queueConnectionOf(config: Pick<Config, 'redisUrl' | 'databaseQueueUrl'>): QueueConnection | null {
  if (config.redisUrl !== null) return { kind: 'redis', url: config.redisUrl };
  return config.databaseQueueUrl === null ? null : { kind: 'postgres', url: config.databaseQueueUrl };
}

/** One queue for all jobs: each worker costs connections, and the jobs are told apart by name. */
export const QUEUE_NAME = 'ketenregie';

/** Own small pools: one pool shared by several workers was measured at 30 times the idle statements. */
const POOL_SIZE = 3;

const OnPostgres = withBackend(createPostgresBackend);

/** A queue or a worker of BullMQ, and what closes the connection that we opened for it. */
export interface Opened<T> {
  readonly opened: T;
  disconnect(): Promise<void>;
}

const nothing = (): Promise<void> => Promise.resolve();

function postgresOptions(url: string): { connectionString: string; schema: string; max: number } {
  return { connectionString: url, schema: QUEUE_SCHEMA, max: POOL_SIZE };
}

/**
 * A worker waits for a lost Redis for as long as it takes, as BullMQ asks. The sending end gives up after one reconnection: it works inside a transaction,
 * and what it could not send stays in the outbox.
 */
function redisAt(url: string, { isPatient }: { readonly isPatient: boolean }): { connection: Redis; disconnect: () => Promise<void> } {
  const connection = new Redis(url, { maxRetriesPerRequest: isPatient ? null : 1 });
  const disconnect = async (): Promise<void> => {
    // A lost server never answers to QUIT.
    if (connection.status === 'ready') await connection.quit().catch(() => undefined);
    connection.disconnect();
  };
  return { connection, disconnect };
}

/** Opens BullMQ's queue on either backend. */
export function openBullQueue(connection: QueueConnection, options: Omit<QueueOptions, 'connection'>): Opened<Queue> {
  if (connection.kind === 'postgres') {
    const queue = new OnPostgres.Queue(QUEUE_NAME, { ...options, connection: postgresOptions(connection.url) });
    return { opened: queue as unknown as Queue, disconnect: nothing };
  }
  const redis = redisAt(connection.url, { isPatient: false });
  return { opened: new Queue(QUEUE_NAME, { ...options, connection: redis.connection }), disconnect: redis.disconnect };
}

/** Opens BullMQ's worker on either backend; it does not run yet. */
export function openBullWorker(connection: QueueConnection, processor: ConstructorParameters<typeof Worker>[1], options: Omit<WorkerOptions, 'connection'>): Opened<Worker> {
  if (connection.kind === 'postgres') {
    const worker = new OnPostgres.Worker(QUEUE_NAME, processor as never, { ...options, connection: postgresOptions(connection.url) });
    return { opened: worker as unknown as Worker, disconnect: nothing };
  }
  const redis = redisAt(connection.url, { isPatient: true });
  return { opened: new Worker(QUEUE_NAME, processor, { ...options, connection: redis.connection }), disconnect: redis.disconnect };
}
