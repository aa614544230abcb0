import { type ASTVisitor, type FieldNode, GraphQLError, type OperationDefinitionNode, type SelectionNode, type SelectionSetNode, type ValidationContext } from 'graphql';

/** Bounds of one document, checked before anything runs. Tokens are bounded by the parser (`MAX_TOKENS`). */
export const MAX_TOKENS = 2_000;
const MAX_DEPTH = 12;
const MAX_SELECTIONS = 600;
const MAX_ALIASES = 16;
const MAX_ROOT_FIELDS = 16;

const refuse = (context: ValidationContext, message: string): void => {
  context.reportError(new GraphQLError(message, { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }));
};

interface Measure {
  /** Fields, and the fragments they stand in, each as often as it is met. */
  selections: number;
  aliases: number;
  depth: number;
  rootFields: number;
}

/**
 * Walks a document once, following fragments, and stops where a bound is passed: a hostile document costs no more than a large one. Each
 * spread counts by itself, for fragments that spread one another often enough never come to a field.
 */
class Measuring {
  readonly found: Measure = { selections: 0, aliases: 0, depth: 0, rootFields: 0 };

  constructor(private readonly context: ValidationContext) {}

  set(set: SelectionSetNode, { depth, isRoot }: { depth: number; isRoot: boolean }): void {
    this.found.depth = Math.max(this.found.depth, depth);
    for (const selection of set.selections) {
      if (this.found.selections > MAX_SELECTIONS || depth > MAX_DEPTH) return;
      this.found.selections += 1;
      if (selection.kind === 'Field') this.field(selection, { depth, isRoot });
      else this.fragment(selection, { depth, isRoot });
    }
  }

  private fragment(selection: Exclude<SelectionNode, FieldNode>, { depth, isRoot }: { depth: number; isRoot: boolean }): void {
    const inner = selection.kind === 'InlineFragment' ? selection.selectionSet : this.context.getFragment(selection.name.value)?.selectionSet;
    if (inner !== undefined) this.set(inner, { depth: depth + 1, isRoot });
  }

  private field(field: FieldNode, { depth, isRoot }: { depth: number; isRoot: boolean }): void {
    if (isRoot) this.found.rootFields += 1;
    if (field.alias !== undefined) this.found.aliases += 1;
    if (field.selectionSet !== undefined) this.set(field.selectionSet, { depth: depth + 1, isRoot: false });
  }
}

function measure(context: ValidationContext, operation: OperationDefinitionNode): Measure {
  const measuring = new Measuring(context);
  measuring.set(operation.selectionSet, { depth: 1, isRoot: true });
  return measuring.found;
}

/**
 * Refuses documents that are too deep, too wide or aliased too often, and mutations of more than one root field, however they are written
 * (decision 0013).
 */
export function documentLimits(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(operation) {
      const found = measure(context, operation);
      if (found.depth > MAX_DEPTH) refuse(context, `The document is deeper than ${MAX_DEPTH} levels.`);
      if (found.selections > MAX_SELECTIONS) refuse(context, `The document asks for more than ${MAX_SELECTIONS} fields.`);
      if (found.aliases > MAX_ALIASES) refuse(context, `The document has more than ${MAX_ALIASES} aliases.`);
      if (found.rootFields > MAX_ROOT_FIELDS) refuse(context, `The document has more than ${MAX_ROOT_FIELDS} root fields.`);
      if (operation.operation === 'mutation' && found.rootFields !== 1) refuse(context, 'A mutation document has exactly one root field.');
    },
  };
}
