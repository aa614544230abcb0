import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import { DomainError } from '@ketenregie/kernel';
import { GraphQLError } from 'graphql';
import type { OperationContext } from './operation-context.js';
import { assertStorable } from './storable-text.js';
import { assertTypedTexts } from './typed-text.js';

export interface GraphqlContext extends BaseContext {
  readonly operation: OperationContext;
}

/** Told about each operation, for logs without personal data. */
export type OperationObserver = (seen: { readonly requestId: string; readonly name: string; readonly codes: readonly string[]; readonly ms: number; readonly statements: number }) => void;

/** Refuses with the status, where the work refuses: what Apollo is thrown here it answers with 500 otherwise. */
function refusing(status: number, work: () => void): void {
  try {
    work();
  } catch (error) {
    if (error instanceof DomainError) throw new GraphQLError(error.message, { extensions: { code: error.code, http: { status } }, originalError: error });
    throw error;
  }
}

/** Refuses documents of strangers, and what cannot be kept, before they run; and closes the snapshot before the answer leaves. */
export function operationPlugin(observe: OperationObserver, exposesErrors: (error: unknown, requestId: string) => void): ApolloServerPlugin<GraphqlContext> {
  return {
    async requestDidStart({ contextValue: { operation } }) {
      const startedAt = performance.now();
      return {
        async didResolveOperation({ document, request }) {
          refusing(401, () => void operation.account);
          refusing(400, () => assertStorable(document, request.variables ?? {}));
          refusing(400, () => assertTypedTexts(document, request.variables ?? {}));
        },
        async didEncounterErrors({ errors }) {
          for (const error of errors) exposesErrors(error, operation.requestId);
        },
        async willSendResponse({ response, operationName }) {
          await operation.close();
          const body = response.body.kind === 'single' ? response.body.singleResult : undefined;
          const codes = (body?.errors ?? []).map((error) => String(error.extensions?.['code'] ?? 'UNKNOWN'));
          observe({ requestId: operation.requestId, name: operationName ?? '', codes, ms: Math.round(performance.now() - startedAt), statements: operation.statementCount });
        },
      };
    },
  };
}
