// Keeps every project's tsconfig.json and the root solution in step with the workspace dependencies in its package.json.
// `node tools/projects/sync.mjs` writes; `--check` exits 1 and names the files that differ. One source of truth: package.json.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listProjects } from './list.mjs';

/** The tsconfig.json that a project should have: its own sources, and a reference to each workspace project it depends on. */
export function tsconfigOf(project, projects) {
  const references = project.workspaceDependencies
    .map((name) => projects.find((other) => other.name === name))
    .filter((other) => other?.isTypeScript)
    .map((other) => ({ path: relative(project.directory, other.directory) }));
  const isBrowser = project.tags.includes('runtime:browser');
  const browser = { lib: ['es2023', 'dom', 'dom.iterable'], jsx: 'react-jsx', module: 'esnext', moduleResolution: 'bundler', types: [], experimentalDecorators: false, emitDecoratorMetadata: false };
  return {
    extends: relative(project.directory, 'tsconfig.base.json'),
    compilerOptions: { rootDir: 'src', outDir: 'dist', tsBuildInfoFile: 'dist/tsconfig.tsbuildinfo', ...(isBrowser ? browser : {}) },
    include: isBrowser ? ['src/**/*.ts', 'src/**/*.tsx'] : ['src/**/*.ts'],
    exclude: ['src/**/*.spec.ts', 'src/**/*.spec.tsx', 'src/**/*.db-spec.ts'],
    references,
  };
}

/** Every tsconfig.json of the workspace as it should be: `[path, text]`. */
export function tsconfigFilesOf(root) {
  const projects = listProjects(root);
  const typescript = projects.filter((project) => project.isTypeScript);
  const files = typescript.map((project) => [join(project.directory, 'tsconfig.json'), tsconfigOf(project, projects)]);
  files.push(['tsconfig.json', { files: [], references: typescript.map((project) => ({ path: `./${project.directory}` })) }]);
  return files.map(([path, value]) => [path, `${JSON.stringify(value, null, 2)}\n`]);
}

const differingFiles = (root) => tsconfigFilesOf(root).filter(([path, text]) => !existsSync(join(root, path)) || readFileSync(join(root, path), 'utf8') !== text);

/** One line for each tsconfig.json that is out of step with the package.json files. */
export function projectFaults(root) {
  return differingFiles(root).map(([path]) => `${path} is out of step with package.json. Run: node tools/projects/sync.mjs`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
  const faults = projectFaults(root);
  if (!process.argv.includes('--check')) for (const [path, text] of differingFiles(root)) writeFileSync(join(root, path), text);
  else if (faults.length > 0) {
    console.error(faults.join('\n'));
    process.exitCode = 1;
  }
}
