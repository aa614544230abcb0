import { DomainError } from '@ketenregie/kernel';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';

/** Codes of the engine itself that may leave as they are: they speak of the document, not of data. */
const ENGINE_CODES = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT', 'BAD_REQUEST', 'PERSISTED_QUERY_NOT_SUPPORTED', 'UNKNOWN_DOCUMENT', 'OPERATION_RESOLUTION_FAILURE']);

function causeOf(error: unknown): unknown {
  let cause = error;
  while (cause instanceof GraphQLError && cause.originalError !== undefined) cause = cause.originalError;
  return cause;
}

function pathOf(formatted: GraphQLFormattedError): Pick<GraphQLFormattedError, 'path'> {
  return formatted.path === undefined ? {} : { path: formatted.path };
}

/**
 * The one place where an error becomes an answer. A DomainError keeps its code, safe message and field; errors of the engine keep theirs;
 * all else becomes INTERNAL with the request's id. Database text, stack traces and suggestions never leave.
 */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const cause = causeOf(error);
  if (cause instanceof DomainError) {
    const field = cause.field === undefined ? {} : { field: cause.field };
    return { message: cause.message, ...pathOf(formatted), extensions: { code: cause.code, ...field } };
  }
  const code = formatted.extensions?.['code'];
  const isEngine = typeof code === 'string' && ENGINE_CODES.has(code) && (cause instanceof GraphQLError || cause === error);
  if (isEngine) return { message: withoutSuggestion(formatted.message), extensions: { code } };
  return { message: 'Something went wrong on our side.', ...pathOf(formatted), extensions: { code: 'INTERNAL' } };
}

function withoutSuggestion(message: string): string {
  return message.replace(/ ?Did you mean .*$/s, '').slice(0, 300);
}
