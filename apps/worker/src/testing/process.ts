import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { isReadyMessage } from '@ketenregie/platform/process';

/** A process of the product, as specs and drills handle it. */
export interface OwnProcess {
  readonly child: ChildProcess;
  /** The exit code, or the signal that ended it. */
  readonly ended: Promise<number | string | null>;
  /** All that it has written so far. */
  output(): string;
  /** As a power cut ends it: nothing is finished, nothing is told. */
  kill(): Promise<void>;
  /** Asks it to stop; answers the exit code. */
  stop(): Promise<number | string | null>;
}

/** Starts a program of this folder and waits until it serves. Throws with its last words where it ends before. */
export async function startProcess(program: 'quick-worker' | 'receiver', environment: NodeJS.ProcessEnv): Promise<OwnProcess> {
  const file = fileURLToPath(new URL(`../../dist/testing/${program}.js`, import.meta.url));
  // Neither jest's options nor a Redis of whoever runs this are the process's.
  const { NODE_OPTIONS: _options, REDIS_URL: _redis, SMTP_URL: _smtp, ...inherited } = process.env;
  const child = fork(file, [], { env: { ...inherited, NODE_ENV: 'development', ...environment }, stdio: ['ignore', 'pipe', 'pipe', 'ipc'], execArgv: [] });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const ended = new Promise<number | string | null>((resolve) => child.once('exit', (code, signal) => resolve(code ?? signal)));
  await new Promise<void>((resolve, reject) => {
    child.on('message', (message) => isReadyMessage(message) && resolve());
    void ended.then(() => reject(new Error(`${program} ended before it served: ${text}`)));
  });
  return {
    child,
    ended,
    output: () => text,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}
