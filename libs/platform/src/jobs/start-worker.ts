import { setTimeout as pause } from 'node:timers/promises';
import { type Job, UnrecoverableError, type Worker } from 'bullmq';
import { isId } from '@ketenregie/kernel';
import type { Log, LogFields } from '../logging/index.js';
import { connectionFailures } from './connection-failures.js';
import type { AnyJobDefinition, JobContext } from './job-definition.js';
import { openBullWorker, type Opened, type QueueConnection } from './queue-connection.js';
import { newSuspects } from './suspects.js';

/** The job of a tenant, by the id it was enqueued under. */
export interface EndedJob {
  readonly jobId: string;
  readonly tenantId: string;
}

/** Who keeps what became of jobs, where the queue may lose it: the outbox. Called before the queue is told. */
export interface JobOutcomes {
  done(job: EndedJob): Promise<void>;
  /** After its last attempt; the reason is a class or a code. */
  failed(job: EndedJob, reason: string): Promise<void>;
}

export interface WorkerOptions {
  readonly connection: QueueConnection;
  readonly definitions: readonly AnyJobDefinition[];
  readonly context: JobContext;
  readonly outcomes?: JobOutcomes;
  /** Jobs at once in this process. */
  readonly concurrency?: number;
  /** How long a killed worker's job waits for the next one; 30 s unless a spec shortens it. */
  readonly lockMs?: number;
  /** How long jobs under way are waited for when stopping; 20 s unless a spec shortens it. */
  readonly patienceMs?: number;
}

export interface RunningWorker {
  /** Takes no new job, waits for those under way, then leaves them to the next worker. The process ends after it: until then it holds on to them. */
  stop(): Promise<void>;
}

/**
 * A worker that is killed leaves its job "stalled"; the next one takes it over. BullMQ's limit of one such take-over lost jobs under repeated kills, and does
 * not hold for the runs of a schedule: so it is wide, and the limit is ours (`suspects.ts`).
 */
const TAKE_OVERS = 100;

/** An orchestrator gives 30 s between asking and killing; connections are closed within it too. */
const PATIENCE_MS = 20_000;

/** Once nothing runs, telling the queue and cutting the connections takes no time; to a queue that is out of reach even that may hang. */
const LAST_PATIENCE_MS = 2_000;

async function run(job: Job, definition: AnyJobDefinition | undefined, context: JobContext): Promise<void> {
  if (definition === undefined) throw new UnrecoverableError('JOB_UNKNOWN');
  const payload = definition.payload.safeParse(job.data);
  if (!payload.success) throw new UnrecoverableError('JOB_PAYLOAD_INVALID');
  await definition.handler(payload.data as never, context);
}

function fieldsOf(job: Job | undefined): LogFields {
  const tenantId: unknown = (job?.data as { tenantId?: unknown } | undefined)?.tenantId;
  const milliseconds = job?.finishedOn !== undefined && job.processedOn !== undefined ? job.finishedOn - job.processedOn : undefined;
  return { job: job?.name, jobId: job?.id, attempt: job?.attemptsMade, ms: milliseconds, tenantId: typeof tenantId === 'string' && isId(tenantId) ? tenantId : undefined };
}

/** What stands in the queue's table about a failure: the class and the code, never a message that may quote a row. */
function masked(error: unknown): Error {
  if (error instanceof UnrecoverableError) return error;
  const code = (error as { code?: unknown } | null)?.code;
  const mask = new Error(typeof code === 'string' && /^[A-Z0-9_]{2,60}$/.test(code) ? code : error instanceof Error ? error.constructor.name : 'UNKNOWN');
  mask.stack = '';
  return mask;
}

function endedJob(job: Job | undefined): EndedJob | null {
  const { jobId, tenantId } = fieldsOf(job);
  return typeof jobId === 'string' && isId(jobId) && typeof tenantId === 'string' ? { jobId, tenantId } : null;
}

const isLastAttempt = (job: Job, error: Error): boolean => error instanceof UnrecoverableError || job.attemptsMade + 1 >= (job.opts.attempts ?? 1);

/** What a failure of keeping an outcome means: the job is done or failed all the same, and its line is looked at again later. */
const keeping = ({ context }: WorkerOptions, job: Job | undefined, work: Promise<void>): Promise<void> => work.catch((error: unknown) => context.log.failure('job.outcome', error, fieldsOf(job)));

async function tellFailure(options: WorkerOptions, job: Job | undefined, error: Error): Promise<void> {
  const ended = endedJob(job);
  if (ended !== null && options.outcomes !== undefined) await keeping(options, job, options.outcomes.failed(ended, error.message));
}

function processorOf(options: WorkerOptions): (job: Job) => Promise<void> {
  const { definitions, context, outcomes } = options;
  const byName = new Map(definitions.map((definition) => [definition.name, definition]));
  const suspects = newSuspects();
  return async (job) => {
    try {
      await suspects.run(job, () => run(job, byName.get(job.name), context));
    } catch (error) {
      context.log.failure('job.failed', error, fieldsOf(job));
      const mask = masked(error);
      if (isLastAttempt(job, mask)) await tellFailure(options, job, mask);
      throw mask;
    }
    const ended = endedJob(job);
    if (ended !== null && outcomes !== undefined) await keeping(options, job, outcomes.done(ended));
  };
}

/** Whether work took longer than that. */
async function late(work: Promise<unknown>, patienceMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<true>((resolve) => (timer = setTimeout(() => resolve(true), patienceMs)));
  const isLate = await Promise.race([work.then(() => false), patience]);
  clearTimeout(timer);
  return isLate;
}

/** A worker as it is stopped. */
interface Stopping extends Opened<Worker> {
  readonly underWay: ReadonlySet<Promise<void>>;
  readonly patienceMs: number;
  readonly log: Log;
}

async function stop({ opened: worker, disconnect, underWay, patienceMs, log }: Stopping): Promise<void> {
  const closing = worker.close().catch((error: unknown) => log.failure('worker.stop', error));
  // To a queue that is out of reach BullMQ waits without an end, also where nothing runs.
  const idle = Promise.allSettled(underWay).then(() => pause(LAST_PATIENCE_MS, undefined, { ref: false }));
  if (await late(Promise.race([closing, idle]), patienceMs)) log.warn('worker.stop-late');
  await late(worker.disconnect().catch(() => undefined), LAST_PATIENCE_MS);
  await disconnect();
}

/** Starts to work on the queue. Connection errors are logged and mended by BullMQ; a failed job is tried again as its definition says. */
export function startWorker(options: WorkerOptions): RunningWorker {
  const { connection, context, concurrency = 5, lockMs = 30_000, patienceMs = PATIENCE_MS } = options;
  const underWay = new Set<Promise<void>>();
  const process = processorOf(options);
  const tracked = (job: Job): Promise<void> => {
    const running = process(job).finally(() => underWay.delete(running));
    underWay.add(running);
    return running;
  };
  const { opened: worker, disconnect } = openBullWorker(connection, tracked, { concurrency, lockDuration: lockMs, stalledInterval: lockMs, maxStalledCount: TAKE_OVERS });
  worker.on('error', connectionFailures(context.log, 'worker.connection'));
  worker.on('completed', (job) => context.log.info('job.done', fieldsOf(job)));
  // One that was taken over too often fails without ever coming by its handler.
  worker.on('failed', (job, error) => void (job?.finishedOn === undefined ? undefined : tellFailure(options, job, error)));
  return { stop: () => stop({ opened: worker, disconnect, underWay, patienceMs, log: context.log }) };
}
