// Another project is imported by its package name alone, only where the importing project's package.json lists it.
import { dirname, relative, resolve, sep } from 'node:path';
import { isTestCode, onEachImport, packageOf, projectOf, projectsAt } from './workspace.mjs';

const messages = {
  relative: 'This path leaves {{project}}. Import another project by its package name.',
  unknown: 'No project of the workspace is named {{name}}.',
  unlisted: '{{project}} does not list {{name}} in its package.json (then run: node tools/projects/sync.mjs).',
  deep: '{{name}} does not offer {{specifier}}. Import what its package.json exports.',
  testing: '{{specifier}} is for tests: import it in a spec or in a testing folder.',
  self: 'Inside {{project}} import by relative path.',
};

/** Whether a package.json export list (`.`, `./*`) offers a path; a star stands for one folder. */
function offers(project, subpath) {
  return project.exports.some((pattern) => {
    const [before, after] = pattern.split('*');
    if (after === undefined) return pattern === subpath;
    const middle = subpath.slice(before.length, subpath.length - after.length);
    return subpath.startsWith(before) && subpath.endsWith(after) && middle !== '' && !middle.includes('/');
  });
}

function faultOf({ root, project, filename, specifier }) {
  if (specifier.startsWith('.')) {
    const path = relative(resolve(root, project.directory), resolve(dirname(filename), specifier));
    return path === '..' || path.startsWith(`..${sep}`) ? 'relative' : null;
  }
  if (!specifier.startsWith('@ketenregie/')) return null;
  const name = packageOf(specifier);
  if (name === project.name) return 'self';
  const target = projectsAt(root).find((other) => other.name === name);
  if (!target) return 'unknown';
  if (!project.workspaceDependencies.includes(name)) return 'unlisted';
  if (!offers(target, `.${specifier.slice(name.length)}`)) return 'deep';
  return specifier.endsWith('/testing') && !isTestCode(filename) ? 'testing' : null;
}

export default {
  meta: { type: 'problem', schema: [], messages },
  create(context) {
    const root = context.cwd;
    const project = projectOf(root, context.filename);
    if (!project) return {};
    return onEachImport(({ source, specifier }) => {
      const messageId = faultOf({ root, project, filename: context.filename, specifier });
      if (messageId) context.report({ node: source, messageId, data: { project: project.name, name: packageOf(specifier), specifier } });
    });
  },
};
