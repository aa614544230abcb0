import type { ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { PostgresBinaries } from './binaries.js';
import { clusterFolderOf } from './cluster.js';
import { canConnect } from './connection.js';
import { hasEndedWithin, signal } from './machine-process.js';
import { PostgresUnavailableError } from './postgres-error.js';
import { type Privilege, runProgram } from './run-unprivileged.js';

/** Crash recovery of a large folder may take this long before the server answers. */
const READY_WITHIN_MS = 120_000;

export interface ServerStart {
  readonly dataDir: string;
  readonly binaries: PostgresBinaries;
  readonly privilege: Privilege;
  readonly superuserPassword: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly signal: AbortSignal | undefined;
}

/**
 * The settings of every embedded server. What it writes to its log must hold no row data: errors go to the caller, who masks
 * them, and never to the log; so neither statements nor key values appear there.
 */
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '80',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_line_prefix: '%m ',
};

/** A port of 127.0.0.1 that nobody uses at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

function launch(start: ServerStart, port: number): ChildProcess {
  const settings = Object.entries({ ...SETTINGS, ...start.settings }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const log = openSync(join(start.dataDir, 'postgres.log'), 'w', 0o600);
  try {
    const args = ['-D', clusterFolderOf(start.dataDir), '-p', String(port), ...settings];
    const child = runProgram(start.privilege, { path: start.binaries.postgres, args, stdio: ['ignore', log, log], detached: true, cwd: '/' });
    child.unref();
    return child;
  } finally {
    closeSync(log);
  }
}

/** Starts the server and waits until it answers. Returns its port; when it does not come up, nothing is left running. */
export async function startServer(start: ServerStart): Promise<{ pid: number; port: number }> {
  const port = await freePort();
  const child = launch(start, port);
  let problem: string | null = null;
  child.once('error', (error) => (problem = error.message));
  child.once('exit', () => (problem ??= lastWords(start.dataDir)));
  const deadline = performance.now() + READY_WITHIN_MS;
  while (problem === null && !start.signal?.aborted && performance.now() < deadline) {
    if (child.pid !== undefined && (await canConnect(port, start.superuserPassword))) return { pid: child.pid, port };
    await pause(20);
  }
  if (problem === null && child.pid !== undefined) await stopServer(child.pid);
  start.signal?.throwIfAborted();
  throw new PostgresUnavailableError(problem ?? `it did not answer within ${READY_WITHIN_MS / 1000} s. See ${join(start.dataDir, 'postgres.log')}.`);
}

function lastWords(dataDir: string): string {
  const log = join(dataDir, 'postgres.log');
  // A server whose folder was taken away under it ends too, and nobody is to be stopped by that.
  const lines = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : [];
  return (lines.findLast((line) => line.includes('FATAL')) ?? lines.at(-1) ?? '').replace(/^.*?(FATAL|PANIC): */, '') || 'it ended at once and said nothing.';
}

/** Stops a server cleanly (open transactions are rolled back), at once if that takes more than 20 s. */
export async function stopServer(pid: number): Promise<void> {
  signal(pid, 'SIGINT');
  if (await hasEndedWithin(pid, 20_000)) return;
  signal(pid, 'SIGQUIT');
  await hasEndedWithin(pid, 5000);
}
