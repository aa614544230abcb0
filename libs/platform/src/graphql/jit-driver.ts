import type { GatewayInterface, GatewayExecutor } from '@apollo/server-gateway-interface';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Injectable } from '@nestjs/common';
import { type ExecutionResult, GraphQLError, type GraphQLSchema, getOperationAST, getVariableValues, printSchema } from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';

const MAX_COMPILED = 500;

/**
 * Executes documents compiled once by graphql-jit, through Apollo's gateway hook, so that Apollo keeps its checks and its error
 * formatting (decision 0029). Variables are coerced by graphql-js before anything runs, and errors are GraphQLErrors again afterwards.
 */
export function jitExecutor(schema: GraphQLSchema): GatewayExecutor {
  const compiled = new Map<string, CompiledQuery>();
  return async ({ document, operationName, queryHash, request, context }) => {
    const operation = getOperationAST(document, operationName ?? undefined);
    if (!operation) throw new GraphQLError('Unknown operation', { extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } });
    const coerced = getVariableValues(schema, operation.variableDefinitions ?? [], request.variables ?? {}, { maxErrors: 5 });
    if (coerced.errors) return { errors: coerced.errors.map((error) => withCode(error, 'BAD_USER_INPUT')) };
    const key = `${queryHash} ${operationName ?? ''}`;
    let query = compiled.get(key);
    if (query === undefined) {
      const made = compileQuery(schema, document, operationName ?? undefined, {});
      if (!isCompiledQuery(made)) return asGraphqlErrors(made);
      query = made;
      if (compiled.size >= MAX_COMPILED) compiled.delete(compiled.keys().next().value as string);
      compiled.set(key, query);
    }
    // The coerced ones: graphql-jit by itself refuses an input that leaves out a field with a default within a list.
    return asGraphqlErrors(await query.query(undefined, context, coerced.coerced));
  };
}

function withCode(error: GraphQLError, code: string): GraphQLError {
  return new GraphQLError(error.message, { extensions: { code } });
}

/** graphql-jit's errors pass for GraphQLErrors but lack extensions, on which Apollo's formatter breaks; they are made anew, with their cause. */
function asGraphqlErrors(result: ExecutionResult): ExecutionResult {
  if (!result.errors) return result;
  const errors = result.errors.map((error) => {
    if ((error.extensions as object | undefined) !== undefined) return error;
    const { message, path, originalError } = error;
    return new GraphQLError(message, { path: path ?? null, originalError: originalError ?? null });
  });
  return { ...result, errors };
}

class SchemaGateway implements GatewayInterface {
  constructor(private readonly schema: GraphQLSchema) {}

  async load(): Promise<{ executor: GatewayExecutor }> {
    return { executor: jitExecutor(this.schema) };
  }

  onSchemaLoadOrUpdate(callback: (context: { apiSchema: GraphQLSchema; coreSupergraphSdl: string }) => void): () => void {
    callback({ apiSchema: this.schema, coreSupergraphSdl: printSchema(this.schema) });
    return () => undefined;
  }

  async stop(): Promise<void> {}
}

/** Nest's Apollo driver with its schema executed by graphql-jit. */
@Injectable()
export class JitApolloDriver extends ApolloDriver {
  override async registerServer(options: ApolloDriverConfig): Promise<void> {
    const { schema, typeDefs: _typeDefs, resolvers: _resolvers, ...rest } = options;
    if (schema === undefined) throw new Error('No schema was built');
    await super.registerServer({ ...rest, gateway: new SchemaGateway(schema) } as ApolloDriverConfig);
  }
}
