import { installationHealth, type InstallationHealth, operatorJson } from '@ketenregie/notices-server';
import { DomainError, isId, NotFoundError } from '@ketenregie/kernel';
import { readConfig } from '@ketenregie/platform/config';
import type { TenantDb } from '@ketenregie/platform/db';
import { type JobQueue, openJobQueue, queueConnectionOf } from '@ketenregie/platform/jobs';
import { silentLog } from '@ketenregie/platform/logging';
import { reopenFailedLine } from '@ketenregie/platform/outbox';
import { rows } from '../rows.js';
import { UsageError, type Verb } from '../verb.js';

const at = (date: Date | null | undefined): string => date?.toISOString() ?? '-';

function linesOf({ queue, work }: InstallationHealth): string[] {
  const ofQueue = queue === null ? ['queue         does not answer'] : [
    `queue         ${queue.waiting} waiting (oldest since ${at(queue.oldestWaitingAt)}), ${queue.active} active, ${queue.delayed} delayed, ${queue.failed} failed`,
    ...queue.schedules.map(({ name, cron, timeZone, nextAt, last }) => `schedule      ${name}  ${cron} ${timeZone}  last ${last === null ? 'not kept' : `${last.state} ${at(last.endedAt ?? last.dueAt)}`}  next ${at(nextAt)}`),
    ...queue.failedJobs.map(({ id, name, reason, failedAt }) => `failed job    ${name}  ${id}  ${reason}  ${at(failedAt)}`),
  ];
  return [
    ...ofQueue,
    `outbox        ${work.outboxWaiting} waiting (oldest since ${work.oldestOutboxAt ?? '-'}), ${work.outboxUnderWay} under way, ${work.outboxFailed} failed`,
    `long work     ${work.silentOperations} silent for ten minutes`,
    `mail          ${work.mailWaiting} waiting, ${work.mailInTrouble} in trouble (${work.mailInDoubt} of unknown outcome), held for ${work.sendingHeld} of ${work.tenants} tenants`,
  ];
}

/** Lets a failed job be tried anew; where the queue knows it no more, its line in the outbox is opened again. */
async function retryJob(queue: JobQueue, tenantDb: TenantDb, jobId: string): Promise<void> {
  if ((await queue.retry(jobId)) || (isId(jobId) && (await reopenFailedLine(tenantDb, jobId)))) return;
  throw new NotFoundError(`A failed job ${jobId}`);
}

/**
 * `queues`: how the queue, the outbox and the mail are. Numbers of all tenants together, nothing of any one. `queues retry ID` lets a failed job be tried anew.
 */
export const queues: Verb = {
  usage: '[retry ID] [--json]',
  options: { json: { type: 'boolean' } },
  async run({ positionals, values }, io, { environment, withDatabase }) {
    const [action, jobId, ...others] = positionals;
    if (others.length > 0 || (action !== undefined && (action !== 'retry' || jobId === undefined))) throw new UsageError('queues takes nothing, or retry ID');
    const config = readConfig(environment);
    const health = await withDatabase(rows, async ({ tenantDb, urls }) => {
      const connection = queueConnectionOf({ ...config, databaseQueueUrl: urls.queueUrl });
      if (connection === null) throw new DomainError('QUEUE_UNAVAILABLE', 'No queue is configured.');
      const queue = openJobQueue({ connection, definitions: [], log: silentLog });
      try {
        if (jobId !== undefined) await retryJob(queue, tenantDb, jobId);
        return await installationHealth({ db: tenantDb, queue });
      } finally {
        await queue.close();
      }
    });
    if (values['json'] === true) io.answer(JSON.stringify(operatorJson(health)));
    else for (const line of linesOf(health)) io.answer(line);
  },
};
