// Whether node_modules is what the lockfile says. By content, not by time: a checkout gives every file a new time.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const packagesOf = (path) => JSON.parse(readFileSync(path, 'utf8')).packages;

/** Why `npm ci` is needed, or null. Packages for other platforms and optional peers may be absent. */
export function whyInstall(root) {
  const installedList = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedList)) return 'node_modules is missing';
  const installed = packagesOf(installedList);
  const differing = Object.entries(packagesOf(join(root, 'package-lock.json'))).filter(([path, entry]) => {
    if (!path.startsWith('node_modules/')) return false;
    const found = installed[path];
    return found ? found.version !== entry.version : !entry.optional && !entry.devOptional && !entry.peer;
  });
  if (differing.length === 0) return null;
  return `${differing.length} packages differ from the lockfile, ${differing[0][0].slice('node_modules/'.length)} first`;
}
