import { setTimeout as pause } from 'node:timers/promises';
import { clockAtOffset, newId } from '@ketenregie/kernel';
import { Writable } from 'node:stream';
import { createLog, silentLog } from '../logging/index.js';
import { createTestDatabase, lookIntoQueue, queueBackends, type QueueLook, type StoredJob, type TestQueue } from '../testing/index.js';
import { type AnyJobDefinition, defineJob, emptyPayload, idPayload, type JobContext, keepSchedules, openJobQueue, type Payload, type QueueConnection, type RunningWorker, startWorker } from './index.js';

const database = await createTestDatabase();
const tenantDb = await database.open();
const context: JobContext = { tenantDb, clock: clockAtOffset(0), log: silentLog };
const tenantId = newId();

const opened: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});
afterAll(() => database.drop());

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error('It did not come to pass within 20 s');
    await pause(10);
  }
}

function job(name: string, handler: (payload: Payload, context: JobContext) => Promise<void>): AnyJobDefinition {
  return defineJob({ name, payload: idPayload(), attempts: 3, backoff: { type: 'fixed', delayMs: 10 }, handler });
}

describe.each(queueBackends())('on $name', ({ open }) => {
  let place: TestQueue;
  let look: QueueLook;
  let connection: QueueConnection;
  beforeAll(async () => {
    place = await open(database);
    connection = place.connection;
    look = lookIntoQueue(connection);
  });
  afterAll(async () => {
    await look.close();
    await place.drop();
  });

  function queueOf(definitions: readonly AnyJobDefinition[]): ReturnType<typeof openJobQueue> {
    const queue = openJobQueue({ connection, definitions, log: silentLog });
    opened.push(() => queue.close());
    return queue;
  }

  function workOn(definitions: readonly AnyJobDefinition[], options: { context?: JobContext; lockMs?: number } = {}): RunningWorker {
    const worker = startWorker({ connection, definitions, context, ...options });
    opened.push(() => worker.stop());
    return worker;
  }

  const storedJobs = async (name: string): Promise<StoredJob[]> => (await look.jobs()).filter((each) => each.name === name);

  describe('a job', () => {
    it('runs with its payload and the context', async () => {
      const seen: unknown[] = [];
      const definition = job('run-once', (payload, { tenantDb: door }) => Promise.resolve(void seen.push(payload, door === tenantDb)));
      workOn([definition]);
      await queueOf([definition]).enqueue('run-once', { tenantId }, newId());
      await until(() => seen.length > 0);
      expect(seen).toEqual([{ tenantId }, true]);
    });

    it('is one job however often, and from how many sides, the same id is enqueued', async () => {
      let runs = 0;
      const definition = job('same-id', () => Promise.resolve(void (runs += 1)));
      const queues = [queueOf([definition]), queueOf([definition])];
      const jobId = newId();
      await Promise.all([...queues, ...queues].map((queue) => queue.enqueue('same-id', { tenantId }, jobId)));
      workOn([definition]);
      await until(() => runs > 0);
      await queues[0]?.enqueue('same-id', { tenantId }, jobId);
      expect([runs, (await storedJobs('same-id')).length]).toEqual([1, 1]);
    });

    it('is tried again until it succeeds', async () => {
      let runs = 0;
      const definition = job('third-time', () => ((runs += 1) < 3 ? Promise.reject(new Error('not yet')) : Promise.resolve()));
      workOn([definition]);
      await queueOf([definition]).enqueue('third-time', { tenantId }, newId());
      await until(() => runs === 3);
    });

    it('leaves nothing of what it failed with in the queue or the log', async () => {
      let log = '';
      const destination = new Writable({ write: (chunk: Buffer, _encoding, done) => ((log += chunk.toString()), done()) });
      const definition = job('tell-tale', () => Promise.reject(new RangeError('Jan de Vries, 68750110')));
      workOn([definition], { context: { ...context, log: createLog({ service: 'worker', destination }) } });
      await queueOf([definition]).enqueue('tell-tale', { tenantId }, newId());
      await until(() => (log.match(/job\.failed/g) ?? []).length === 3);
      await until(async () => JSON.stringify(await storedJobs('tell-tale')).includes('RangeError'));
      expect(JSON.stringify(await storedJobs('tell-tale')) + log).not.toMatch(/Vries|68750110/);
    });

    it.each([
      ['a name', { tenantId, name: 'Jan de Vries' }],
      ['a text in place of an id', { tenantId: 'Jan de Vries' }],
      ['no tenant', {}],
    ])('refuses a payload with %s', async (_name, payload) => {
      await expect(queueOf([job('ids-alone', () => Promise.resolve())]).enqueue('ids-alone', payload, newId())).rejects.toMatchObject({ code: 'JOB_PAYLOAD_INVALID' });
    });

    it('is forgotten when its time is over, and not before', async () => {
      const [done, ill] = [job('soon-done', () => Promise.resolve()), job('soon-ill', () => Promise.reject(new RangeError('ill')))];
      const queue = queueOf([done, ill]);
      workOn([done, ill]);
      await Promise.all([queue.enqueue('soon-done', { tenantId }, newId()), queue.enqueue('soon-ill', { tenantId }, newId())]);
      const kept = async (): Promise<string[]> => [...(await storedJobs('soon-done')), ...(await storedJobs('soon-ill'))].filter(({ isFinished }) => isFinished).map(({ name }) => name);
      await until(async () => (await kept()).length === 2);
      expect([await queue.forgetFinished(), await kept()]).toEqual([0, ['soon-done', 'soon-ill']]);
      expect([(await queue.forgetFinished({ done: 0, failed: 3_600 })) > 0, await kept()]).toEqual([true, ['soon-ill']]);
      expect([(await queue.forgetFinished({ done: 3_600, failed: 0 })) > 0, await kept()]).toEqual([true, []]);
    });

    it('refuses a name nobody defined', async () => {
      await expect(queueOf([]).enqueue('unheard-of', { tenantId }, newId())).rejects.toMatchObject({ code: 'JOB_UNKNOWN' });
    });

    it('is finished before its worker stops', async () => {
      let state = 'waiting';
      const definition = job('take-time', async () => {
        state = 'begun';
        await pause(150);
        state = 'done';
      });
      const worker = workOn([definition]);
      await queueOf([definition]).enqueue('take-time', { tenantId }, newId());
      await until(() => state === 'begun');
      await worker.stop();
      expect(state).toBe('done');
    });
  });

  describe('a schedule', () => {
    const sweep = (name: string, cron: string): AnyJobDefinition =>
      defineJob({ name, payload: emptyPayload, attempts: 3, backoff: { type: 'fixed', delayMs: 10 }, schedule: { cron, timeZone: 'Europe/Amsterdam' }, handler: () => Promise.resolve() });
    const standing = (): Promise<unknown[]> => look.schedules();

    it('stands once when eight workers start at the same moment, and runs at once beside it', async () => {
      const queues = Array.from({ length: 8 }, () => queueOf([sweep('sweep-nightly', '0 3 * * *')]));
      await Promise.all(queues.map((queue) => queue.registerSchedules()));
      expect(await standing()).toHaveLength(1);
      const ids = (await storedJobs('sweep-nightly')).map(({ id = '' }) => id.replace(/\d+$/, ''));
      expect(ids.sort()).toEqual(['catch-up-sweep-nightly', 'repeat:sweep-nightly:']);
    });

    it('moves when its definition does, and falls with it', async () => {
      await queueOf([sweep('sweep-nightly', '0 4 * * *'), sweep('sweep-hourly', '0 * * * *')]).registerSchedules();
      expect(JSON.stringify(await standing())).toContain('0 4 * * *');
      expect(await standing()).toHaveLength(2);
      await queueOf([]).registerSchedules();
      expect(await standing()).toHaveLength(0);
    });

    it('is made again where the queue has lost it, and runs at once then: nobody knows which hours it missed', async () => {
      let runs = 0;
      const definition = { ...sweep('sweep-nightly', '0 3 * * *'), handler: () => Promise.resolve(void (runs += 1)) };
      const queue = queueOf([definition]);
      expect([await queue.registerSchedules(), await queue.registerSchedules()]).toEqual([['sweep-nightly'], []]);
      await place.lose();
      const keeper = keepSchedules(queue, silentLog, 20);
      workOn([definition]);
      await until(() => runs === 1);
      await keeper.stop();
      expect(await standing()).toMatchObject([{ key: 'sweep-nightly', tz: 'Europe/Amsterdam' }]);
      const isLast = async (state: string): Promise<boolean> => (await queue.health()).schedules[0]?.last?.state === state;
      await until(() => isLast('done'));
      const ended = expect.any(Date) as unknown;
      expect((await queue.health()).schedules).toEqual([{ name: 'sweep-nightly', cron: '0 3 * * *', timeZone: 'Europe/Amsterdam', nextAt: ended, last: { state: 'done', dueAt: ended, endedAt: ended } }]);
      await queueOf([]).registerSchedules();
    });

    it('tells what became of its last run: done, or failed', async () => {
      let isWell = true;
      const definition = { ...sweep('sweep-often', '* * * * * *'), handler: () => (isWell ? Promise.resolve() : Promise.reject(new Error('ill'))) };
      const queue = queueOf([definition]);
      await queue.registerSchedules();
      workOn([definition]);
      const isLast = async (state: string): Promise<boolean> => (await queue.health()).schedules[0]?.last?.state === state;
      await until(() => isLast('done'));
      isWell = false;
      await until(() => isLast('failed'));
      await queueOf([]).registerSchedules();
    });

    it.each([['Europe/Amsterdam', '0 30 2 28 3 *', ['2027-03-28T01:30:00Z', '2027-03-28T00:30:00Z']], ['Asia/Tokyo', '0 0 9 1 7 *', ['2027-07-01T00:00:00Z']]] as const)('rings by the clock of %s', async (timeZone, cron, instants) => {
      const definition = { ...sweep('sweep-yearly', cron), schedule: { cron, timeZone } };
      await queueOf([definition]).registerSchedules();
      const [{ nextAt } = { nextAt: null }] = (await queueOf([]).health()).schedules;
      // Of a year that we do not choose; the hour that spring leaves out in 2027 rings at three.
      expect(instants.map((instant) => instant.slice(5))).toContain(nextAt?.toISOString().slice(5).replace('.000', ''));
      await queueOf([]).registerSchedules();
    });

    it('runs its job', async () => {
      let runs = 0;
      const definition = { ...sweep('sweep-often', '* * * * * *'), handler: () => Promise.resolve(void (runs += 1)) };
      workOn([definition]);
      const queue = queueOf([definition]);
      await queue.registerSchedules();
      await until(() => runs > 0);
      await queueOf([]).registerSchedules();
    });
  });

  it('tells how many jobs wait', async () => {
    expect(await queueOf([]).ping()).toEqual({ waiting: expect.any(Number) });
  });
});
