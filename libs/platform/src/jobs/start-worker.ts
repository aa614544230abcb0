import { type Job, UnrecoverableError, type Worker } from 'bullmq';
import { isId } from '@ketenregie/kernel';
import type { LogFields } from '../logging/index.js';
import type { AnyJobDefinition, JobContext } from './job-definition.js';
import { openBullWorker, type QueueConnection } from './queue-connection.js';

export interface WorkerOptions {
  readonly connection: QueueConnection;
  readonly definitions: readonly AnyJobDefinition[];
  readonly context: JobContext;
  /** Jobs at once in this process. */
  readonly concurrency?: number;
  /** How long a killed worker's job waits for the next one; 30 s unless a spec shortens it. */
  readonly lockMs?: number;
}

export interface RunningWorker {
  /** Takes no new job, waits up to 20 s for those under way, then leaves them to the next worker. */
  stop(): Promise<void>;
}

/**
 * A worker that is killed leaves its job "stalled"; the next one takes it over. BullMQ's limit of one such take-over lost jobs
 * under repeated kills; a hundred lost none and still ends a job that kills each worker it meets.
 */
const TAKE_OVERS = 100;

/** An orchestrator gives 30 s between asking and killing; connections are closed within it too. */
const PATIENCE_MS = 20_000;

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

async function stop(worker: Worker, disconnect: () => Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<'late'>((resolve) => (timer = setTimeout(() => resolve('late'), PATIENCE_MS)));
  if ((await Promise.race([worker.close(), patience])) === 'late') await worker.close(true);
  clearTimeout(timer);
  await disconnect();
}

/** Starts to work on the queue. Connection errors are logged and mended by BullMQ; a failed job is tried again as its definition says. */
export function startWorker({ connection, definitions, context, concurrency = 5, lockMs = 30_000 }: WorkerOptions): RunningWorker {
  const byName = new Map(definitions.map((definition) => [definition.name, definition]));
  const process = async (job: Job): Promise<void> => {
    try {
      await run(job, byName.get(job.name), context);
    } catch (error) {
      context.log.failure('job.failed', error, fieldsOf(job));
      throw masked(error);
    }
  };
  const options = { concurrency, lockDuration: lockMs, stalledInterval: lockMs, maxStalledCount: TAKE_OVERS };
  const { opened: worker, disconnect } = openBullWorker(connection, process, options);
  worker.on('error', (error) => context.log.failure('worker.connection', error));
  worker.on('completed', (job) => context.log.info('job.done', fieldsOf(job)));
  return { stop: () => stop(worker, disconnect) };
}
