import type { ApolloDriverConfig } from '@nestjs/apollo';
import type { GqlOptionsFactory } from '@nestjs/graphql';
import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { type GraphqlContext, JitApolloDriver, MAX_TOKENS, documentLimits, formatError, operationPlugin } from '@ketenregie/platform/graphql';
import { RequestContexts } from './request-contexts.js';
import { Settings } from './settings.js';

/** How GraphQL is served: code first, compiled documents, bounded, errors masked; introspection outside production only. */
@Injectable()
export class GraphqlOptions implements GqlOptionsFactory<ApolloDriverConfig> {
  constructor(
    private readonly contexts: RequestContexts,
    private readonly settings: Settings,
  ) {}

  createGqlOptions(): ApolloDriverConfig {
    const { isProduction, log } = this.settings;
    return {
      driver: JitApolloDriver,
      autoSchemaFile: true,
      sortSchema: true,
      graphiql: false,
      introspection: !isProduction,
      includeStacktraceInErrorResponses: false,
      hideSchemaDetailsFromClientErrors: true,
      csrfPrevention: true,
      persistedQueries: false,
      parseOptions: { maxTokens: MAX_TOKENS },
      validationRules: [documentLimits],
      formatError,
      plugins: [
        operationPlugin(
          (seen) => log.info('graphql.operation', { requestId: seen.requestId, operation: seen.name, code: seen.codes[0], ms: seen.ms, count: seen.statements }),
          (error, requestId) => this.settings.reportFailure(error, requestId),
        ),
      ],
      context: ({ req }: { req: Request }): Promise<GraphqlContext> => this.contexts.of(req),
    };
  }
}
