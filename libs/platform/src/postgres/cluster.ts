import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PostgresBinaries } from './binaries.js';
import { PostgresUnavailableError, USE_OWN_SERVER } from './postgres-error.js';
import { handOver, type Privilege, runProgram } from './run-unprivileged.js';

/** The major version of the programs we ship; a data folder of another one needs an export and an import. */
export const MAJOR_VERSION = '18';

/** The folder of the database cluster inside DATA_DIR. */
export function clusterFolderOf(dataDir: string): string {
  return join(dataDir, 'postgres');
}

export interface NewCluster {
  readonly dataDir: string;
  readonly binaries: PostgresBinaries;
  readonly privilege: Privilege;
  readonly superuserPassword: string;
}

function assertOurVersion(folder: string): void {
  const found = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim();
  if (found !== MAJOR_VERSION) throw new PostgresUnavailableError(`${folder} was made by PostgreSQL ${found}, this is ${MAJOR_VERSION}. Start the older Ketenregie once more and export.`);
}

/** Makes the cluster where there is none yet. Made beside its place and renamed: a start that was cut off leaves no half cluster. */
export async function ensureCluster(cluster: NewCluster): Promise<void> {
  const folder = clusterFolderOf(cluster.dataDir);
  if (existsSync(join(folder, 'PG_VERSION'))) {
    assertOurVersion(folder);
    // A cluster made where namespaces were allowed, opened where they are not.
    handOver(cluster.privilege, folder);
    return;
  }
  const draft = `${folder}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  handOver(cluster.privilege, draft);
  await initialise(cluster, draft);
  renameSync(draft, folder);
}

async function initialise({ binaries, privilege, superuserPassword }: NewCluster, folder: string): Promise<void> {
  const temporary = mkdtempSync(join(tmpdir(), 'ketenregie-initdb-'));
  const passwordFile = join(temporary, 'password');
  writeFileSync(passwordFile, superuserPassword, { mode: 0o600 });
  handOver(privilege, temporary);
  try {
    const args = ['-D', folder, '-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '-E', 'UTF8', '--locale=C.UTF-8', '--no-instructions'];
    const { code, output } = await outcomeOf(runProgram(privilege, { path: binaries.initdb, args, stdio: ['ignore', 'pipe', 'pipe'], cwd: '/' }));
    if (code !== 0) throw new PostgresUnavailableError(reasonOf(output));
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

function reasonOf(output: string): string {
  if (output.includes('could not look up effective user ID')) return `this user has no entry in the password file. ${USE_OWN_SERVER}`;
  if (output.includes('No space left on device')) return 'its disk is full: a new one takes 60 MB, and 200 MB with some room to work. Make room, then start again.';
  return `${output.trim().split('\n').findLast((line) => /error:|FATAL|could not/.test(line)) ?? output.trim().split('\n').at(-1) ?? 'initdb said nothing'} ${USE_OWN_SERVER}`;
}

function outcomeOf(child: ReturnType<typeof runProgram>): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('error', (error) => resolve({ code: -1, output: error.message }));
    child.once('close', (code) => resolve({ code, output }));
  });
}
