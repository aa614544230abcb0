import type { Request } from 'express';
import { assertOwnSite, refuse } from '../http/index.js';
import type { OperationContext } from './operation-context.js';
import type { RequestOperations } from './request-operations.js';

/**
 * Answers a link that a browser goes to, in one operation: for the office or group of the address (`?tenant=`), because a link cannot send a
 * header. A refusal gets its status and words while nothing was sent yet; after that the answer is cut off, so that half of it never looks whole.
 */
export async function answerLink(operations: RequestOperations, request: Request, work: (operation: OperationContext) => Promise<void>): Promise<void> {
  const { tenant } = request.query;
  let operation: OperationContext | undefined;
  try {
    assertOwnSite(request);
    if (typeof tenant === 'string') request.headers['x-tenant'] ??= tenant;
    operation = await operations.operationOf(request);
    await work(operation);
  } catch (error) {
    if (request.res?.headersSent !== true) refuse(error);
    request.res.destroy(error instanceof Error ? error : undefined);
  } finally {
    await operation?.close();
  }
}
