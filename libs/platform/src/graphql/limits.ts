import { type ASTVisitor, type FieldNode, GraphQLError, type OperationDefinitionNode, type SelectionSetNode, type ValidationContext } from 'graphql';

/** Bounds of one document, checked before anything runs. Tokens are bounded by the parser (`MAX_TOKENS`). */
export const MAX_TOKENS = 2_000;
const MAX_DEPTH = 12;
const MAX_FIELDS = 600;
const MAX_ALIASES = 16;
const MAX_ROOT_FIELDS = 16;

const refuse = (context: ValidationContext, message: string): void => {
  context.reportError(new GraphQLError(message, { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }));
};

interface Measure {
  fields: number;
  aliases: number;
  depth: number;
}

/** Walks a document once, following fragments, and stops where a bound is passed: a hostile document costs no more than a large one. */
class Measuring {
  readonly found: Measure = { fields: 0, aliases: 0, depth: 0 };

  constructor(private readonly context: ValidationContext) {}

  set(set: SelectionSetNode, depth: number): void {
    this.found.depth = Math.max(this.found.depth, depth);
    for (const selection of set.selections) {
      if (this.found.fields > MAX_FIELDS || depth > MAX_DEPTH) return;
      if (selection.kind === 'Field') this.field(selection, depth);
      else {
        const inner = selection.kind === 'InlineFragment' ? selection.selectionSet : this.context.getFragment(selection.name.value)?.selectionSet;
        if (inner !== undefined) this.set(inner, depth + 1);
      }
    }
  }

  private field(field: FieldNode, depth: number): void {
    this.found.fields += 1;
    if (field.alias !== undefined) this.found.aliases += 1;
    if (field.selectionSet !== undefined) this.set(field.selectionSet, depth + 1);
  }
}

function rootFieldCount(operation: OperationDefinitionNode): number {
  return operation.selectionSet.selections.length;
}

/** Refuses documents that are too deep, too wide or aliased too often, and mutations of more than one root field (decision 0013). */
export function documentLimits(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(operation) {
      const measuring = new Measuring(context);
      measuring.set(operation.selectionSet, 1);
      const { found } = measuring;
      if (found.depth > MAX_DEPTH) refuse(context, `The document is deeper than ${MAX_DEPTH} levels.`);
      if (found.fields > MAX_FIELDS) refuse(context, `The document asks for more than ${MAX_FIELDS} fields.`);
      if (found.aliases > MAX_ALIASES) refuse(context, `The document has more than ${MAX_ALIASES} aliases.`);
      if (rootFieldCount(operation) > MAX_ROOT_FIELDS) refuse(context, `The document has more than ${MAX_ROOT_FIELDS} root fields.`);
      if (operation.operation === 'mutation' && rootFieldCount(operation) !== 1) refuse(context, 'A mutation document has exactly one root field.');
    },
  };
}
