/**
 * What a log line may hold, and the form each field must have. Everything else is dropped, whoever passes it: names, e-mail
 * addresses, KvK numbers and SQL stand in no form below. A new field is added here, with a form that personal data cannot take.
 */
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const CODE = /^[A-Z][A-Z0-9_]{1,60}$/;
const SQLSTATE = /^[0-9A-Z]{5}$/;
const WORDS = /^[a-z][a-z0-9]*([.-][a-z0-9]+){0,6}$/;
const PROGRAM = /^[A-Za-z][A-Za-z0-9]{0,60}$/;

type Form = (value: unknown) => boolean;

const matches =
  (pattern: RegExp): Form =>
  (value) =>
    typeof value === 'string' && pattern.test(value);

/** Counts and durations. Eight digits and more are refused: a KvK number has eight, an RSIN or a citizen number nine. */
const isCount: Form = (value) => typeof value === 'number' && Number.isFinite(value) && Math.abs(value) < 10_000_000;

const FORMS = {
  tenantId: matches(UUID),
  requestId: matches(UUID),
  operationId: matches(UUID),
  jobId: matches(/^[0-9a-f-]{36}$|^repeat:[a-z0-9.:-]{1,80}$|^catch-up-[a-z0-9-]{1,80}$/),
  job: matches(WORDS),
  operation: matches(PROGRAM),
  queue: matches(WORDS),
  code: matches(CODE),
  sqlState: matches(SQLSTATE),
  errorName: matches(PROGRAM),
  signal: matches(/^SIG[A-Z0-9]{2,8}$/),
  method: matches(/^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)$/),
  migration: matches(PROGRAM),
  status: isCount,
  ms: isCount,
  count: isCount,
  attempt: isCount,
  port: isCount,
  pid: isCount,
} as const satisfies Record<string, Form>;

export type LogField = keyof typeof FORMS;
type NumberField = 'status' | 'ms' | 'count' | 'attempt' | 'port' | 'pid';

/** The fields of a log line; `event` is given apart. */
export type LogFields = { readonly [Field in LogField]?: (Field extends NumberField ? number : string) | undefined };

/** Whether a text can be the event of a line: a few lower-case words, `outbox.relayed`. */
export const isEvent = matches(WORDS);

/** The fields that may stay. Runs on whatever was passed, typed or not. */
export function allowedFields(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const isAllowed = ([name, value]: [string, unknown]): boolean => Object.hasOwn(FORMS, name) && FORMS[name as LogField](value);
  return Object.fromEntries(Object.entries(fields).filter(isAllowed));
}
