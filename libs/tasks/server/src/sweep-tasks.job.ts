import { type Clock, calendarDate } from '@ketenregie/kernel';
import { queryOne, systemScope, type TenantDb } from '@ketenregie/platform/db';
import { defineJob, emptyPayload } from '@ketenregie/platform/jobs';
import type { Log } from '@ketenregie/platform/logging';
import { isSweepDue, sweepTasks } from './sweep-tasks.js';

export interface SweepContext {
  readonly tenantDb: TenantDb;
  readonly clock: Clock;
  readonly log: Log;
}

/** Sweeps a tenant where its day or its log has moved on; returns whether it did. */
export async function sweepWhereDue({ tenantDb, clock, log }: SweepContext, tenantId: string): Promise<boolean> {
  const scope = systemScope(tenantId);
  const due = await tenantDb.read(scope, async (reader) => {
    const { timeZone } = await queryOne<{ timeZone: string }>(reader, 'select time_zone as "timeZone" from tenant');
    const today = clock.today(timeZone);
    return (await isSweepDue(reader, today)) ? today : null;
  });
  if (due === null) return false;
  const { opened, closed } = await tenantDb.write(scope, (writer) => sweepTasks(writer, calendarDate(due)));
  log.info('tasks.swept', { tenantId, count: opened + closed });
  return true;
}

/** Sweeps every tenant that is due. One tenant's trouble does not stop the others; the next minute tries again. */
export async function sweepAll(context: SweepContext): Promise<void> {
  for (const { id } of await context.tenantDb.listTenants()) {
    try {
      await sweepWhereDue(context, id);
    } catch (error) {
      context.log.failure('tasks.sweep', error, { tenantId: id });
    }
  }
}

/** Every minute, of which nearly all find nothing to do: the first after midnight in a tenant's zone is the nightly sweep, and a missed one catches up by itself. */
export const sweepTasksJob = defineJob({
  name: 'sweep-tasks',
  payload: emptyPayload,
  attempts: 3,
  backoff: { type: 'fixed', delayMs: 5_000 },
  schedule: { cron: '* * * * *', timeZone: 'Europe/Amsterdam' },
  handler: async (_, context) => sweepAll(context),
});
