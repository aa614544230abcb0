import { readFileSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { clusterFolderOf } from './cluster.js';
import { superuserUrlOf, withConnection } from './connection.js';
import { commandLineOf, isAlive, isTaken } from './machine-process.js';
import { findSecret } from './secrets.js';
import { stopServer } from './server-process.js';

export interface RunningServer {
  readonly pid: number;
  readonly port: number;
}

/** Reads the number and the port from the text of a postmaster.pid (lines 1 and 4); null where it is incomplete. */
export function parsePidFile(text: string): RunningServer | null {
  const lines = text.split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  return Number.isInteger(pid) && pid > 0 && Number.isInteger(port) && port > 0 ? { pid, port } : null;
}

const pidFileOf = (dataDir: string): string => join(clusterFolderOf(dataDir), 'postmaster.pid');

function readPidFile(dataDir: string): string | null {
  try {
    return readFileSync(pidFileOf(dataDir), 'utf8');
  } catch {
    return null;
  }
}

async function servesFolder({ port }: RunningServer, dataDir: string, password: string): Promise<boolean> {
  try {
    return await withConnection(superuserUrlOf(port, password), async (client) => {
      const { rows } = await client.query<{ data_directory: string }>('show data_directory');
      return realpathSync(rows[0]?.data_directory ?? '') === realpathSync(clusterFolderOf(dataDir));
    });
  } catch {
    return false;
  }
}

/** The server that runs on this data folder and lets us in, by its pid file; null where there is none. */
export async function findServer(dataDir: string): Promise<RunningServer | null> {
  const found = parsePidFile(readPidFile(dataDir) ?? '');
  const password = findSecret(dataDir, 'postgres-superuser');
  if (found === null || password === null || !isAlive(found.pid)) return null;
  return (await servesFolder(found, dataDir, password)) ? found : null;
}

/**
 * The left-over server if it can be used. One that is just starting or stopping gets ten seconds; one that answers to nobody is
 * stopped; a pid file whose number now belongs to a stranger is removed. Afterwards the folder is free, unless a server is returned.
 */
export async function adoptOrClear(dataDir: string): Promise<RunningServer | null> {
  const deadline = performance.now() + 10_000;
  for (;;) {
    const text = readPidFile(dataDir);
    const pid = Number(text?.split('\n')[0]);
    // Nobody has that number: postgres itself cleans up after a server that was killed.
    if (text === null || !Number.isInteger(pid) || pid <= 0 || !isTaken(pid)) return null;
    // A stranger, or a server that is dead but uncollected (containers): postgres would take either for a server and refuse.
    if (!isAlive(pid) || !isServerOf(pid, dataDir)) {
      rmSync(pidFileOf(dataDir), { force: true });
      return null;
    }
    const server = await findServer(dataDir);
    if (server !== null) return server;
    if (performance.now() > deadline) {
      await stopServer(pid);
      return null;
    }
    await pause(100);
  }
}

/** Whether that process is a PostgreSQL on our folder: numbers are given out anew, above all after a restart of the machine. */
function isServerOf(pid: number, dataDir: string): boolean {
  const commandLine = commandLineOf(pid);
  return commandLine === null || commandLine.includes(clusterFolderOf(dataDir));
}
