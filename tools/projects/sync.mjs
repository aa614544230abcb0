// Keeps every project's tsconfig.json and the root solution in step with the workspace dependencies in its package.json.
// `node tools/projects/sync.mjs` writes; `--check` exits 1 and names the files that differ. One source of truth: package.json.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listProjects } from './list.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

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

function expectedFiles() {
  const projects = listProjects(root);
  const typescript = projects.filter((project) => project.isTypeScript);
  const files = typescript.map((project) => [join(project.directory, 'tsconfig.json'), tsconfigOf(project, projects)]);
  files.push(['tsconfig.json', { files: [], references: typescript.map((project) => ({ path: `./${project.directory}` })) }]);
  return files.map(([path, value]) => [path, `${JSON.stringify(value, null, 2)}\n`]);
}

const isCheck = process.argv.includes('--check');
const differing = expectedFiles().filter(([path, text]) => !existsSync(join(root, path)) || readFileSync(join(root, path), 'utf8') !== text);
if (isCheck && differing.length > 0) {
  console.error(`Out of step with package.json: ${differing.map(([path]) => path).join(', ')}. Run: node tools/projects/sync.mjs`);
  process.exit(1);
}
if (!isCheck) for (const [path, text] of differing) writeFileSync(join(root, path), text);
