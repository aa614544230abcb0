import { DomainError } from '@ketenregie/kernel';
import type { Queue } from 'bullmq';
import type { Log } from '../logging/index.js';
import type { AnyJobDefinition, Payload } from './job-definition.js';
import { jobOptions } from './job-options.js';
import { openBullQueue, type QueueConnection } from './queue-connection.js';
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
  /** Makes the schedules of the definitions stand, and those of definitions that are gone fall. Safe from many sides at once. */
  registerSchedules(): Promise<void>;
  /** Throws unless the queue answers. Gives how many jobs wait. */
  ping(): Promise<{ readonly waiting: number }>;
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

/** Opens the queue. Connections are made when they are first needed; a broken one is logged and made anew. */
export function openJobQueue({ connection, definitions, log }: JobQueueOptions): JobQueue {
  const { opened: queue, disconnect } = openBullQueue(connection, {});
  // Without a listener a connection that breaks while idle would end the process.
  queue.on('error', (error) => log.failure('queue.connection', error));
  const byName = new Map(definitions.map((definition) => [definition.name, definition]));
  return {
    names: [...byName.keys()],
    enqueue: (name, payload, jobId) => enqueue(queue, byName.get(name), { payload, jobId }),
    registerSchedules: () => registerSchedules(queue, definitions),
    ping: async () => ({ waiting: await queue.getWaitingCount() }),
    async close() {
      await queue.close();
      await disconnect();
    },
  };
}
