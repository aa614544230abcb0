import { setTimeout as pause } from 'node:timers/promises';
import { clockAtOffset, newId } from '@ketenregie/kernel';
import { systemScope } from '../db/index.js';
import { defineJob, idPayload, type JobQueue, openJobQueue, startWorker } from '../jobs/index.js';
import { type Log, silentLog } from '../logging/index.js';
import { createTestDatabase } from '../testing/index.js';
import { relayAll, relayTenant, startOutboxRelay } from './index.js';

const database = await createTestDatabase();
const tenantDb = await database.open();
const runs: string[] = [];
const definition = defineJob({
  name: 'count-runs',
  payload: idPayload('newsId'),
  attempts: 3,
  backoff: { type: 'fixed', delayMs: 10 },
  handler: ({ newsId }) => Promise.resolve(void runs.push(newsId)),
});
const connection = { kind: 'postgres', url: database.queueUrl } as const;
const queue = openJobQueue({ connection, definitions: [definition], log: silentLog });
const context = { tenantDb, queue, log: silentLog };

async function newTenant(): Promise<string> {
  const id = newId();
  await database.asAdmin('insert into tenant_directory (id, slug) values ($1, $2)', [id, `t-${id}`]);
  await database.asAdmin(`insert into tenant (tenant_id, name, kind) values ($1, 'Kantoor', 'office')`, [id]);
  return id;
}

async function announce(tenantId: string, count = 1): Promise<string[]> {
  const newsIds = Array.from({ length: count }, newId);
  await tenantDb.write(systemScope(tenantId), async (writer) => {
    for (const newsId of newsIds) await writer.announce('count-runs', { tenantId, newsId });
  });
  return newsIds;
}

async function jobsOf(tenantId: string): Promise<string[]> {
  const rows = await database.asAdmin<{ news_id: string }>(`select data::jsonb ->> 'newsId' as news_id from bullmq.job where data::jsonb ->> 'tenantId' = $1`, [tenantId]);
  return rows.map((row) => row.news_id).sort();
}

const waiting = (tenantId: string): Promise<unknown[]> => database.asAdmin('select id from outbox where tenant_id = $1 and relayed_at is null', [tenantId]);

/** A queue whose process dies after so many jobs: what it has sent stays sent. */
function dyingAfter(count: number): Pick<JobQueue, 'enqueue' | 'names'> {
  let sent = 0;
  return {
    names: queue.names,
    enqueue: async (name, payload, jobId) => {
      if (sent === count) throw new Error('killed');
      await queue.enqueue(name, payload, jobId);
      sent += 1;
    },
  };
}

afterAll(async () => {
  await queue.close();
  await database.drop();
});

describe('the outbox', () => {
  it('enqueues what was committed, once', async () => {
    const tenantId = await newTenant();
    const newsIds = await announce(tenantId, 3);
    expect([await relayTenant(tenantId, context), await relayTenant(tenantId, context)]).toEqual([3, 0]);
    expect(await jobsOf(tenantId)).toEqual(newsIds.sort());
  });

  it('enqueues nothing of what was rolled back', async () => {
    const tenantId = await newTenant();
    const attempt = tenantDb.write(systemScope(tenantId), async (writer) => {
      await writer.announce('count-runs', { tenantId, newsId: newId() });
      throw new Error('taken back');
    });
    await expect(attempt).rejects.toThrow('taken back');
    expect([await relayTenant(tenantId, context), await jobsOf(tenantId)]).toEqual([0, []]);
  });

  it('gives one job a line when the relay dies between enqueueing and marking', async () => {
    const tenantId = await newTenant();
    const newsIds = await announce(tenantId, 4);
    await expect(relayTenant(tenantId, { ...context, queue: dyingAfter(2) })).rejects.toThrow('killed');
    expect([await jobsOf(tenantId), await waiting(tenantId)].map((rows) => rows.length)).toEqual([2, 4]);
    expect(await relayTenant(tenantId, context)).toBe(4);
    expect(await jobsOf(tenantId)).toEqual(newsIds.sort());
  });

  it('gives one job a line when several relays run at once', async () => {
    const tenantId = await newTenant();
    const newsIds = await announce(tenantId, 250);
    const counts = await Promise.all([1, 2, 3].map(() => relayTenant(tenantId, context)));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(250);
    await relayTenant(tenantId, context);
    expect([await jobsOf(tenantId), await waiting(tenantId)]).toEqual([newsIds.sort(), []]);
  });

  it('leaves a topic that this build does not know to the build that does', async () => {
    const tenantId = await newTenant();
    await tenantDb.write(systemScope(tenantId), (writer) => writer.announce('of-the-next-version', { tenantId }));
    const newsIds = await announce(tenantId);
    expect(await relayTenant(tenantId, context)).toBe(1);
    expect([await jobsOf(tenantId), (await waiting(tenantId)).length]).toEqual([newsIds, 1]);
  });

  it('is not held up by a line its job refuses, and says so in the log', async () => {
    const tenantId = await newTenant();
    const refused: string[] = [];
    const log: Log = { ...silentLog, failure: (event) => void refused.push(event) };
    await tenantDb.write(systemScope(tenantId), (writer) => writer.announce('count-runs', { tenantId }));
    const newsIds = await announce(tenantId);
    expect(await relayTenant(tenantId, { ...context, log })).toBe(2);
    expect([await jobsOf(tenantId), refused]).toEqual([newsIds, ['outbox.refused']]);
  });

  it('serves the other tenants when the queue fails in one', async () => {
    const tenantIds = [await newTenant(), await newTenant()];
    for (const tenantId of tenantIds) await announce(tenantId);
    let isFirst = true;
    const flaky: Pick<JobQueue, 'enqueue' | 'names'> = {
      names: queue.names,
      enqueue: (name, payload, jobId) => (isFirst ? ((isFirst = false), Promise.reject(new Error('connection lost'))) : queue.enqueue(name, payload, jobId)),
    };
    expect(await relayAll({ ...context, queue: flaky })).toBe(1);
    expect(await relayAll(context)).toBe(1);
  });

  it('runs the job of each line, relayed while everything runs', async () => {
    const tenantId = await newTenant();
    const relay = startOutboxRelay(context, 20);
    const worker = startWorker({ connection, definitions: [definition], context: { tenantDb, clock: clockAtOffset(0), log: silentLog } });
    const newsIds = await announce(tenantId, 5);
    const isDone = (): boolean => newsIds.every((newsId) => runs.includes(newsId));
    for (let turn = 0; turn < 500 && !isDone(); turn += 1) await pause(10);
    await relay.stop();
    await worker.stop();
    expect(runs.filter((newsId) => newsIds.includes(newsId)).sort()).toEqual(newsIds.sort());
  });
});
