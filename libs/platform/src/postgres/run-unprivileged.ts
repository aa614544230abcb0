import { type ChildProcess, spawn, spawnSync, type StdioOptions } from 'node:child_process';
import { chownSync, lchownSync, lstatSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PostgresUnavailableError, USE_OWN_SERVER } from './postgres-error.js';

/** The user "nobody" of every Linux. PostgreSQL refuses to run as root. */
const NOBODY = 65_534;

/**
 * How the programs of PostgreSQL are started. `plain`: we are an ordinary user. `namespace`: we are root, and a user namespace
 * lets the program see itself as nobody while its files stay root's, so that it also works in a folder only root may enter.
 * `other-user`: user namespaces are forbidden here; the program really becomes nobody and the data folder becomes its own.
 */
export type Privilege = 'plain' | 'namespace' | 'other-user';

export interface Program {
  readonly path: string;
  readonly args: readonly string[];
  readonly stdio: StdioOptions;
  /** Its own process group: Ctrl-C in a terminal must not reach the database before those who use it have stopped. */
  readonly detached?: boolean;
  readonly cwd: string;
}

const NAMESPACE = ['--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`];

function canRunAs(privilege: Privilege, program: string): boolean {
  if (privilege === 'namespace') return spawnSync('unshare', [...NAMESPACE, program, '--version'], { stdio: 'ignore' }).status === 0;
  return spawnSync(program, ['--version'], { stdio: 'ignore', uid: NOBODY, gid: NOBODY, cwd: '/' }).status === 0;
}

/**
 * Chooses how to start the programs here; throws with the reason and the way out where none works. A cluster that belongs to nobody
 * already is opened as nobody: from within a namespace its files could not be read.
 */
export function choosePrivilege(program: string, clusterFolder: string): Privilege {
  if (process.getuid?.() !== 0) return 'plain';
  const isNobodys = statSync(clusterFolder, { throwIfNoEntry: false })?.uid === NOBODY;
  const order: readonly Privilege[] = isNobodys ? ['other-user'] : ['namespace', 'other-user'];
  const possible = order.find((privilege) => canRunAs(privilege, program));
  if (possible !== undefined) return possible;
  throw new PostgresUnavailableError(`it refuses to run as root, user namespaces are forbidden, and user ${NOBODY} cannot reach ${dirname(program)}. ${USE_OWN_SERVER}`);
}

/** Starts a program of PostgreSQL. The caller listens to `error` and `exit`. */
export function runProgram(privilege: Privilege, program: Program): ChildProcess {
  const { path, args, stdio, detached = false, cwd } = program;
  // No PG* variable of the operator's shell may steer the server, and none of our secrets reaches it.
  const env = { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
  const options = { stdio, detached, cwd, env };
  if (privilege === 'namespace') return spawn('unshare', [...NAMESPACE, path, ...args], options);
  return spawn(path, args, privilege === 'other-user' ? { ...options, uid: NOBODY, gid: NOBODY } : options);
}

/** Gives a folder and all in it to the user that the programs run as; nothing to do unless that is another user. */
export function handOver(privilege: Privilege, path: string): void {
  if (privilege !== 'other-user') return;
  if (!lstatSync(path).isDirectory()) {
    lchownSync(path, NOBODY, NOBODY);
    return;
  }
  chownSync(path, NOBODY, NOBODY);
  for (const entry of readdirSync(path)) handOver(privilege, join(path, entry));
}
