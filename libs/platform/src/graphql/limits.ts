import { type ASTVisitor, type FieldNode, GraphQLError, type OperationDefinitionNode, type SelectionSetNode, type ValidationContext } from 'graphql';

/** Bounds of one document, checked before anything runs. Tokens are bounded by the parser (`MAX_TOKENS`). */
export const MAX_TOKENS = 2_000;
const MAX_DEPTH = 12;
const MAX_FIELDS = 600;
const MAX_ALIASES = 15;
const MAX_ROOT_FIELDS = 6;

const refuse = (context: ValidationContext, message: string): void => {
  context.reportError(new GraphQLError(message, { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }));
};

interface Measure {
  fields: number;
  aliases: number;
  depth: number;
}

function measure(context: ValidationContext, set: SelectionSetNode, depth: number, into: Measure): void {
  into.depth = Math.max(into.depth, depth);
  for (const selection of set.selections) {
    if (into.fields > MAX_FIELDS || depth > MAX_DEPTH) return;
    if (selection.kind === 'Field') measureField(context, selection, depth, into);
    else {
      const inner = selection.kind === 'InlineFragment' ? selection.selectionSet : context.getFragment(selection.name.value)?.selectionSet;
      if (inner !== undefined) measure(context, inner, depth + 1, into);
    }
  }
}

function measureField(context: ValidationContext, field: FieldNode, depth: number, into: Measure): void {
  into.fields += 1;
  if (field.alias !== undefined) into.aliases += 1;
  if (field.selectionSet !== undefined) measure(context, field.selectionSet, depth + 1, into);
}

function rootFieldCount(operation: OperationDefinitionNode): number {
  return operation.selectionSet.selections.length;
}

/** Refuses documents that are too deep, too wide or aliased too often, and mutations of more than one root field (decision 0013). */
export function documentLimits(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(operation) {
      const found: Measure = { fields: 0, aliases: 0, depth: 0 };
      measure(context, operation.selectionSet, 1, found);
      if (found.depth > MAX_DEPTH) refuse(context, `The document is deeper than ${MAX_DEPTH} levels.`);
      if (found.fields > MAX_FIELDS) refuse(context, `The document asks for more than ${MAX_FIELDS} fields.`);
      if (found.aliases > MAX_ALIASES) refuse(context, `The document has more than ${MAX_ALIASES} aliases.`);
      if (rootFieldCount(operation) > MAX_ROOT_FIELDS) refuse(context, `The document has more than ${MAX_ROOT_FIELDS} root fields.`);
      if (operation.operation === 'mutation' && rootFieldCount(operation) !== 1) refuse(context, 'A mutation document has exactly one root field.');
    },
  };
}
