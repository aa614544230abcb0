import { setTimeout as pause } from 'node:timers/promises';
import { clockAtOffset, newId } from '@ketenregie/kernel';
import { systemScope } from '../db/index.js';
import { defineJob, idPayload, type JobQueue, openJobQueue, type RunningWorker, startWorker } from '../jobs/index.js';
import { type Log, silentLog } from '../logging/index.js';
import { createTestDatabase, lookIntoQueue, queueBackends, type QueueLook, type TestQueue } from '../testing/index.js';
import { lookAfterAll, lookAfterTenant, outboxOutcomes, relayAll, relayTenant, startOutboxRelay } from './index.js';

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
const poison = defineJob({ name: 'poison', payload: idPayload(), attempts: 3, backoff: { type: 'fixed', delayMs: 10 }, handler: () => Promise.reject(new RangeError('Jan de Vries')) });
const definitions = [definition, poison];
afterAll(() => database.drop());

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

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error('It did not come to pass within 30 s');
    await pause(10);
  }
}

const waiting = (tenantId: string): Promise<unknown[]> => database.asAdmin('select id from outbox where tenant_id = $1 and relayed_at is null', [tenantId]);
const open = (tenantId: string): Promise<unknown[]> => database.asAdmin('select id from outbox where tenant_id = $1 and done_at is null and failed_at is null', [tenantId]);
const runsOf = (newsIds: readonly string[]): string[] => runs.filter((newsId) => newsIds.includes(newsId)).sort();

describe.each(queueBackends())('the outbox on $name', (backend) => {
  let place: TestQueue;
  let look: QueueLook;
  let queue: JobQueue;
  let context: { tenantDb: typeof tenantDb; queue: JobQueue; log: Log };
  beforeAll(async () => {
    place = await backend.open(database);
    look = lookIntoQueue(place.connection);
    queue = openJobQueue({ connection: place.connection, definitions, log: silentLog });
    context = { tenantDb, queue, log: silentLog };
  });
  afterAll(async () => {
    await queue.close();
    await look.close();
    await place.drop();
  });

  const work = (): RunningWorker =>
    startWorker({ connection: place.connection, definitions, context: { tenantDb, clock: clockAtOffset(0), log: silentLog }, outcomes: outboxOutcomes(tenantDb) });

  async function jobsOf(tenantId: string): Promise<string[]> {
    const jobs = await look.jobs();
    return jobs.flatMap(({ data }) => (data['tenantId'] === tenantId ? [data['newsId'] ?? ''] : [])).sort();
  }

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

  it('runs the job of each line, relayed while everything runs, and keeps that it is done', async () => {
    const tenantId = await newTenant();
    const relay = startOutboxRelay(context, { shortestPauseMs: 20, lookAfterMs: 60_000 });
    const worker = work();
    const newsIds = await announce(tenantId, 5);
    await until(async () => (await open(tenantId)).length === 0);
    await relay.stop();
    await worker.stop();
    expect(runsOf(newsIds)).toEqual(newsIds.sort());
  });

  it('makes each job anew when the queue has lost all it held, and runs none twice that was done', async () => {
    const tenantId = await newTenant();
    const before = await announce(tenantId, 5);
    const first = work();
    await relayTenant(tenantId, context);
    await until(async () => (await open(tenantId)).length === 0);
    await first.stop();
    const lost = await announce(tenantId, 120);
    await relayTenant(tenantId, context);
    await place.lose();
    expect(await jobsOf(tenantId)).toEqual([]);
    expect(await lookAfterTenant(tenantId, context, 60_000)).toBe(0);
    expect(await lookAfterTenant(tenantId, context, 0)).toBe(120);
    expect(await jobsOf(tenantId)).toEqual(lost.sort());
    const next = work();
    await until(async () => (await open(tenantId)).length === 0);
    await next.stop();
    expect([runsOf(lost), runsOf(before)]).toEqual([lost, before.sort()]);
  });

  it('makes no second job of what the queue still holds', async () => {
    const tenantId = await newTenant();
    const newsIds = await announce(tenantId, 3);
    await relayTenant(tenantId, context);
    expect(await lookAfterTenant(tenantId, context, 0)).toBe(3);
    expect(await jobsOf(tenantId)).toEqual(newsIds.sort());
  });

  it('parks a job that always fails, with its reason and nothing of what it said, and holds up none of the others', async () => {
    const tenantId = await newTenant();
    await tenantDb.write(systemScope(tenantId), (writer) => writer.announce('poison', { tenantId }));
    const newsIds = await announce(tenantId, 50);
    const worker = work();
    await relayTenant(tenantId, context);
    await until(async () => (await open(tenantId)).length === 0);
    expect(runsOf(newsIds)).toEqual(newsIds.sort());
    const [parked] = await database.asAdmin<{ id: string; failure: string }>('select id, failure from outbox where tenant_id = $1 and failed_at is not null', [tenantId]);
    expect(parked?.failure).toBe('RangeError');
    await until(async () => (await queue.health()).failed === 1);
    const [first] = (await queue.health()).failedJobs;
    expect((await queue.health()).failedJobs).toEqual([{ id: parked?.id, name: 'poison', tenantId, reason: 'RangeError', attempts: 3, failedAt: expect.any(Date) }]);
    expect(await lookAfterAll(context, 0)).toBeGreaterThanOrEqual(0);
    expect(await open(tenantId)).toEqual([]);
    expect([await queue.retry(newId()), await queue.retry(parked?.id ?? '')]).toEqual([false, true]);
    // As if it were new: all its attempts once more, and then it is there again.
    const isAnew = async (): Promise<boolean> => (await queue.health()).failedJobs.some(({ id, attempts, failedAt }) => id === parked?.id && attempts === 3 && failedAt > (first?.failedAt ?? failedAt));
    await until(isAnew);
    await worker.stop();
  });
});
