import { type Job, UnrecoverableError } from 'bullmq';

/** A job that was begun so often and ended its worker each time is begun no more: it fails with WORKER_ENDED and waits for the operator (j8). */
export const BEGUN_AT_MOST = 5;

/** Whether the job was taken before without an end of any kind: its worker was killed, crashed, or stopped before the job was done. */
const isSuspect = ({ attemptsStarted, attemptsMade }: Job): boolean => attemptsStarted - 1 > attemptsMade;

/** How often it was begun as a suspect; it stands in the job's progress, which has no other use here. */
const begunAsSuspect = ({ progress }: Job): number => (typeof progress === 'number' ? progress : 0);

/**
 * Which of the jobs that were under way when a worker ended had ended it cannot be told: all of them are suspects. Those of one process run one after the other, and only
 * one that is begun is counted, so that what was taken beside the guilty one is done in the end and never shares its fate.
 */
export interface Suspects {
  /** Runs the work of a job: at once, or when it is its turn. Throws UnrecoverableError WORKER_ENDED for one that was begun too often. */
  run(job: Job, work: () => Promise<void>): Promise<void>;
}

/** The suspects of one process. */
export function newSuspects(): Suspects {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
  return {
    run(job, work) {
      if (!isSuspect(job)) return work();
      return inTurn(async () => {
        const begun = begunAsSuspect(job);
        // Once it was begun when nobody suspected it.
        if (begun + 1 >= BEGUN_AT_MOST) throw new UnrecoverableError('WORKER_ENDED');
        await job.updateProgress(begun + 1);
        await work();
      });
    },
  };
}
