import { InvalidInputError } from '@ketenregie/kernel';
import { BREAK, type DocumentNode, visit } from 'graphql';

const UNSTORABLE = /\u0000|\p{Surrogate}/u;

/** Whether a text can be kept as it is: PostgreSQL keeps no NUL, and no half of a character. */
export function isStorable(text: string): boolean {
  return !UNSTORABLE.test(text);
}

/** The first field, by its name, that holds a text that cannot be kept; null where all can. Keys are texts too. */
function unstorableIn(value: unknown, name: string): string | null {
  if (typeof value === 'string') return isStorable(value) ? null : name;
  if (value === null || typeof value !== 'object') return null;
  for (const [key, inner] of Object.entries(value)) {
    const found = isStorable(key) ? unstorableIn(inner, Array.isArray(value) ? name : key) : name;
    if (found !== null) return found;
  }
  return null;
}

function isDocumentStorable(document: DocumentNode): boolean {
  let isGood = true;
  visit(document, {
    StringValue({ value }) {
      isGood = isStorable(value);
      return isGood ? undefined : BREAK;
    },
  });
  return isGood;
}

/** Refuses an operation whose variables or own texts hold a NUL or half of a character, naming the field: no use case meets one. */
export function assertStorable(document: DocumentNode, variables: Readonly<Record<string, unknown>>): void {
  const field = unstorableIn(variables, 'variables');
  if (field !== null) throw new InvalidInputError('This text holds a character that cannot be kept.', field);
  if (!isDocumentStorable(document)) throw new InvalidInputError('This document holds a character that cannot be kept.');
}
