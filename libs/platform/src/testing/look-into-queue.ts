import { openBullQueue, type QueueConnection } from '../jobs/queue-connection.js';

/** A job as the queue holds it. */
export interface StoredJob {
  readonly id: string | undefined;
  readonly name: string;
  readonly data: Readonly<Record<string, string>>;
  readonly failedReason: string | undefined;
  readonly stacktrace: readonly string[] | null;
  readonly isFinished: boolean;
}

export interface StoredSchedule {
  readonly key: string;
  readonly pattern: string | null | undefined;
  readonly tz: string | null | undefined;
  readonly next: number | undefined;
}

/** Reads what a queue holds, on either backend, past our own sending end. */
export interface QueueLook {
  jobs(): Promise<StoredJob[]>;
  schedules(): Promise<StoredSchedule[]>;
  close(): Promise<void>;
}

/** Opens a second pair of eyes on a queue. */
export function lookIntoQueue(connection: QueueConnection): QueueLook {
  const { opened: queue, disconnect } = openBullQueue(connection, {});
  queue.on('error', () => undefined);
  return {
    jobs: async () => (await queue.getJobs()).map(({ id, name, data, failedReason, stacktrace, finishedOn }) => ({ id, name, data: data as StoredJob['data'], failedReason, stacktrace, isFinished: finishedOn !== undefined && finishedOn !== null })),
    schedules: async () => (await queue.getJobSchedulers(0, 999)).map(({ key, pattern, tz, next }) => ({ key, pattern, tz, next })),
    close: async () => {
      await queue.close();
      await disconnect();
    },
  };
}
