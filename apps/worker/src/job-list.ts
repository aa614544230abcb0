import { refreshNextDue } from '@ketenregie/access-server';
import { noticeJobs } from '@ketenregie/notices-server';
import { ConfigError, readConfig } from '@ketenregie/platform/config';
import { type AnyJobDefinition, type JobQueue, openJobQueue, queueConnectionOf } from '@ketenregie/platform/jobs';
import { silentLog } from '@ketenregie/platform/logging';
import { type Mail, openMail } from '@ketenregie/platform/mail';
import { clearDoneWork } from '@ketenregie/platform/outbox';
import { makeReviewRound, sweepReviews } from '@ketenregie/reviews-server';
import { sweepTasksJob } from '@ketenregie/tasks-server';

let opened: Mail | null = null;

/** Mail as this process is configured, opened when the first notice is sent. */
const mail = (): Mail => (opened ??= openMail(readConfig(process.env)));

/** A queue of its own, for the job that clears up: the worker's is the worker's. */
function ownQueue(): JobQueue {
  const connection = queueConnectionOf(readConfig(process.env));
  if (connection === null) throw new ConfigError('DATABASE_QUEUE_URL', 'is not set, nor is REDIS_URL: there is no queue to clear up');
  return openJobQueue({ connection, definitions: [], log: silentLog });
}

/** All jobs of the product, each defined in one file of its feature (`*.job.ts`). */
export const jobList: readonly AnyJobDefinition[] = [refreshNextDue, makeReviewRound, sweepReviews, sweepTasksJob, ...noticeJobs({ mail }), clearDoneWork(ownQueue)];
