// Builds the workspace: one `tsc -b` over all projects, then the portal's bundle and the list of what it asks. Through Nx, which
// writes the typed documents first: `npm run build`.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listProjects } from './projects/list.mjs';
import { writeTrustedDocuments } from './trusted-documents.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Runs a program of node_modules; ends this process where it fails. */
function run(folder, script, args) {
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules', script), ...args], { cwd: join(root, folder), stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

/** `tsc -b` leaves the output of a removed source behind, and a migration found by its folder would still run. */
function removeStale({ directory }) {
  const dist = join(root, directory, 'dist');
  if (!existsSync(dist)) return;
  for (const path of readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.d.ts'))) {
    const name = path.slice(0, -'.d.ts'.length);
    const hasSource = ['.ts', '.tsx'].some((extension) => existsSync(join(root, directory, 'src', `${name}${extension}`)));
    if (!hasSource) for (const extension of ['.d.ts', '.js', '.js.map']) rmSync(join(dist, `${name}${extension}`), { force: true });
  }
}

listProjects(root).filter((project) => project.isTypeScript).forEach(removeStale);
run('.', 'typescript/bin/tsc', ['-b']);
const hasBundle = ['vite.config.ts', 'vite.config.mjs'].some((name) => existsSync(join(root, 'apps', 'portal', name)));
if (hasBundle) {
  run('apps/portal', 'vite/bin/vite.js', ['build', '--logLevel', 'warn']);
  await writeTrustedDocuments(root);
}
