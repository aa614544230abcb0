import type { IncomingMessage } from 'node:http';
import type { OperationContext } from './operation-context.js';

/** What the API gives the routes beside GraphQL (files in and out): the same context an operation has, made of the request. */
export abstract class RequestOperations {
  abstract operationOf(request: IncomingMessage): Promise<OperationContext>;
}
