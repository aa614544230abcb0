import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { newId } from '@ketenregie/kernel';
import { systemScope, type TenantDb } from '@ketenregie/platform/db';
import { openJobQueue } from '@ketenregie/platform/jobs';
import { silentLog } from '@ketenregie/platform/logging';
import { type RunningMailbox, startMailbox } from '@ketenregie/platform/mail';
import { createTestDatabase, type KillableQueue, queueBackends, type TestDatabase, type TestQueue } from '@ketenregie/platform/testing';
import { deliveries, DIGEST_DAY, offsetTo, type OwnProcess, plantOffices, runDrill, startProcess } from '../src/testing/index.js';

const HEALTH = fileURLToPath(new URL('../dist/health.js', import.meta.url));
const SEED = Number(process.env['DRILL_SEED'] ?? Math.floor(Math.random() * 1_000_000));

describe.each(queueBackends())('worker processes on $name', (backend) => {
  let database: TestDatabase;
  let db: TenantDb;
  let queue: TestQueue;
  let dataDir: string;
  let mailbox: RunningMailbox;
  const started: OwnProcess[] = [];
  beforeEach(async () => {
    database = await createTestDatabase();
    db = await database.open();
    queue = await backend.open(database);
    dataDir = await mkdtemp(join(tmpdir(), 'ketenregie-worker-'));
    mailbox = await startMailbox(dataDir);
  });
  afterEach(async () => {
    await Promise.all(started.splice(0).map((worker) => worker.kill()));
    await mailbox.close();
    await queue.drop();
    await database.drop();
    await rm(dataDir, { recursive: true, force: true });
  });

  const environmentOfWorker = (): NodeJS.ProcessEnv => ({
    ...{ DATABASE_APP_URL: database.appUrl, DATABASE_QUEUE_URL: database.queueUrl, DATA_DIR: dataDir, MAIL_FROM: 'k@office.example', PUBLIC_URL: 'https://k.example' },
    ...queue.environment,
  });

  async function startWorker(environment: NodeJS.ProcessEnv = {}): Promise<OwnProcess> {
    const worker = await startProcess('quick-worker', { ...environmentOfWorker(), ...environment });
    started.push(worker);
    return worker;
  }

  async function until(condition: () => Promise<boolean>): Promise<void> {
    while (!(await condition())) {
      const ended = started.find(({ child }) => child.exitCode !== null && child.exitCode !== 0);
      if (ended !== undefined) throw new Error(`A worker ended by itself: ${ended.output()}`);
      await pause(20);
    }
  }

  const notices = (condition: string): Promise<{ state: string; period: string }[]> => database.asAdmin(`select state, period from notice where ${condition}`);
  const runs = (tenantId: string): Promise<{ state: string; begun: number; ended: number }[]> =>
    database.asAdmin(`select state, 1 + coalesce(total_count, 0)::int as begun, done_count::int as ended from operation where tenant_id = $1 and kind = 'take-time'`, [tenantId]);
  const outcomes = async (tenantId: string): Promise<number> => (await database.asAdmin('select 1 from outbox where tenant_id = $1 and done_at is not null', [tenantId])).length;
  const announce = (tenantId: string, count = 1): Promise<void> =>
    db.write(systemScope(tenantId), async (writer) => {
      for (let nr = 0; nr < count; nr += 1) await writer.announce('take-time', { tenantId, runId: newId() });
    });

  // What a mail server that cannot be asked leaves in doubt has nothing to do with the queue: once is enough.
  it.each(backend.name === 'PostgreSQL' ? [true, false] : [true])(`tell 60 people once while they are killed three times (seed ${SEED}, mail server can be asked: %s)`, async (canBeAsked) => {
    const result = await runDrill({ database, backend, canBeAsked, notices: 60, kills: 3, seed: SEED });
    expect(result).toMatchObject({ expected: 60, lost: 0, double: 0, kills: 3 });
    expect(result.delivered + result.parked - result.parkedDelivered).toBe(60);
    if (canBeAsked) expect(result.parked).toBe(0);
  }, 240_000);

  it('catch up with the hour that passed while none ran, once, though two start at the same moment', async () => {
    await plantOffices(database, db, { offices: 2, members: 30 });
    const early = await startWorker({ CLOCK_OFFSET_MS: offsetTo(`${DIGEST_DAY}T05:50:00Z`) });
    await until(async () => (await database.asAdmin('select 1 from task_sweep')).length === 2);
    expect(await early.stop()).toBe(0);
    expect(await notices('true')).toEqual([]);
    const noon = { CLOCK_OFFSET_MS: offsetTo(`${DIGEST_DAY}T11:10:00Z`) };
    await Promise.all([startWorker(noon), startWorker(noon)]);
    await until(async () => (await notices(`state = 'sent'`)).length === 30);
    expect(new Set((await notices('true')).map(({ period }) => period))).toEqual(new Set([DIGEST_DAY]));
    expect([...(await deliveries(dataDir)).values()]).toEqual(Array(30).fill(1));
  }, 120_000);

  it('do each job once when two work at once', async () => {
    const [tenantId = ''] = await plantOffices(database, db, { offices: 1, members: 1 });
    await Promise.all([startWorker({ TAKE_TIME_MS: '20' }), startWorker({ TAKE_TIME_MS: '20' })]);
    await announce(tenantId, 60);
    await until(async () => (await outcomes(tenantId)) === 60);
    expect(await runs(tenantId)).toEqual(Array(60).fill({ state: 'done', begun: 1, ended: 1 }));
  }, 120_000);

  it('finish the job under way when asked to stop', async () => {
    const [tenantId = ''] = await plantOffices(database, db, { offices: 1, members: 1 });
    const worker = await startWorker({ TAKE_TIME_MS: '1000' });
    await announce(tenantId);
    await until(async () => (await runs(tenantId)).length === 1);
    expect(await worker.stop()).toBe(0);
    expect([await runs(tenantId), await outcomes(tenantId)]).toEqual([[{ state: 'done', begun: 1, ended: 1 }], 1]);
  }, 120_000);

  it('hand a job that takes longer than they may to the next, and end', async () => {
    const [tenantId = ''] = await plantOffices(database, db, { offices: 1, members: 1 });
    const worker = await startWorker({ TAKE_TIME_MS: '600000' });
    await announce(tenantId);
    await until(async () => (await runs(tenantId)).length === 1);
    expect([await worker.stop(), await runs(tenantId)]).toEqual([0, [{ state: 'running', begun: 1, ended: 0 }]]);
    await startWorker({ TAKE_TIME_MS: '10' });
    await until(async () => (await outcomes(tenantId)) === 1);
    expect(await runs(tenantId)).toEqual([{ state: 'done', begun: 2, ended: 1 }]);
  }, 120_000);

  it('show that they are well, and no longer while they hang or their database is gone', async () => {
    const file = join(dataDir, 'heartbeat');
    const worker = await startWorker({ HEARTBEAT_FILE: file });
    const isWell = (): boolean => spawnSync(process.execPath, [HEALTH, '1'], { env: { HEARTBEAT_FILE: file } }).status === 0;
    const becomes = (well: boolean): Promise<void> => until(() => Promise.resolve(isWell() === well));
    await becomes(true);
    worker.child.kill('SIGSTOP');
    await becomes(false);
    worker.child.kill('SIGCONT');
    await becomes(true);
    await database.asAdmin(`do $$ begin execute format('revoke connect on database %I from public, ketenregie_app, ketenregie_queue', current_database()); end $$`);
    await database.asAdmin('select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()');
    await becomes(false);
    await database.asAdmin(`do $$ begin execute format('grant connect on database %I to public', current_database()); end $$`);
    await becomes(true);
    expect(await worker.stop()).toBe(0);
    expect([isWell(), worker.output()]).toEqual([false, expect.stringContaining('heartbeat.missed')]);
  }, 120_000);

  it('begin a job that ends each of them five times, then leave it to the operator with its reason; those taken beside it are done, and it is too once it can be', async () => {
    const [tenantId = ''] = await plantOffices(database, db, { offices: 1, members: 1 });
    const runId = newId();
    await db.write(systemScope(tenantId), (writer) => writer.announce('end-worker', { tenantId, runId }));
    await announce(tenantId, 20);
    const failure = async (): Promise<string | undefined> => (await database.asAdmin<{ failure: string }>('select failure from outbox where tenant_id = $1 and failed_at is not null', [tenantId]))[0]?.failure;
    const begun = async () => (await database.asAdmin<{ begun: number; state: string }>(`select 1 + coalesce(total_count, 0)::int as begun, state from operation where id = $1`, [runId]))[0];
    let ended = 0;
    while ((await failure()) === undefined) {
      const worker = await startProcess('quick-worker', { ...environmentOfWorker(), TAKE_TIME_MS: '300', END_WORKER: '1' });
      while (worker.child.signalCode === null && (await failure()) === undefined) await pause(20);
      if (worker.child.signalCode === 'SIGKILL') ended += 1;
      else await worker.stop();
    }
    expect([ended, await begun(), await failure()]).toEqual([5, { begun: 5, state: 'running' }, 'WORKER_ENDED']);
    await startWorker({ TAKE_TIME_MS: '20' });
    await until(async () => (await outcomes(tenantId)) === 20);
    const jobs = openJobQueue({ connection: queue.connection, definitions: [], log: silentLog });
    const { failedJobs } = await jobs.health();
    const [failed] = failedJobs.filter(({ name }) => name === 'end-worker');
    expect(failed).toMatchObject({ reason: 'WORKER_ENDED', attempts: 6 });
    expect(await jobs.retry(failed?.id ?? '')).toBe(true);
    await until(async () => (await outcomes(tenantId)) === 21);
    expect([await begun(), await failure(), (await jobs.health()).failedJobs.filter(({ name }) => name === 'end-worker')]).toEqual([{ begun: 6, state: 'done' }, undefined, []]);
    await jobs.close();
  }, 240_000);

  if (backend.name === 'Redis' && process.env['TEST_REDIS_SERVER'] !== undefined) {
    it('are ill while their queue is gone, and well again with it', async () => {
      const file = join(dataDir, 'heartbeat');
      await startWorker({ HEARTBEAT_FILE: file });
      const becomes = (status: number): Promise<void> => until(() => Promise.resolve(spawnSync(process.execPath, [HEALTH, '1'], { env: { HEARTBEAT_FILE: file } }).status === status));
      await becomes(0);
      await (queue as KillableQueue).kill();
      await becomes(1);
      await (queue as KillableQueue).start();
      await becomes(0);
    }, 120_000);

    it('end when asked to, also when their queue is out of reach', async () => {
      const worker = await startWorker();
      await (queue as KillableQueue).kill();
      expect(await worker.stop()).toBe(0);
    }, 120_000);
  }
});
