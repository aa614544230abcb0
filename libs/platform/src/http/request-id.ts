import { isId, newId } from '@ketenregie/kernel';
import type { IncomingMessage } from 'node:http';
import type { Middleware } from './security-headers.js';

const ids = new WeakMap<IncomingMessage, string>();

/** The id of a request, as it stands in the log and in the answer's `x-request-id`. */
export function requestIdOf(request: IncomingMessage): string {
  const known = ids.get(request);
  if (known !== undefined) return known;
  const id = newId();
  ids.set(request, id);
  return id;
}

/** Gives each request an id. One that a proxy sends is kept if it is a uuid: anything else would be free text in our log. */
export const requestId: Middleware = (request, response, next) => {
  const sent = request.headers['x-request-id'];
  if (typeof sent === 'string' && isId(sent)) ids.set(request, sent);
  response.setHeader('x-request-id', requestIdOf(request));
  next();
};
