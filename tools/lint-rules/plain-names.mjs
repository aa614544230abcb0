// Names say what a thing is: kebab-case files, no folder for leftovers, no prefix or suffix that says nothing.
import { relative, sep } from 'node:path';

const messages = {
  file: 'Name the file in kebab-case: {{name}}.',
  folder: 'A folder named {{name}} says nothing of what lies in it. Name it for its subject.',
  component: 'Name the component file for the component, not index.tsx.',
  prefix: 'No I prefix: {{name}}.',
  suffix: '{{name}}: say what it does; Manager, Helper, Util and Impl do not.',
};

const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
const EMPTY_FOLDERS = new Set(['util', 'utils', 'helper', 'helpers', 'common', 'dto', 'dtos', 'misc', 'shared']);

function pathFaults(path) {
  const folders = path.split('/');
  const name = folders.pop();
  return [
    ...(KEBAB.test(name) ? [] : [{ messageId: 'file', data: { name } }]),
    ...(name === 'index.tsx' ? [{ messageId: 'component' }] : []),
    ...folders.filter((folder) => EMPTY_FOLDERS.has(folder)).map((folder) => ({ messageId: 'folder', data: { name: folder } })),
  ];
}

export default {
  meta: { type: 'suggestion', schema: [], messages },
  create(context) {
    const declared = (node) => {
      const name = node.id?.name ?? '';
      if (/(Manager|Helper|Util|Utils|Impl)$/.test(name)) context.report({ node: node.id, messageId: 'suffix', data: { name } });
      if (node.type === 'TSInterfaceDeclaration' && /^I[A-Z][a-z]/.test(name)) context.report({ node: node.id, messageId: 'prefix', data: { name } });
    };
    return {
      Program(node) {
        const path = relative(context.cwd, context.filename).split(sep).join('/');
        for (const fault of pathFaults(path)) context.report({ node, ...fault });
      },
      ClassDeclaration: declared,
      TSInterfaceDeclaration: declared,
      TSTypeAliasDeclaration: declared,
    };
  },
};
