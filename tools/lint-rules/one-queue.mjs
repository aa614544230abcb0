// BullMQ is spoken to in libs/platform/src/jobs alone; elsewhere a job is a value with a wire name, and enqueueing goes through the outbox.
import { onEachImport, packageOf } from './workspace.mjs';

const messages = {
  package: 'Only libs/platform/src/jobs speaks to {{name}}. Define a job with @ketenregie/platform/jobs.',
  count: '{{name}} by count deadlocks on the PostgreSQL backend and marks finished jobs as failed. Use {age: seconds} or true.',
};

const isCount = (value) =>
  (value.type === 'Literal' && typeof value.value === 'number') ||
  (value.type === 'ObjectExpression' && value.properties.some((property) => (property.key?.name ?? property.key?.value) === 'count'));

export default {
  meta: {
    type: 'problem',
    schema: [{ type: 'object', properties: { isJobsFolder: { type: 'boolean' } }, additionalProperties: false }],
    defaultOptions: [{ isJobsFolder: false }],
    messages,
  },
  create(context) {
    const onImport = onEachImport(({ source, specifier }) => {
      const name = packageOf(specifier);
      if (name === 'bullmq' || name === '@nestjs/bullmq') context.report({ node: source, messageId: 'package', data: { name } });
    });
    return {
      ...(context.options[0].isJobsFolder ? {} : onImport),
      Property(node) {
        const name = node.key.name ?? node.key.value;
        const isRemoval = name === 'removeOnComplete' || name === 'removeOnFail';
        if (isRemoval && isCount(node.value)) context.report({ node, messageId: 'count', data: { name } });
      },
    };
  },
};
