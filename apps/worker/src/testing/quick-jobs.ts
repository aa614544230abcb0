import { setTimeout as pause } from 'node:timers/promises';
import { systemScope } from '@ketenregie/platform/db';
import { type AnyJobDefinition, defineJob, idPayload } from '@ketenregie/platform/jobs';

/** The job of these specs: notes that it began, takes its time, notes that it ended. The line is its own, so that each run can be seen. */
const takeTime = defineJob({
  name: 'take-time',
  payload: idPayload('runId'),
  attempts: 5,
  backoff: { type: 'fixed', delayMs: 50 },
  async handler({ tenantId, runId }, { tenantDb }) {
    const note = (sql: string): Promise<unknown> => tenantDb.write(systemScope(tenantId), (writer) => writer.query(sql, [runId]));
    await note(`insert into operation (id, kind, started_by) values ($1, 'take-time', 'system') on conflict (tenant_id, id) do update set total_count = coalesce(operation.total_count, 0) + 1`);
    await pause(Number(process.env['TAKE_TIME_MS'] ?? 1_000));
    await note(`update operation set state = 'done', done_count = done_count + 1 where id = $1`);
  },
});

/** A job that ends its worker as a crash does, until it is told not to: notes that it began, and is gone. */
const endWorker = defineJob({
  name: 'end-worker',
  payload: idPayload('runId'),
  attempts: 3,
  backoff: { type: 'fixed', delayMs: 50 },
  async handler({ tenantId, runId }, { tenantDb }) {
    const note = (sql: string): Promise<unknown> => tenantDb.write(systemScope(tenantId), (writer) => writer.query(sql, [runId]));
    await note(`insert into operation (id, kind, started_by) values ($1, 'end-worker', 'system') on conflict (tenant_id, id) do update set total_count = coalesce(operation.total_count, 0) + 1`);
    if (process.env['END_WORKER'] === '1') {
      process.kill(process.pid, 'SIGKILL');
      await pause(60_000);
    }
    await note(`update operation set state = 'done', done_count = done_count + 1 where id = $1`);
  },
});

/** The product's jobs with each minute's schedule turned into each second's, for nobody waits a minute in a spec; and the jobs of these specs. */
export function quickJobs(jobs: readonly AnyJobDefinition[]): readonly AnyJobDefinition[] {
  const quick = jobs.map((job) => (job.schedule?.cron === '* * * * *' ? { ...job, schedule: { ...job.schedule, cron: '* * * * * *' } } : job));
  return [...quick, takeTime, endWorker];
}
