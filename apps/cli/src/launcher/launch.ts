import { DomainError, clockAtOffset } from '@ketenregie/kernel';
import { addressOf, type Config, type Environment } from '@ketenregie/platform/config';
import { readOrCreateSecret, startEmbeddedPostgres } from '@ketenregie/platform/postgres';
import { currentOffsetMs } from '../database-now.js';
import { type DatabaseUrls, prepareDatabase } from '../database-roles.js';
import { type ChildService, startChild } from './child-service.js';
import { publicAddress, rememberAddress } from './public-address.js';
import { findRunning, markRunning } from './run-mark.js';
import { tellWhatIsHeld } from './tell-what-is-held.js';

/** What a start has made so far, and how it is taken back: in the opposite order. */
export type Undo = (() => Promise<void>)[];

export interface Launch {
  readonly config: Config;
  readonly environment: Environment;
  readonly port: number;
  readonly signal: AbortSignal;
  readonly undo: Undo;
  tell(line: string): void;
}

/** Refuses a second product on the same data folder: the first to stop would take the database away from the other. */
export function assertNotRunning({ dataDir }: Pick<Config, 'dataDir'>): void {
  const running = findRunning(dataDir);
  if (running !== null) throw new DomainError('ALREADY_RUNNING', `Ketenregie is running already on ${running.address}, with the data folder ${dataDir}.`);
}

async function openDatabase({ config, signal, undo, tell }: Launch): Promise<string> {
  if (config.databaseUrl !== null) {
    tell('Database: the server of DATABASE_URL');
    return config.databaseUrl;
  }
  const server = await startEmbeddedPostgres(config.dataDir, { signal });
  undo.push(() => server.stop());
  tell(`Database: embedded PostgreSQL on ${config.dataDir}${server.adopted ? ' (was running, taken over)' : ''}`);
  return server.ownerUrl;
}

/** Without a mail server, mail is kept in the data folder, by a mail server of our own; the worker finds it there. */
async function openMailbox({ config, port, undo, tell }: Launch): Promise<void> {
  if (config.smtpUrl !== null) return;
  const { startMailbox } = await import('@ketenregie/platform/mail');
  const mailbox = await startMailbox(config.dataDir);
  undo.push(() => mailbox.close());
  if (config.isDemo) tell(`Mail: kept, to be read at ${addressOf(config.host, port)}/mailbox`);
  else tell(`Mail: SMTP_URL is not set, so nothing is sent; what would be is kept in ${config.dataDir}/mailbox`);
}

/** What the services see: the restricted roles' addresses and the fixed offset; neither the owner's address nor CLOCK. */
function childEnvironment({ config, environment, port }: Launch, urls: DatabaseUrls, clockOffsetMs: number): NodeJS.ProcessEnv {
  const { DATABASE_URL: _owner, CLOCK: _clock, ...rest } = environment;
  return {
    ...rest,
    PORT: String(port),
    DATA_DIR: config.dataDir,
    PUBLIC_URL: publicAddress(config, environment, port),
    DATABASE_APP_URL: urls.appUrl,
    DATABASE_QUEUE_URL: urls.queueUrl,
    OPERATOR_KEY: config.operatorKey ?? readOrCreateSecret(config.dataDir, 'operator'),
    ...(clockOffsetMs === 0 ? {} : { CLOCK_OFFSET_MS: String(clockOffsetMs) }),
  };
}

async function startServices(launch: Launch, environment: NodeJS.ProcessEnv): Promise<ChildService[]> {
  const services = (['api', 'worker'] as const).map((name) => startChild({ name, dataDir: launch.config.dataDir, environment }));
  launch.undo.push(async () => void (await Promise.all(services.map((service) => service.stop()))));
  const stopped = new Promise<never>((_resolve, reject) => launch.signal.addEventListener('abort', () => reject(launch.signal.reason as Error), { once: true }));
  stopped.catch(() => undefined);
  await Promise.race([Promise.all(services.map(({ ready }) => ready)), stopped]);
  return services;
}

/** A product that serves, and what there is to say before that is told. */
export interface Launched {
  readonly services: readonly ChildService[];
  readonly signIns: readonly string[];
}

/** Makes the examples beside the start of the services, and deletes those that are removed while it runs; stopping waits for both. */
async function startExamplesBeside({ config, signal, undo, tell }: Launch, urls: DatabaseUrls, clockOffsetMs: number): Promise<readonly string[]> {
  if (config.isProduction) return [];
  // Loaded here and not above: in production nobody waits for it.
  const { startExamples } = await import('../demo/start-examples.js');
  const { dataDir, isDemo } = config;
  const examples = startExamples({ urls, dataDir, isDemo, clock: clockAtOffset(clockOffsetMs), signal, tell });
  undo.push(() => examples.then(({ stop }) => stop(), () => undefined));
  return (await examples).lines;
}

/** Starts the product step by step; each step leaves in `undo` how it is taken back, and none begins after the wish to stop. */
export async function launchProduct(launch: Launch): Promise<Launched> {
  const { config, port, signal, tell } = launch;
  const address = addressOf(config.host, port);
  rememberAddress(config.dataDir, publicAddress(config, launch.environment, port));
  const ownerUrl = await openDatabase(launch);
  signal.throwIfAborted();
  const { applied, ...urls } = await prepareDatabase(config, ownerUrl);
  if (applied.length > 0) tell(`Schema: ${applied.length} migrations applied`);
  await tellWhatIsHeld(urls.appUrl, tell);
  if (config.isProduction) await (await import('../demo/assert-no-examples.js')).assertNoExamples(urls.appUrl);
  const clockOffsetMs = await currentOffsetMs(config, ownerUrl);
  markRunning(config.dataDir, { address, clockOffsetMs });
  signal.throwIfAborted();
  await openMailbox(launch);
  const examples = startExamplesBeside(launch, urls, clockOffsetMs);
  const [services, signIns] = await Promise.all([startServices(launch, childEnvironment(launch, urls, clockOffsetMs)), examples]);
  return { services, signIns };
}
