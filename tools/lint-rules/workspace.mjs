// What the lint rules know of the workspace: which project a file lies in, and each import of a file.
import { isBuiltin } from 'node:module';
import { relative, sep } from 'node:path';
import { listProjects } from '../projects/list.mjs';

const projectsByRoot = new Map();

/** The projects of the workspace at `root`, read once a process. */
export function projectsAt(root) {
  if (!projectsByRoot.has(root)) projectsByRoot.set(root, listProjects(root));
  return projectsByRoot.get(root);
}

/** The project that a file lies in, or undefined (tools, root files). */
export function projectOf(root, filename) {
  const path = relative(root, filename).split(sep).join('/');
  return projectsAt(root).find((project) => path.startsWith(`${project.directory}/`));
}

/** Whether a path is that of a test. */
export function isSpec(filename) {
  return /\.(spec|db-spec|api-spec|process-spec|browser-spec)\.(tsx?|mjs)$/.test(filename);
}

/** Whether a path is that of a test or of what only tests use: builders and doubles in a `testing` or `test` folder. */
export function isTestCode(filename) {
  return isSpec(filename) || /[\\/](testing|test)[\\/]/.test(filename);
}

/** `@nestjs/common/x` -> `@nestjs/common`; a built-in module always with its `node:` prefix. */
export function packageOf(specifier) {
  if (isBuiltin(specifier)) return specifier.startsWith('node:') ? specifier : `node:${specifier}`;
  return specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}

function textOf(node) {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node?.type === 'TSLiteralType') return textOf(node.literal);
  if (node?.type === 'TemplateLiteral' && node.expressions.length === 0) return node.quasis[0].value.cooked;
  return null;
}

/** The names a declaration takes from its module; `*` for a namespace, a re-export of all or a dynamic import. */
function namesOf(node) {
  const specifiers = node.specifiers ?? [{ type: 'all' }];
  return specifiers.map((specifier) => {
    if (specifier.type === 'ImportDefaultSpecifier') return 'default';
    const name = specifier.imported ?? (specifier.type === 'ExportSpecifier' ? specifier.local : null);
    return name === null ? '*' : (name.name ?? name.value);
  });
}

/**
 * A visitor that calls `visit({source, specifier, names})` for each way in which a file can reach another module: import and
 * export declarations, types included, `import()`, `import('x')` as a type, `require` and `jest.unstable_mockModule`.
 */
export function onEachImport(visit) {
  const report = (source, node) => {
    const specifier = textOf(source);
    if (specifier !== null) visit({ source, specifier, names: namesOf(node) });
  };
  return {
    ImportDeclaration: (node) => report(node.source, node),
    ExportNamedDeclaration: (node) => report(node.source, node),
    ExportAllDeclaration: (node) => report(node.source, node),
    ImportExpression: (node) => report(node.source, node),
    TSImportType: (node) => report(node.source ?? node.argument, node),
    TSExternalModuleReference: (node) => report(node.expression, node),
    CallExpression: (node) => {
      const name = node.callee.name ?? node.callee.property?.name;
      if (name === 'require' || name === 'unstable_mockModule') report(node.arguments[0], node);
    },
  };
}
