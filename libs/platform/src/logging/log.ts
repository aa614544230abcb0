import { type DestinationStream, type Logger, pino } from 'pino';
import { describeFailure } from './describe-failure.js';
import { allowedFields, isEvent, type LogFields } from './fields.js';

/** Structured lines without personal data: an event, and fields of the list in `fields.ts`. What is not on the list is dropped. */
export interface Log {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  /** Something failed: what was thrown is described by class, code and place, never by its message. */
  failure(event: string, thrown: unknown, fields?: LogFields): void;
}

/** What runs: `api`, `worker`, `cli`. */
export type ServiceName = 'api' | 'worker' | 'cli' | 'launcher';

export interface LogOptions {
  readonly service: ServiceName;
  /** Standard output unless given. */
  readonly destination?: DestinationStream;
}

function fieldsOf(event: string, fields: LogFields | undefined): Record<string, unknown> {
  return { ...allowedFields(fields ?? {}), event: isEvent(event) ? event : 'unnamed' };
}

function logOver(logger: Logger): Log {
  return {
    info: (event, fields) => logger.info(fieldsOf(event, fields)),
    warn: (event, fields) => logger.warn(fieldsOf(event, fields)),
    failure: (event, thrown, fields) => {
      const { at, ...named } = describeFailure(thrown);
      logger.error({ ...fieldsOf(event, { ...fields, ...named }), at });
    },
  };
}

/** Opens the log of a process: one JSON object a line, time in UTC, no host name. */
export function createLog({ service, destination }: LogOptions): Log {
  const options = {
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    messageKey: 'event',
  };
  return logOver(destination === undefined ? pino(options) : pino(options, destination));
}

/** A log that says nothing: for specs. */
export const silentLog: Log = { info: () => undefined, warn: () => undefined, failure: () => undefined };
