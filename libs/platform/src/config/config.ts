import { resolve } from 'node:path';
import { z } from 'zod';
import { ConfigError } from './config-error.js';
import { readClock } from './product-clock.js';

/** What the product is told from outside, checked once at start. Absent optional variables are null. */
export interface Config {
  /** `NODE_ENV=production` is the one switch. */
  readonly isProduction: boolean;
  /** 0 asks the system for a free port. */
  readonly port: number;
  readonly host: string;
  /** Absolute path of the data folder. */
  readonly dataDir: string;
  /** The owner's connection: migrations only. Null: the embedded PostgreSQL. */
  readonly databaseUrl: string | null;
  readonly databaseAppUrl: string | null;
  readonly databaseQueueUrl: string | null;
  readonly redisUrl: string | null;
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  /** Where a browser reaches the product, without a slash at the end. */
  readonly publicUrl: string;
  /** Addresses, networks or their names (`uniquelocal`) of servers before the API, whose word for where a request comes from counts. */
  readonly trustedProxies: readonly string[];
  readonly kvkApiKey: string | null;
  readonly kvkApiUrl: string | null;
  readonly isDemo: boolean;
  /** Where the worker shows that it is well, for the check of its container; null: nowhere. */
  readonly heartbeatFile: string | null;
  /** Opens the operator's page; null: there is no such page. */
  readonly operatorKey: string | null;
  /** `CLOCK` as it was given: an ISO instant or a calendar date; null for the real time. */
  readonly clock: string | null;
  /** The offset the launcher fixed for this start, in milliseconds; null in a process that no launcher started. */
  readonly clockOffsetMs: number | null;
}

export type Environment = Readonly<Record<string, string | undefined>>;

const POSTGRES = ['postgres:', 'postgresql:'];

function urlOf(...protocols: string[]): z.ZodType<string> {
  const isUsable = (text: string): boolean => URL.canParse(text) && protocols.includes(new URL(text).protocol);
  return z.string().refine(isUsable, `must be an address that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`);
}

const wholeNumber = (from: number, to: number): z.ZodType<number> =>
  z.coerce.number({ error: `must be a whole number from ${from} to ${to}` }).refine((value) => Number.isInteger(value) && value >= from && value <= to, `must be a whole number from ${from} to ${to}`);

const flag = z.enum(['0', '1'], { error: 'must be 0 or 1' });

const SCHEMA = z.object({
  NODE_ENV: z.string().optional(),
  PORT: wholeNumber(0, 65_535).default(3000),
  HOST: z.string().regex(/^[a-zA-Z0-9.:-]+$/, 'must be a host name or an IP address').default('127.0.0.1'),
  DATA_DIR: z.string().default('.data'),
  DATABASE_URL: urlOf(...POSTGRES).optional(),
  DATABASE_APP_URL: urlOf(...POSTGRES).optional(),
  DATABASE_QUEUE_URL: urlOf(...POSTGRES).optional(),
  REDIS_URL: urlOf('redis:', 'rediss:').optional(),
  SMTP_URL: urlOf('smtp:', 'smtps:').optional(),
  MAIL_FROM: z.string().regex(/^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?$/, 'must be one e-mail address, with or without a name before it').default('Ketenregie <ketenregie@localhost>'),
  PUBLIC_URL: urlOf('http:', 'https:').optional(),
  TRUSTED_PROXIES: z.string().regex(/^[a-z0-9.:/]+( *, *[a-z0-9.:/]+)*$/i, 'must be addresses, networks (10.0.0.0/8), loopback or uniquelocal, with commas between').optional(),
  KVK_API_KEY: z.string().optional(),
  KVK_API_URL: urlOf('http:', 'https:').optional(),
  DEMO: flag.optional(),
  HEARTBEAT_FILE: z.string().optional(),
  OPERATOR_KEY: z.string().min(20, 'must have 20 characters or more').optional(),
  CLOCK: z.string().optional(),
  CLOCK_OFFSET_MS: wholeNumber(-100_000_000_000_000, 100_000_000_000_000).optional(),
});

/** The names of all variables that are read, for what describes them. */
export const VARIABLE_NAMES: readonly string[] = Object.keys(SCHEMA.shape);

type Variables = z.infer<typeof SCHEMA>;

function parse(environment: Environment): Variables {
  // An empty variable counts as absent: `PORT= npm start` and a compose file's `${X:-}` mean that.
  const given = Object.fromEntries(Object.keys(SCHEMA.shape).flatMap((name) => (environment[name]?.trim() ? [[name, environment[name].trim()]] : [])));
  const result = SCHEMA.safeParse(given);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new ConfigError(String(issue?.path[0] ?? 'environment'), issue?.message ?? 'cannot be read');
}

function assertConsistent(variables: Variables, isProduction: boolean): void {
  const { CLOCK, DEMO, DATABASE_URL, DATABASE_APP_URL, DATABASE_QUEUE_URL } = variables;
  if (CLOCK !== undefined && isProduction) throw new ConfigError('CLOCK', 'is refused in production: the product runs on the real time there');
  if (DEMO === '1' && isProduction) throw new ConfigError('DEMO', 'must be 0 in production: the accounts of the examples are no secret there');
  if (CLOCK !== undefined && readClock(CLOCK) === null) {
    throw new ConfigError('CLOCK', 'must be a date (2026-11-23) or an instant with its time zone (2026-11-23T09:00:00Z)');
  }
  if ((DATABASE_APP_URL === undefined) !== (DATABASE_QUEUE_URL === undefined)) {
    throw new ConfigError(DATABASE_APP_URL === undefined ? 'DATABASE_APP_URL' : 'DATABASE_QUEUE_URL', 'must be given too: the two restricted roles come together');
  }
  if (DATABASE_URL !== undefined && (DATABASE_URL === DATABASE_APP_URL || DATABASE_URL === DATABASE_QUEUE_URL)) {
    throw new ConfigError('DATABASE_URL', "is the owner's; the application and the queue need roles of their own");
  }
}

/** `http://HOST:PORT` as a person can open it; an IPv6 address gets its brackets, "every address" becomes localhost. */
export function addressOf(host: string, port: number): string {
  if (host === '0.0.0.0' || host === '::') return `http://localhost:${port}`;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

function configOf(variables: Variables, isProduction: boolean): Config {
  const { PORT: port, HOST: host } = variables;
  return {
    isProduction,
    port,
    host,
    dataDir: resolve(variables.DATA_DIR),
    databaseUrl: variables.DATABASE_URL ?? null,
    databaseAppUrl: variables.DATABASE_APP_URL ?? null,
    databaseQueueUrl: variables.DATABASE_QUEUE_URL ?? null,
    redisUrl: variables.REDIS_URL ?? null,
    smtpUrl: variables.SMTP_URL ?? null,
    mailFrom: variables.MAIL_FROM,
    publicUrl: (variables.PUBLIC_URL ?? addressOf(host, port)).replace(/\/+$/, ''),
    trustedProxies: variables.TRUSTED_PROXIES?.split(/ *, */) ?? [],
    kvkApiKey: variables.KVK_API_KEY ?? null,
    kvkApiUrl: variables.KVK_API_URL ?? null,
    isDemo: (variables.DEMO ?? (isProduction ? '0' : '1')) === '1',
    heartbeatFile: variables.HEARTBEAT_FILE ?? null,
    operatorKey: variables.OPERATOR_KEY ?? null,
    clock: variables.CLOCK ?? null,
    clockOffsetMs: isProduction ? null : (variables.CLOCK_OFFSET_MS ?? null),
  };
}

/**
 * Reads and checks the environment. Throws a ConfigError with one line that names the first variable at fault.
 * Unknown variables are ignored; empty ones count as absent.
 */
export function readConfig(environment: Environment): Config {
  const variables = parse(environment);
  const isProduction = variables.NODE_ENV === 'production';
  assertConsistent(variables, isProduction);
  return configOf(variables, isProduction);
}
