// Domain and use cases take a day or a Clock: with the machine's clock inside, no rule could be tested for a day, nor the demo run on its own date.
const messages = { clock: "No {{what}} here: take a Clock or a calendar date as an argument; what was recorded when is the database's clock." };

const isNamed = (node, object, property) => node.type === 'MemberExpression' && node.object.name === object && node.property.name === property;

export default {
  meta: { type: 'problem', schema: [], messages },
  create(context) {
    const report = (node, what) => context.report({ node, messageId: 'clock', data: { what } });
    return {
      NewExpression(node) {
        if (node.callee.name === 'Date' && node.arguments.length === 0) report(node, 'new Date()');
      },
      CallExpression(node) {
        if (node.callee.name === 'Date') report(node, 'Date()');
      },
      MemberExpression(node) {
        if (isNamed(node, 'Date', 'now')) report(node, 'Date.now');
        if (isNamed(node, 'performance', 'now')) report(node, 'performance.now');
        if (isNamed(node, 'Temporal', 'Now')) report(node, 'Temporal.Now');
      },
    };
  },
};
