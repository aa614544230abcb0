import { DomainError } from '@ketenregie/kernel';
import { type Config, readConfig } from '../config/index.js';
import { createLog, type Log, type ServiceName } from '../logging/index.js';
import { tellParentReady } from './parent-messages.js';

export interface StartedService {
  /** Ends what is under way and closes all connections. */
  close(): Promise<void>;
}

export type StartService = (config: Config, log: Log) => Promise<StartedService>;

/** Asked to stop, a service gets this long; an orchestrator kills after 30 s. */
const CLOSE_WITHIN_MS = 25_000;

/** Resolves at the first wish to stop: a signal, or the end of the launcher, without which nobody would ever stop us. */
function wishToStop(): Promise<string> {
  return new Promise((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => resolve(name));
    if (process.send === undefined) return;
    process.on('disconnect', () => resolve('SIGHUP'));
    // The launcher may have been killed while our code was being loaded: that event is gone by now.
    if (!process.connected) resolve('SIGHUP');
  });
}

async function close(service: StartedService, log: Log): Promise<number> {
  const late = setTimeout(() => {
    log.warn('service.stop-late');
    process.exit(1);
  }, CLOSE_WITHIN_MS);
  late.unref();
  try {
    await service.close();
    return 0;
  } catch (error) {
    log.failure('service.stop', error);
    return 1;
  }
}

function explainFailure(thrown: unknown, log: Log): void {
  log.failure('service.start', thrown);
  // A refusal of ours is meant for the operator and holds no data of anybody.
  if (thrown instanceof DomainError) console.error(thrown.message);
}

/**
 * The life of a service process: reads the configuration, starts, tells the launcher, waits for the wish to stop, closes, exits.
 * Exit code 0 after a wish to stop, 1 when starting or closing failed. The handlers stand before anything is started.
 */
export async function runService(name: ServiceName, start: StartService): Promise<never> {
  const wish = wishToStop();
  const log = createLog({ service: name });
  process.on('uncaughtException', (error) => {
    log.failure('service.uncaught', error);
    process.exit(1);
  });
  try {
    const service = await start(readConfig(process.env), log);
    log.info('service.ready');
    tellParentReady();
    log.info('service.stopping', { signal: await wish });
    process.exit(await close(service, log));
  } catch (error) {
    explainFailure(error, log);
    process.exit(1);
  }
}
