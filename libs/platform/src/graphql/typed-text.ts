import { assertNothingPrivate, isId } from '@ketenregie/kernel';
import { type DocumentNode, Kind, visit } from 'graphql';

/** Names, and what is looked for by name: a word for a secret may be part of them. */
const NAMES: ReadonlySet<string> = new Set(['name', 'fullName', 'otherNames', 'search', 'person', 'company']);
/** An RSIN looks like a citizen number and has a check of its own; a place in a list and the key of a finding are texts of ours. */
const OURS: ReadonlySet<string> = new Set(['rsin', 'after', 'repairKey']);

/** Refuses a text that is typed into a field of that name where it holds what is kept nowhere (PRIVATE_TEXT). */
export function assertTypedText(text: string, name: string): void {
  if (!OURS.has(name) && !isId(text)) assertNothingPrivate(text, name, { isName: NAMES.has(name) });
}

function assertTexts(value: unknown, name: string): void {
  if (typeof value === 'string') assertTypedText(value, name);
  else if (value !== null && typeof value === 'object') for (const [key, inner] of Object.entries(value)) assertTexts(inner, Array.isArray(value) ? name : key);
}

/**
 * Refuses an operation into which somebody typed a password, a code, a citizen number or the number of an identity document, in whatever field:
 * its variables and the texts of the document itself. One door for every operation there is or will be, before any use case or log sees it.
 */
export function assertTypedTexts(document: DocumentNode, variables: Readonly<Record<string, unknown>>): void {
  assertTexts(variables, 'variables');
  const names: string[] = [];
  const named = { enter: ({ name }: { readonly name: { readonly value: string } }) => void names.push(name.value), leave: () => void names.pop() };
  visit(document, { [Kind.ARGUMENT]: named, [Kind.OBJECT_FIELD]: named, [Kind.STRING]: ({ value }) => assertTypedText(value, names.at(-1) ?? '') });
}
