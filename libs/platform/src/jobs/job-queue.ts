import { DomainError } from '@ketenregie/kernel';
import type { Queue } from 'bullmq';
import type { Log } from '../logging/index.js';
import { connectionFailures } from './connection-failures.js';
import type { AnyJobDefinition, Payload } from './job-definition.js';
import { jobOptions } from './job-options.js';
import { openBullQueue, type QueueConnection } from './queue-connection.js';
import { forgetFinished, type KeptFor } from './forget-finished.js';
import { type QueueHealth, queueHealth, retryFailed } from './queue-health.js';
import { registerSchedules } from './register-schedules.js';

/** The sending end of the queue. Only the outbox relay enqueues: what a use case wants done it announces in its transaction. */
export interface JobQueue {
  /** The wire names of the jobs this build knows. */
  readonly names: readonly string[];
  /**
   * Enqueues a job under an id. The same id again changes nothing while the job is known (two days after it is done).
   * Throws a DomainError for a name that no definition has or a payload that is not its own.
   */
  enqueue(name: string, payload: unknown, jobId: string): Promise<void>;
  /**
   * Makes the schedules of the definitions stand, and those of definitions that are gone fall. Safe from many sides at once. A schedule that was not there
   * also runs at once: the queue may have been emptied, and nobody knows which of its hours passed meanwhile. Returns the names of those.
   */
  registerSchedules(): Promise<readonly string[]>;
  /** Throws unless the queue answers. Gives how many jobs wait. */
  ping(): Promise<{ readonly waiting: number }>;
  /** How the queue is, for the operator. */
  health(): Promise<QueueHealth>;
  /** Deletes the finished jobs whose time is over: done two days ago, failed thirty days ago, unless told otherwise. Returns how many. */
  forgetFinished(kept?: KeptFor): Promise<number>;
  /** Lets a job that failed for good be tried anew; false where none such is known. */
  retry(jobId: string): Promise<boolean>;
  /** Closes the connections, also those to a queue that is out of reach. */
  close(): Promise<void>;
}

export interface JobQueueOptions {
  readonly connection: QueueConnection;
  readonly definitions: readonly AnyJobDefinition[];
  readonly log: Log;
}

function checked(definition: AnyJobDefinition, payload: unknown): Payload {
  const result = definition.payload.safeParse(payload);
  if (result.success) return result.data;
  throw new DomainError('JOB_PAYLOAD_INVALID', `The payload of job ${definition.name} is not ids alone, as its schema asks.`);
}

async function enqueue(queue: Queue, definition: AnyJobDefinition | undefined, { payload, jobId }: { payload: unknown; jobId: string }): Promise<void> {
  if (definition === undefined) throw new DomainError('JOB_UNKNOWN', 'No job has this name.');
  await queue.add(definition.name, checked(definition, payload), { ...jobOptions(definition), jobId });
}

/** Longer than any answer of a queue that is well; a lost Redis would be waited for without an end. */
const PATIENCE_MS = 5_000;

/** Closing what is lost. */
const LAST_PATIENCE_MS = 2_000;

async function answered<T>(work: Promise<T>, patienceMs = PATIENCE_MS): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  // One that loses the race may fail later; nobody waits for it any more.
  work.catch(() => undefined);
  const late = new Promise<never>((_resolve, reject) => (timer = setTimeout(() => reject(new Error(`The queue did not answer within ${patienceMs / 1000} s`)), patienceMs)));
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Opens the queue. Connections are made when they are first needed; a broken one is logged and made anew. */
export function openJobQueue({ connection, definitions, log }: JobQueueOptions): JobQueue {
  const { opened: queue, disconnect } = openBullQueue(connection, {});
  // Without a listener a connection that breaks while idle would end the process.
  queue.on('error', connectionFailures(log, 'queue.connection'));
  const byName = new Map(definitions.map((definition) => [definition.name, definition]));
  return {
    names: [...byName.keys()],
    enqueue: (name, payload, jobId) => answered(enqueue(queue, byName.get(name), { payload, jobId })),
    registerSchedules: () => answered(registerSchedules(queue, definitions)),
    ping: () => answered(queue.getWaitingCount().then((waiting) => ({ waiting }))),
    health: () => answered(queueHealth(queue)),
    forgetFinished: (kept) => forgetFinished(queue, answered, kept),
    retry: (jobId) => answered(retryFailed(queue, jobId)),
    async close() {
      await answered(queue.close(), LAST_PATIENCE_MS).catch(() => undefined);
      await disconnect();
    },
  };
}
