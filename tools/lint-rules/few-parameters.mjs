// At most three positional parameters (more are one object with names), at most five for a constructor (more are two classes).
const LIMITS = { function: 3, constructor: 5 };
const messages = { many: 'This {{kind}} takes {{count}} parameters; the limit is {{limit}}.' };

/** A `this` parameter is a type alone and not counted. */
const countOf = (node) => node.params.filter((parameter) => parameter.name !== 'this').length;

export default {
  meta: { type: 'suggestion', schema: [], messages },
  create(context) {
    const check = (node) => {
      const kind = node.parent.type === 'MethodDefinition' && node.parent.kind === 'constructor' ? 'constructor' : 'function';
      const count = countOf(node);
      if (count > LIMITS[kind]) context.report({ node, messageId: 'many', data: { kind, count, limit: LIMITS[kind] } });
    };
    return { FunctionDeclaration: check, FunctionExpression: check, ArrowFunctionExpression: check, TSDeclareFunction: check, TSEmptyBodyFunctionExpression: check };
  },
};
