import type { Clock } from '@ketenregie/kernel';
import { z } from 'zod';
import type { TenantDb } from '../db/index.js';
import type { Log } from '../logging/index.js';

/** What a job's handler is given beside its payload. Rights are checked anew by the use case it calls. */
export interface JobContext {
  readonly tenantDb: TenantDb;
  readonly clock: Clock;
  readonly log: Log;
}

/** When a job runs by itself: a cron pattern of five fields in a time zone. The queue does not back-fill what was missed. */
export interface Schedule {
  readonly cron: string;
  readonly timeZone: string;
}

export interface Backoff {
  readonly type: 'fixed' | 'exponential';
  readonly delayMs: number;
}

export type Payload = Readonly<Record<string, string>>;

/**
 * A job: one file exports one such value. It may run twice, and twice at once: the queue promises "at least once", so the handler
 * calls a use case that computes what is due from our own tables.
 */
export interface JobDefinition<P extends Payload = Payload> {
  /** The wire name, a literal: it outlives any renaming of code, and is the topic in the outbox. */
  readonly name: string;
  readonly payload: z.ZodType<P>;
  /** How often it is tried in all, at least 3: a worker that is killed counts as a try. */
  readonly attempts: number;
  readonly backoff: Backoff;
  /** Only for a job with an empty payload. */
  readonly schedule?: Schedule;
  handler(payload: P, context: JobContext): Promise<void>;
}

const id = z.uuid();

/** The payload of a job of one tenant: `tenantId` and further ids by name. Nothing but ids: the queue's tables have no walls. */
export function idPayload<Name extends string = never>(...names: readonly Name[]): z.ZodType<Readonly<Record<Name | 'tenantId', string>>> {
  const shape = Object.fromEntries(['tenantId', ...names].map((name) => [name, id]));
  return z.strictObject(shape) as unknown as z.ZodType<Readonly<Record<Name | 'tenantId', string>>>;
}

/** The payload of a job that goes tenant by tenant itself: a sweep. */
export const emptyPayload: z.ZodType<Readonly<Record<string, never>>> = z.strictObject({});

const NAME = /^[a-z]+(-[a-z]+)*$/;

/** Checks a definition where it stands, so that a wrong one fails when its file is loaded and not when its hour comes. */
export function defineJob<P extends Payload>(definition: JobDefinition<P>): JobDefinition<P> {
  const { name, attempts, schedule, payload } = definition;
  if (!NAME.test(name)) throw new RangeError(`A job's name is lower-case words with hyphens, not ${JSON.stringify(name)}`);
  if (attempts < 3) throw new RangeError(`${name}: at least 3 attempts, a killed worker uses one up`);
  if (schedule && !payload.safeParse({}).success) throw new RangeError(`${name}: a job with a schedule has an empty payload`);
  return definition;
}

/** Any definition, whatever its payload. */
export type AnyJobDefinition = Omit<JobDefinition, 'payload' | 'handler'> & {
  readonly payload: z.ZodType<Payload>;
  handler(payload: never, context: JobContext): Promise<void>;
};
