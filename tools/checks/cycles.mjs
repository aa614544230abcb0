// No import cycle between files, types included: two files that need each other are one file or lack a third.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { listProjects } from '../projects/list.mjs';
import { filesOf } from './files.mjs';

const isSource = (path) => /^(libs|apps)\/.*\.tsx?$/.test(path) && !path.endsWith('.d.ts');

/** The file that `@ketenregie/people-domain` or `@ketenregie/platform/db` stands for, or null. */
function entryOf(specifier, projects) {
  const project = projects.find(({ name }) => specifier === name || specifier.startsWith(`${name}/`));
  if (!project) return null;
  const part = specifier.slice(project.name.length + 1);
  return join(project.directory, 'src', part, 'index.ts');
}

function fileOf(specifier, from, { projects, files }) {
  if (!specifier.startsWith('.')) return entryOf(specifier, projects);
  const path = join(dirname(from), specifier).replace(/\.jsx?$/, '');
  return [path, `${path}.ts`, `${path}.tsx`, join(path, 'index.ts')].find((candidate) => files.has(candidate)) ?? null;
}

function graphOf(root) {
  const files = new Set(filesOf(root).filter((path) => isSource(path) && existsSync(join(root, path))));
  const world = { files, projects: listProjects(root) };
  const edgesOf = (path) =>
    ts
      .preProcessFile(readFileSync(join(root, path), 'utf8'), true, true)
      .importedFiles.map(({ fileName }) => fileOf(fileName, path, world))
      .filter((target) => target !== null && files.has(target));
  return new Map([...files].map((path) => [path, edgesOf(path)]));
}

/** The first cycle through `start`, as the files passed on the way, or null. Files in `done` are known to lie on none. */
function cycleFrom(start, graph, done) {
  const way = [];
  const visit = (path) => {
    if (done.has(path)) return null;
    if (way.includes(path)) return [...way.slice(way.indexOf(path)), path];
    way.push(path);
    for (const next of graph.get(path) ?? []) {
      const cycle = visit(next);
      if (cycle) return cycle;
    }
    way.pop();
    done.add(path);
    return null;
  };
  return visit(start);
}

/** One line for each cycle found; a file is named in one cycle at most. */
export function cycleFaults(root) {
  const graph = graphOf(root);
  const done = new Set();
  const faults = [];
  for (const start of graph.keys()) {
    const cycle = cycleFrom(start, graph, done);
    if (!cycle) continue;
    faults.push(cycle.join(' -> '));
    for (const path of cycle) done.add(path);
  }
  return faults;
}
