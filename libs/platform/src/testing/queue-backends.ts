import { Redis } from 'ioredis';
import type { QueueConnection } from '../jobs/index.js';
import { startRedisServer } from './redis-server.js';
import type { TestDatabase } from './test-database.js';

/** A place for a queue, empty, of one spec file. */
export interface TestQueue {
  readonly connection: QueueConnection;
  /** What a worker process is told of it beside its database. */
  readonly environment: NodeJS.ProcessEnv;
  /** The queue loses all it holds, while everything runs. */
  lose(): Promise<void>;
  drop(): Promise<void>;
}

/** A queue whose server can be ended and started again, empty. */
export interface KillableQueue extends TestQueue {
  kill(): Promise<void>;
  start(): Promise<void>;
}

/** A backend that can be had on this machine; without one for Redis the specs run on PostgreSQL alone, and the run says so. */
export interface QueueBackend {
  readonly name: 'PostgreSQL' | 'Redis';
  open(database: TestDatabase): Promise<TestQueue>;
}

const HOLDING = ['job', 'job_log', 'job_dependency', 'scheduler', 'event', 'dedup'];

const onPostgres: QueueBackend = {
  name: 'PostgreSQL',
  open: (database) =>
    Promise.resolve({
      connection: { kind: 'postgres', url: database.queueUrl },
      environment: {},
      lose: async () => void (await database.asAdmin(`truncate ${HOLDING.map((table) => `bullmq.${table}`).join(', ')}`)),
      drop: () => Promise.resolve(),
    }),
};

/** A Redis of its own, from the program that the global set-up found. */
export async function openRedisQueue(program: string): Promise<KillableQueue> {
  const server = await startRedisServer(program);
  return {
    connection: { kind: 'redis', url: server.url },
    environment: { REDIS_URL: server.url },
    lose: () => flush(server.url),
    drop: server.stop,
    kill: server.kill,
    start: server.start,
  };
}

async function withRedis<T>(url: string, work: (redis: Redis) => Promise<T>): Promise<T> {
  const redis = new Redis(url);
  try {
    return await work(redis);
  } finally {
    redis.disconnect();
  }
}

const flush = (url: string): Promise<void> => withRedis(url, async (redis) => void (await redis.flushdb()));

/** A database of somebody's Redis, one a jest worker. Only an empty one is taken: what is found there is not ours to delete. */
async function openGivenRedis(address: string): Promise<TestQueue> {
  const url = new URL(address);
  url.pathname = `/${7 + Number(process.env['JEST_WORKER_ID'] ?? 1)}`;
  const size = await withRedis(url.href, (redis) => redis.dbsize());
  if (size > 0) throw new Error(`Database ${url.pathname.slice(1)} of the Redis of REDIS_URL is not empty; the specs take an empty one`);
  return { connection: { kind: 'redis', url: url.href }, environment: { REDIS_URL: url.href }, lose: () => flush(url.href), drop: () => flush(url.href) };
}

/** The path of a `redis-server`, where there is one: for specs that end it. */
export const redisProgram = (): string | null => process.env['TEST_REDIS_SERVER'] ?? null;

/** The backends that the queue's specs run on, PostgreSQL first. */
export function queueBackends(): readonly QueueBackend[] {
  const program = redisProgram();
  const given = process.env['TEST_REDIS_URL'];
  if (program !== null) return [onPostgres, { name: 'Redis', open: () => openRedisQueue(program) }];
  return given === undefined ? [onPostgres] : [onPostgres, { name: 'Redis', open: () => openGivenRedis(given) }];
}
