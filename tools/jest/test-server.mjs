// The one PostgreSQL of a test run: where its folder is, and how left-overs of runs that were killed are cleared away.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PREFIX = 'ketenregie-postgres-';
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** A built part of the workspace, `platform/postgres` for instance. Plain node cannot read our TypeScript, so the build comes first. */
export async function built(project, part = '') {
  const file = join(root, 'libs', project, 'dist', part, 'index.js');
  if (!existsSync(file)) throw new Error(`${file} is missing. Build first: npm run build (or: npx tsc -b libs/${project})`);
  return import(file);
}

/** A new folder for this run's server, marked as ours. */
export async function makeFolder() {
  const { ownMark } = await built('platform', 'postgres');
  const folder = mkdtempSync(join(tmpdir(), PREFIX));
  writeFileSync(join(folder, 'run.json'), JSON.stringify(ownMark()));
  return folder;
}

/** Stops the server of a folder, if one runs, and deletes the folder. */
export async function removeFolder(folder) {
  const { findRunningPostgres } = await built('platform', 'postgres');
  await (await findRunningPostgres(folder))?.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** Clears away the servers of test runs whose process is gone. Runs that are under way, of others in this checkout too, are left alone. */
export async function removeLeftOvers() {
  const { isStillThere } = await built('platform', 'postgres');
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = join(tmpdir(), name);
    const mark = join(folder, 'run.json');
    if (existsSync(mark) && !isStillThere(JSON.parse(readFileSync(mark, 'utf8')))) await removeFolder(folder);
  }
}
