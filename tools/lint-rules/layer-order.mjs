// Layers and features import in one direction, by the table in tools/projects/layers.mjs.
import { whyNotImport, whyNotUse } from '../projects/layers.mjs';
import { isTestCode, onEachImport, packageOf, projectOf, projectsAt } from './workspace.mjs';

const TEST_PACKAGES = /^(fast-check|@jest\/globals|playwright-core|node:.*)$/;

function reasonAgainst({ root, project, filename, specifier }) {
  if (specifier.startsWith('.')) return null;
  const name = packageOf(specifier);
  const target = projectsAt(root).find((other) => other.name === name);
  if (target) return target.name === project.name ? null : whyNotImport(project, target);
  return isTestCode(filename) && TEST_PACKAGES.test(name) ? null : whyNotUse(project, name);
}

export default {
  meta: { type: 'problem', schema: [], messages: { refused: '{{project}} may not import {{specifier}}: {{reason}}.' } },
  create(context) {
    const root = context.cwd;
    const project = projectOf(root, context.filename);
    if (!project) return {};
    return onEachImport(({ source, specifier }) => {
      const reason = reasonAgainst({ root, project, filename: context.filename, specifier });
      if (reason) context.report({ node: source, messageId: 'refused', data: { project: project.name, specifier, reason } });
    });
  },
};
