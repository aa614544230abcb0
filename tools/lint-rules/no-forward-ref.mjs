// A forwardRef hides a cycle between modules: a domain event is missing.
export default {
  meta: { type: 'problem', schema: [], messages: { refused: 'No forwardRef: two modules know each other. Let one of them emit a domain event.' } },
  create(context) {
    return { 'Identifier[name="forwardRef"]': (node) => context.report({ node, messageId: 'refused' }) };
  },
};
