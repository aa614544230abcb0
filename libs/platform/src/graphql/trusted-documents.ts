import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** The documents that our own portal sends, by the SHA-256 of their text. */
export type TrustedDocuments = ReadonlyMap<string, string>;

/** The name of a document: the SHA-256 of its text. */
export const documentIdOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Reads a list as the portal's build writes it, `{hash: text}`; a text under another hash than its own stops the start, not a user. */
export function parseTrustedDocuments(json: string): TrustedDocuments {
  const listed = Object.entries(JSON.parse(json) as Readonly<Record<string, string>>);
  const wrong = listed.find(([id, text]) => documentIdOf(text) !== id);
  if (wrong !== undefined) throw new Error(`The list of trusted documents holds another text under ${wrong[0].slice(0, 64)}`);
  return new Map(listed);
}

interface Posted {
  documentId?: unknown;
  query?: unknown;
}

function refuse(response: ServerResponse): void {
  const errors = [{ message: 'This document is not one of the product’s own.', extensions: { code: 'UNKNOWN_DOCUMENT' } }];
  response.writeHead(400, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  response.end(JSON.stringify({ errors }));
}

const isPosted = (body: unknown): body is Posted => typeof body === 'object' && body !== null && !Array.isArray(body);

/** Puts the listed text in the place of a `documentId` that comes alone; where the text comes too, the text counts. False: the id is not listed. */
function isNamed(body: Posted, documents: TrustedDocuments): boolean {
  if (body.documentId === undefined || body.query !== undefined) return true;
  const text = typeof body.documentId === 'string' ? documents.get(body.documentId) : undefined;
  if (text !== undefined) body.query = text;
  return text !== undefined;
}

const isListed = (body: unknown, documents: TrustedDocuments): boolean => isPosted(body) && typeof body.query === 'string' && documents.has(documentIdOf(body.query));

/**
 * Stands before the GraphQL engine, behind the reader of bodies. A request may name its document by the SHA-256 of its text. `only`: whatever is
 * not listed is refused (UNKNOWN_DOCUMENT) before it is parsed; batches and documents in an address are never listed.
 */
export function trustedDocuments({ documents, only }: { readonly documents: TrustedDocuments; readonly only: boolean }) {
  return ({ body }: IncomingMessage & { readonly body?: unknown }, response: ServerResponse, next: () => void): void => {
    const isNamedHere = !isPosted(body) || isNamed(body, documents);
    if (!isNamedHere || (only && !isListed(body, documents))) return refuse(response);
    next();
  };
}
