import { join } from 'node:path';
import { DomainError } from '@ketenregie/kernel';
import { addressOf, type Config, readConfig } from '@ketenregie/platform/config';
import { withLockFile } from '@ketenregie/platform/postgres';
import { openDataFolder } from '../data-folder.js';
import { assertOwnerKnown } from '../database-roles.js';
import type { ChildService } from '../launcher/child-service.js';
import { assertNotRunning, type Launch, launchProduct, type Undo } from '../launcher/launch.js';
import { portToServe } from '../launcher/port.js';
import { markRunning, unmarkRunning } from '../launcher/run-mark.js';
import { listenForStop, type StopWish } from '../launcher/stop-wish.js';
import type { Io } from '../io.js';
import { UsageError, type Verb } from '../verb.js';

async function takeBack(undo: Undo, io: Io): Promise<void> {
  for (const step of undo.reverse()) {
    await step().catch((error: unknown) => io.tell(`While stopping: ${error instanceof Error ? error.message : String(error)}`));
  }
}

async function untilItEnds(services: readonly ChildService[], wish: StopWish, dataDir: string): Promise<void> {
  const death = Promise.race(services.map(({ ended }) => ended)).then(() => 'death' as const);
  if ((await Promise.race([wish.came, death])) !== 'death' || wish.signal.aborted) return;
  throw new DomainError('SERVICE_ENDED', `A service of Ketenregie ended unexpectedly. See the end of its log in ${dataDir}/logs, then start again.`);
}

/** Another start at the same moment is through with this after a look at the folder and at a port. */
const WAIT_FOR_START_MS = 10_000;

/** Takes the folder and a port: of two starts at the same moment one gets them, and the other is told that it runs. */
function takePlace(config: Config): Promise<Pick<Launch, 'port' | 'undo'>> {
  const { dataDir, host } = config;
  return withLockFile(join(dataDir, 'start.lock'), WAIT_FOR_START_MS, async () => {
    assertNotRunning(config);
    const port = await portToServe(host, config.port);
    markRunning(dataDir, { address: addressOf(host, port), clockOffsetMs: 0 });
    return { port, undo: [() => Promise.resolve(unmarkRunning(dataDir))] };
  });
}

/** Serves until the wish to stop. What was started is stopped in the opposite order, whatever happened. */
async function serve(launch: Launch, io: Io, wish: StopWish): Promise<void> {
  try {
    const { services, signIns } = await launchProduct(launch);
    for (const line of signIns) io.answer(line);
    io.answer(`Ketenregie is ready on ${addressOf(launch.config.host, launch.port)}`);
    await untilItEnds(services, wish, launch.config.dataDir);
    io.tell('Stopping.');
  } catch (error) {
    if (!wish.signal.aborted) throw error;
  } finally {
    await takeBack(launch.undo, io);
  }
  io.tell(`Stopped. What was done is kept in ${launch.config.dataDir}; the next start goes on with it.`);
}

/** `up`: database, migrations, API and worker in one command; what `npm start` runs once all is built. */
export const up: Verb = {
  usage: '',
  options: {},
  async run({ positionals }, io, { environment }) {
    if (positionals.length > 0) throw new UsageError('up takes no argument');
    const wish = listenForStop();
    try {
      const config = readConfig(environment);
      assertOwnerKnown(config);
      openDataFolder(config.dataDir);
      const place = await takePlace(config);
      await serve({ config, environment, signal: wish.signal, tell: io.tell, ...place }, io, wish);
    } finally {
      wish.forget();
    }
  },
};
