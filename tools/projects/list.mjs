// The projects of the workspace, read from the package.json of each folder that a workspace pattern names.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

function expand(root, pattern) {
  return pattern.split('/').reduce(
    (folders, part) =>
      part === '*'
        ? folders.flatMap((folder) =>
            existsSync(join(root, folder))
              ? readdirSync(join(root, folder), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => join(folder, entry.name))
              : [],
          )
        : folders.map((folder) => join(folder, part)),
    [''],
  );
}

/** All projects: `{name, directory, tags, exports, workspaceDependencies, isTypeScript}`, sorted by directory. */
export function listProjects(root) {
  const { workspaces } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const folders = [...new Set(workspaces.flatMap((pattern) => expand(root, pattern)))].sort();
  return folders
    .filter((directory) => existsSync(join(root, directory, 'package.json')))
    .map((directory) => {
      const manifest = JSON.parse(readFileSync(join(root, directory, 'package.json'), 'utf8'));
      const dependencies = Object.keys(manifest.dependencies ?? {}).filter((name) => name.startsWith('@ketenregie/'));
      return { name: manifest.name, directory, tags: manifest.nx?.tags ?? [], exports: Object.keys(manifest.exports ?? {}), workspaceDependencies: dependencies, isTypeScript: existsSync(join(root, directory, 'src')) };
    });
}
