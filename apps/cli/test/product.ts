import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const bin = join(dirname(fileURLToPath(import.meta.url)), '..', 'bin.mjs');

/** A command line under way, with what it has written so far. */
export interface Command {
  readonly child: ChildProcess;
  output(): string;
  /** Standard output alone. */
  answer(): string;
  /** Waits for a text in the output; fails where the command ends before. */
  says(text: string | RegExp): Promise<void>;
  /** The exit code, or the signal that ended it. */
  readonly ended: Promise<number | string | null>;
}

/** Data folders of one spec file, and how to leave nothing of them behind. */
export function dataFolders(): { make(): string; removeAll(): void } {
  const folders: string[] = [];
  return {
    make: () => {
      folders.push(mkdtempSync(join(tmpdir(), 'ketenregie-process-')));
      return folders.at(-1) ?? '';
    },
    removeAll: () => {
      for (const folder of folders) {
        for (const pid of processesOn(folder)) process.kill(pid, 'SIGKILL');
        rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
      }
    },
  };
}

/** Runs `ketenregie ARGS` with that data folder and a free port. */
export function run(dataDir: string, args: readonly string[], environment: NodeJS.ProcessEnv = {}): Command {
  const { NODE_OPTIONS: _forJest, ...inherited } = process.env;
  const child = spawn(process.execPath, [bin, ...args], { env: { ...inherited, NODE_ENV: 'development', DEMO: '0', DATA_DIR: dataDir, PORT: '0', ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  let answer = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  child.stdout?.on('data', (chunk: Buffer) => (answer += chunk.toString()));
  let hasEnded = false;
  const ended = new Promise<number | string | null>((resolve) => child.once('close', (code, signal) => ((hasEnded = true), resolve(code ?? signal))));
  const says = async (expected: string | RegExp): Promise<void> => {
    const deadline = Date.now() + 120_000;
    while (!(typeof expected === 'string' ? text.includes(expected) : expected.test(text))) {
      if (hasEnded || Date.now() > deadline) throw new Error(`${String(expected)} was not said, but: ${text}`);
      await pause(10);
    }
  };
  return { child, output: () => text, answer: () => answer, says, ended };
}

/** The address the product said it is ready on. */
export function addressIn(output: string): string {
  const address = /Ketenregie is ready on (http:\S+)/.exec(output)?.[1];
  if (address === undefined) throw new Error(`No address in: ${output}`);
  return address;
}

function mentions(pid: string, text: string): boolean {
  try {
    const state = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '')[0];
    return state !== 'Z' && [`/proc/${pid}/cmdline`, `/proc/${pid}/environ`].some((file) => readFileSync(file, 'utf8').includes(text));
  } catch {
    return false;
  }
}

/** All processes that were started with that data folder, on their command line or in their environment (Linux). */
export function processesOn(dataDir: string): number[] {
  if (!existsSync('/proc')) return [];
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid && mentions(name, dataDir)).map(Number);
}

const commandLine = (pid: number): string => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
};

/** Waits until no process works on the folder any more whose command line holds the text. */
export async function untilGone(dataDir: string, text: string): Promise<void> {
  const left = (): string[] => processesOn(dataDir).map(commandLine).filter((line) => line.includes(text));
  const deadline = Date.now() + 10_000;
  while (left().length > 0) {
    if (Date.now() > deadline) throw new Error(`Still there: ${left().join('; ')}`);
    await pause(20);
  }
}

/** Waits until nobody works on the folder any more. */
export const untilAlone = (dataDir: string): Promise<void> => untilGone(dataDir, '');

/** The number of the database server on the folder, from its pid file. */
export function serverPid(dataDir: string): number {
  return Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

/** The number of the process on the folder whose command line holds the text. */
export function processOf(dataDir: string, text: string): number {
  const found = processesOn(dataDir).find((pid) => commandLine(pid).includes(text));
  if (found === undefined) throw new Error(`Nothing runs ${text} on ${dataDir}`);
  return found;
}
