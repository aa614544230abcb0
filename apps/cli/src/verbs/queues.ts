import { installationHealth, type InstallationHealth, operatorJson } from '@ketenregie/notices-server';
import { DomainError } from '@ketenregie/kernel';
import { readConfig } from '@ketenregie/platform/config';
import { openJobQueue, queueConnectionOf } from '@ketenregie/platform/jobs';
import { silentLog } from '@ketenregie/platform/logging';
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
    `mail          ${work.mailWaiting} waiting, ${work.mailInTrouble} in trouble, held for ${work.sendingHeld} of ${work.tenants} tenants`,
  ];
}

/** `queues`: how the queue, the outbox and the mail are. Numbers of all tenants together, nothing of any one. */
export const queues: Verb = {
  usage: '[--json]',
  options: { json: { type: 'boolean' } },
  async run({ positionals, values }, io, { environment, withDatabase }) {
    if (positionals.length > 0) throw new UsageError('queues takes no argument');
    const config = readConfig(environment);
    const health = await withDatabase(rows, async ({ tenantDb, urls }) => {
      const connection = queueConnectionOf({ ...config, databaseQueueUrl: urls.queueUrl });
      if (connection === null) throw new DomainError('QUEUE_UNAVAILABLE', 'No queue is configured.');
      const queue = openJobQueue({ connection, definitions: [], log: silentLog });
      try {
        return await installationHealth({ db: tenantDb, queue });
      } finally {
        await queue.close();
      }
    });
    if (values['json'] === true) io.answer(JSON.stringify(operatorJson(health)));
    else for (const line of linesOf(health)) io.answer(line);
  },
};
