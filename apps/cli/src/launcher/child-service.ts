import { type ChildProcess, fork } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DomainError } from '@ketenregie/kernel';
import { isReadyMessage } from '@ketenregie/platform/process';

/** A process of the product that the launcher started. */
export interface ChildService {
  /** Resolves when it serves; rejects when it ends before that, with what it said. */
  readonly ready: Promise<void>;
  /** Resolves with its exit code, or null where a signal ended it. */
  readonly ended: Promise<number | null>;
  /** Asks it to stop and waits; ends it by force after 28 s. */
  stop(): Promise<void>;
}

export interface ChildStart {
  readonly name: 'api' | 'worker';
  readonly dataDir: string;
  readonly environment: NodeJS.ProcessEnv;
}

/** One more than a service gives itself. */
const STOP_WITHIN_MS = 28_000;
const READY_WITHIN_MS = 60_000;
const LOG_LIMIT = 10 * 1024 * 1024;

function openLog(dataDir: string, name: string): { file: string; descriptor: number; from: number } {
  const folder = join(dataDir, 'logs');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, `${name}.log`);
  if (existsSync(file) && statSync(file).size > LOG_LIMIT) renameSync(file, `${file}.1`);
  const descriptor = openSync(file, 'a', 0o600);
  return { file, descriptor, from: statSync(file).size };
}

/** What a service said for the operator before it ended: an error's line if there is one, else the last that is no log line. */
function lastWords(file: string, from: number): string {
  const lines = readFileSync(file).subarray(from).toString('utf8').split('\n');
  const said = lines.filter((line) => line !== '' && !/^(\{|\s|Node\.js v)/.test(line));
  return said.findLast((line) => /^\w*Error\b/.test(line)) ?? said.at(-1) ?? `see ${file}`;
}

function endOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => {
    child.once('exit', (code) => resolve(code));
    child.once('error', () => resolve(1));
  });
}

async function stop(child: ChildProcess, ended: Promise<number | null>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  // Windows knows no request to end: there the closed channel is the request.
  if (process.platform === 'win32') child.disconnect();
  else child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
  await ended;
  clearTimeout(force);
}

function readinessOf(child: ChildProcess, ended: Promise<number | null>, explain: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new DomainError('SERVICE_LATE', `It was not ready after ${READY_WITHIN_MS / 1000} s: ${explain()}`)), READY_WITHIN_MS);
    child.on('message', (message) => {
      if (!isReadyMessage(message)) return;
      clearTimeout(late);
      resolve();
    });
    void ended.then(() => {
      clearTimeout(late);
      reject(new DomainError('SERVICE_ENDED', explain()));
    });
  });
}

/** Starts a service of the product. It ends when our end of the channel closes, so a launcher that is killed leaves none behind. */
export function startChild({ name, dataDir, environment }: ChildStart): ChildService {
  const program = fileURLToPath(new URL(`../../../${name}/dist/main.js`, import.meta.url));
  const { file, descriptor, from } = openLog(dataDir, name);
  const child = fork(program, [], { env: environment, stdio: ['ignore', descriptor, descriptor, 'ipc'], execArgv: [] });
  closeSync(descriptor);
  const ended = endOf(child);
  const ready = readinessOf(child, ended, () => `The ${name} did not start: ${lastWords(file, from)}`);
  // Whoever waits for it hears of the failure; while we are stopping nobody does.
  ready.catch(() => undefined);
  return { ready, ended, stop: () => stop(child, ended) };
}
