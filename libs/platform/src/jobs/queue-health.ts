import type { Job, JobSchedulerJson, Queue } from 'bullmq';
import { CronExpressionParser } from 'cron-parser';
import { catchUpId } from './register-schedules.js';

/** A job that failed after all its attempts; kept thirty days. Ids and codes alone: nothing of what it was about. */
export interface FailedJob {
  readonly id: string;
  readonly name: string;
  readonly tenantId: string | null;
  /** The class or code of the last failure. */
  readonly reason: string;
  readonly attempts: number;
  readonly failedAt: Date;
}

export interface StandingSchedule {
  readonly name: string;
  readonly cron: string;
  readonly timeZone: string;
  readonly nextAt: Date | null;
  /** What became of the last run that was due, or made up for what was missed; null before its first, and where the queue keeps it no longer (two days). */
  readonly last: ScheduleRun | null;
}

export interface ScheduleRun {
  readonly dueAt: Date;
  readonly state: 'done' | 'failed' | 'under-way';
  readonly endedAt: Date | null;
}

/** How the queue is. */
export interface QueueHealth {
  readonly waiting: number;
  readonly active: number;
  /** Planned for later: the next run of each schedule, and what is tried again after a pause. */
  readonly delayed: number;
  readonly failed: number;
  /** When the job that waits longest was enqueued; null where none waits. A time long past tells that no worker runs. */
  readonly oldestWaitingAt: Date | null;
  readonly schedules: readonly StandingSchedule[];
  /** The latest fifty. */
  readonly failedJobs: readonly FailedJob[];
}

const FAILED_SHOWN = 50;

function failedJob({ id = '', name, data, failedReason, attemptsMade, attemptsStarted, finishedOn }: Job): FailedJob {
  const tenantId: unknown = (data as { tenantId?: unknown } | null)?.tenantId;
  return { id, name, tenantId: typeof tenantId === 'string' ? tenantId : null, reason: failedReason ?? 'UNKNOWN', attempts: Math.max(attemptsMade, attemptsStarted ?? 0), failedAt: new Date(finishedOn ?? 0) };
}

function runOf(job: Job | undefined, dueAt?: Date): ScheduleRun | null {
  if (job === undefined) return null;
  const isEnded = job.finishedOn !== undefined && job.finishedOn !== null;
  const state = !isEnded ? 'under-way' : job.failedReason ? 'failed' : 'done';
  return { dueAt: dueAt ?? new Date(job.timestamp), state, endedAt: isEnded ? new Date(job.finishedOn ?? 0) : null };
}

/** The run before the next one by the id it had, or the run beside the schedule that made up for what was missed, whichever was due later. */
async function lastRun(queue: Queue, { key, pattern, tz, next }: JobSchedulerJson): Promise<ScheduleRun | null> {
  if (pattern === undefined || typeof next !== 'number') return null;
  const dueAt = CronExpressionParser.parse(pattern, { currentDate: new Date(next), ...(tz === undefined ? {} : { tz }) }).prev().toDate();
  const [regular, beside] = await Promise.all([queue.getJob(`repeat:${key}:${String(dueAt.getTime())}`), queue.getJob(catchUpId(key))]);
  const [ofHour, made] = [runOf(regular, dueAt), runOf(beside)];
  return ofHour !== null && (made === null || made.dueAt < ofHour.dueAt) ? ofHour : made;
}

async function standing(queue: Queue, scheduler: JobSchedulerJson): Promise<StandingSchedule> {
  const { key, pattern, tz, next } = scheduler;
  return { name: key, cron: pattern ?? '', timeZone: tz ?? '', nextAt: typeof next === 'number' ? new Date(next) : null, last: await lastRun(queue, scheduler) };
}

/** Asks the queue how it is: a handful of statements and one a schedule, whatever it holds. */
export async function queueHealth(queue: Queue): Promise<QueueHealth> {
  const [counts, [oldest], schedulers, failed] = await Promise.all([
    queue.getJobCounts('waiting', 'active', 'delayed', 'failed'),
    queue.getJobs('waiting', 0, 0, true),
    queue.getJobSchedulers(0, 999, true),
    queue.getJobs('failed', 0, FAILED_SHOWN - 1),
  ]);
  const count = (state: string): number => counts[state] ?? 0;
  return {
    waiting: count('waiting'),
    active: count('active'),
    delayed: count('delayed'),
    failed: count('failed'),
    oldestWaitingAt: oldest === undefined ? null : new Date(oldest.timestamp),
    schedules: await Promise.all(schedulers.map((scheduler) => standing(queue, scheduler))),
    failedJobs: failed.map(failedJob),
  };
}

/** Puts a failed job back as if it were new, with all its attempts; false where there is no failed job with this id. */
export async function retryFailed(queue: Queue, jobId: string): Promise<boolean> {
  const job = await queue.getJob(jobId);
  if (job === undefined || !(await job.isFailed())) return false;
  await job.updateProgress(0);
  await job.retry('failed', { resetAttemptsMade: true, resetAttemptsStarted: true });
  return true;
}
