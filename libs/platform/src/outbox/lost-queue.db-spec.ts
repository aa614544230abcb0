import { setTimeout as pause } from 'node:timers/promises';
import { clockAtOffset, newId } from '@ketenregie/kernel';
import { systemScope } from '../db/index.js';
import { defineJob, emptyPayload, idPayload, type JobQueue, keepSchedules, openJobQueue, startWorker } from '../jobs/index.js';
import { silentLog } from '../logging/index.js';
import { createTestDatabase, type KillableQueue, openRedisQueue, redisProgram } from '../testing/index.js';
import { outboxOutcomes, startOutboxRelay } from './index.js';

const database = await createTestDatabase();
const tenantDb = await database.open();
const runs: string[] = [];
let sweeps = 0;
const definitions = [
  defineJob({ name: 'count-runs', payload: idPayload('newsId'), attempts: 3, backoff: { type: 'fixed', delayMs: 10 }, handler: ({ newsId }) => Promise.resolve(void runs.push(newsId)) }),
  defineJob({ name: 'sweep-often', payload: emptyPayload, attempts: 3, backoff: { type: 'fixed', delayMs: 10 }, schedule: { cron: '* * * * * *', timeZone: 'Europe/Amsterdam' }, handler: () => Promise.resolve(void (sweeps += 1)) }),
];
const QUICK = { shortestPauseMs: 20, lookAfterMs: 200 };
afterAll(() => database.drop());

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 40_000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error('It did not come to pass within 40 s');
    await pause(10);
  }
}

async function newTenant(): Promise<string> {
  const id = newId();
  await database.asAdmin('insert into tenant_directory (id, slug) values ($1, $2)', [id, `t-${id}`]);
  await database.asAdmin(`insert into tenant (tenant_id, name, kind) values ($1, 'Kantoor', 'office')`, [id]);
  return id;
}

async function announce(tenantId: string, count: number): Promise<string[]> {
  const newsIds = Array.from({ length: count }, newId);
  await tenantDb.write(systemScope(tenantId), async (writer) => {
    for (const newsId of newsIds) await writer.announce('count-runs', { tenantId, newsId });
  });
  return newsIds;
}

const openLines = (tenantId: string): Promise<unknown[]> => database.asAdmin('select id from outbox where tenant_id = $1 and done_at is null', [tenantId]);
const queueOn = ({ connection }: KillableQueue): JobQueue => openJobQueue({ connection, definitions, log: silentLog });

/** A worker process's parts in this process: worker, relay, keeper. */
function workOn(place: KillableQueue): () => Promise<void> {
  const queue = queueOn(place);
  const worker = startWorker({ connection: place.connection, definitions, context: { tenantDb, clock: clockAtOffset(0), log: silentLog }, outcomes: outboxOutcomes(tenantDb) });
  const relay = startOutboxRelay({ tenantDb, queue, log: silentLog }, QUICK);
  const keeper = keepSchedules(queue, silentLog, 100);
  return async () => {
    await Promise.all([relay.stop(), keeper.stop(), worker.stop()]);
    await queue.close();
  };
}

it('tells that a queue in a PostgreSQL is out of reach, and closes it all the same', async () => {
  const lost = openJobQueue({ connection: { kind: 'postgres', url: database.queueUrl.replace(/:\d+\//, ':1/') }, definitions: [], log: silentLog });
  await expect(lost.ping()).rejects.toThrow();
  await lost.close();
});

// Only a Redis of our own can be killed.
const program = redisProgram();
if (program !== null) describe('a Redis that is killed', () => {
  it('and comes back empty has lost nothing: jobs and schedules are made anew while the workers run on', async () => {
    const place = await openRedisQueue(program);
    const tenantId = await newTenant();
    const stop = workOn(place);
    const before = await announce(tenantId, 20);
    await until(async () => (await openLines(tenantId)).length === 0 && sweeps > 0);
    await place.kill();
    const during = await announce(tenantId, 150);
    await pause(300);
    await place.start();
    sweeps = 0;
    await until(async () => (await openLines(tenantId)).length === 0 && sweeps > 1);
    await stop();
    await place.drop();
    expect([...runs].sort()).toEqual([...before, ...during].sort());
  });

  it('is told as out of reach, and nobody waits for it when closing', async () => {
    const place = await openRedisQueue(program);
    const [queue, late] = [queueOn(place), queueOn(place)];
    await queue.ping();
    await place.kill();
    await expect(queue.ping()).rejects.toThrow();
    await expect(queue.enqueue('count-runs', { tenantId: newId(), newsId: newId() }, newId())).rejects.toThrow();
    const never = queueOn(place);
    await expect(never.ping()).rejects.toThrow();
    await Promise.all([queue.close(), late.close(), never.close()]);
    await place.drop();
  });
});
