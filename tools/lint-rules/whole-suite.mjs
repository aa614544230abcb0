// Every test runs, always: one left-over `.only` silences a whole file.
const messages = { part: 'No {{what}}: every test runs. Remove it, or remove the test.' };

const TEST = /^(describe|it|test)$/;
const ALIAS = /^(fdescribe|fit|xdescribe|xit|xtest)$/;
const PART = /^(only|skip|todo|failing)$/;

/** The name at the start of a chain: `it.concurrent.only` -> `it`. */
function startOf(node) {
  return node.type === 'MemberExpression' ? startOf(node.object) : node.name;
}

export default {
  meta: { type: 'problem', schema: [], messages },
  create(context) {
    return {
      MemberExpression(node) {
        const part = node.property.name ?? node.property.value;
        if (PART.test(part) && TEST.test(startOf(node))) context.report({ node, messageId: 'part', data: { what: `.${part}` } });
      },
      CallExpression(node) {
        if (ALIAS.test(node.callee.name)) context.report({ node, messageId: 'part', data: { what: node.callee.name } });
      },
    };
  },
};
