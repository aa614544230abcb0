import { mkdirSync } from 'node:fs';
import { DomainError } from '@ketenregie/kernel';
import { addressOf, readConfig } from '@ketenregie/platform/config';
import { assertOwnerKnown } from '../database-roles.js';
import type { ChildService } from '../launcher/child-service.js';
import { assertNotRunning, type Launch, launchProduct, type Undo } from '../launcher/launch.js';
import { portToServe } from '../launcher/port.js';
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

/** Serves until the wish to stop. What was started is stopped in the opposite order, whatever happened. */
async function serve(launch: Launch, io: Io, wish: StopWish): Promise<void> {
  try {
    const { services, signIns } = await launchProduct(launch);
    for (const line of signIns) io.answer(line);
    io.answer(`Ketenregie is ready on ${addressOf(launch.config.host, launch.port)}`);
    await untilItEnds(services, wish, launch.config.dataDir);
  } catch (error) {
    if (!wish.signal.aborted) throw error;
  } finally {
    await takeBack(launch.undo, io);
  }
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
      mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
      assertNotRunning(config);
      const port = await portToServe(config.host, config.port);
      await serve({ config, environment, port, signal: wish.signal, undo: [], tell: io.tell }, io, wish);
    } finally {
      wish.forget();
    }
  },
};
