import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { locateBinaries } from './binaries.js';
import { clusterFolderOf, ensureCluster } from './cluster.js';
import { embeddedUrl, superuserUrlOf } from './connection.js';
import { withLockFile } from './lock-file.js';
import { DATABASE, ensureOwnerDatabase, OWNER_ROLE } from './owner-database.js';
import { PostgresUnavailableError } from './postgres-error.js';
import { choosePrivilege } from './run-unprivileged.js';
import { adoptOrClear, findServer, type RunningServer } from './running-server.js';
import { findSecret, readOrCreateSecret } from './secrets.js';
import { startServer, stopServer } from './server-process.js';

export interface EmbeddedPostgres {
  /** The owner's address: migrations. */
  readonly ownerUrl: string;
  /** The superuser's address: for tests that make databases, and for nothing else. */
  readonly superuserUrl: string;
  /** Whether it ran already, left by a launcher that was killed or started by another command. */
  readonly adopted: boolean;
  readonly pid: number;
  stop(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  /** Settings on top of ours, for example `{fsync: 'off'}` in tests. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Aborts the wait for a slow start; nothing is left running. */
  readonly signal?: AbortSignal;
}

type FoundServer = RunningServer & { readonly adopted: boolean };

/** Waiting for another process that starts the same server: an initdb and a start, on a slow machine. */
const LOCK_WAIT_MS = 60_000;

/** A cluster whose password is lost would let nobody in: better said at once than after two minutes of knocking. */
function assertSecretKept(dataDir: string): void {
  if (!existsSync(join(clusterFolderOf(dataDir), 'PG_VERSION')) || findSecret(dataDir, 'postgres-superuser') !== null) return;
  throw new PostgresUnavailableError(`${join(dataDir, 'secrets', 'postgres-superuser')} is missing, and the data folder opens only with it. Put it back from your backup.`);
}

async function adoptOrStart(dataDir: string, options: EmbeddedPostgresOptions): Promise<FoundServer> {
  const leftOver = await adoptOrClear(dataDir);
  if (leftOver !== null) return { ...leftOver, adopted: true };
  const binaries = locateBinaries();
  const privilege = choosePrivilege(binaries.postgres, clusterFolderOf(dataDir));
  assertSecretKept(dataDir);
  const superuserPassword = readOrCreateSecret(dataDir, 'postgres-superuser');
  // The other user must be able to pass through; what stands in the folder keeps its own modes.
  if (privilege === 'other-user') chmodSync(dataDir, 0o711);
  await ensureCluster({ dataDir, binaries, privilege, superuserPassword });
  options.signal?.throwIfAborted();
  const started = await startServer({ dataDir, binaries, privilege, superuserPassword, settings: options.settings ?? {}, signal: options.signal });
  return { ...started, adopted: false };
}

/**
 * Brings up the embedded PostgreSQL on DATA_DIR: makes the cluster on first use, adopts a server that already runs on it, and
 * makes the owner role and the database. Safe when several processes ask at once. Throws PostgresUnavailableError with what to do
 * where it cannot run. The server outlives this process unless `stop` is called.
 */
export async function startEmbeddedPostgres(dataDir: string, options: EmbeddedPostgresOptions = {}): Promise<EmbeddedPostgres> {
  const folder = resolve(dataDir);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return withLockFile(join(folder, 'postgres.lock'), LOCK_WAIT_MS, async () => {
    options.signal?.throwIfAborted();
    const server = await adoptOrStart(folder, options);
    try {
      return await openedServer(folder, server);
    } catch (error) {
      if (!server.adopted) await stopServer(server.pid);
      throw error;
    }
  });
}

async function openedServer(dataDir: string, { pid, port, adopted }: FoundServer): Promise<EmbeddedPostgres> {
  const superuserPassword = readOrCreateSecret(dataDir, 'postgres-superuser');
  const ownerPassword = readOrCreateSecret(dataDir, 'database-owner');
  const ownerUrl = await ensureOwnerDatabase({ port, superuserPassword, ownerPassword });
  return { ownerUrl, superuserUrl: superuserUrlOf(port, superuserPassword), adopted, pid, stop: () => stopServer(pid) };
}

/** The embedded server that runs on DATA_DIR now, by its pid file, or null. Starts nothing and changes nothing. */
export async function findRunningPostgres(dataDir: string): Promise<Omit<EmbeddedPostgres, 'adopted'> | null> {
  const folder = resolve(dataDir);
  const server = await findServer(folder);
  const superuserPassword = findSecret(folder, 'postgres-superuser');
  const ownerPassword = findSecret(folder, 'database-owner');
  if (server === null || superuserPassword === null || ownerPassword === null) return null;
  return {
    ownerUrl: embeddedUrl({ role: OWNER_ROLE, password: ownerPassword, database: DATABASE, port: server.port }),
    superuserUrl: superuserUrlOf(server.port, superuserPassword),
    pid: server.pid,
    stop: () => stopServer(server.pid),
  };
}
