// The lockfile installs anywhere: it names every platform's package (npm can leave out those it could not fetch, and `npm ci` then fails
// on a fresh machine), every project of the workspace, and no download address (an address is that of one registry).
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listProjects } from '../projects/list.mjs';

/** Looks a package up as Node does: in the owner's own node_modules, then in those of the folders above it. */
function isLocked(packages, owner, name) {
  const nested = owner.split('/node_modules/');
  const above = nested.map((_, depth) => nested.slice(0, nested.length - depth).join('/node_modules/'));
  return packages[`node_modules/${name}`] !== undefined || above.some((folder) => packages[`${folder}/node_modules/${name}`] !== undefined);
}

/** One line for each project or optional package that is missing and for each download address. */
export function lockfileFaults(root) {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const absent = listProjects(root).filter((project) => !packages[`node_modules/${project.name}`] || !packages[project.directory]);
  const faults = Object.entries(packages).flatMap(([owner, entry]) => {
    const missing = Object.keys(entry.optionalDependencies ?? {}).filter((name) => !isLocked(packages, owner, name));
    const isAddress = /^[a-z+]+:\/\//.test(entry.resolved ?? '');
    return [...missing.map((name) => `${owner || 'the root'} names ${name}, which the lockfile lacks`), ...(isAddress ? [`${owner} has a download address`] : [])];
  });
  return [...faults, ...absent.map(({ directory }) => `${directory} is not in it: npm install --package-lock-only`)];
}
