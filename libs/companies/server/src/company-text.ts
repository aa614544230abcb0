import { InvalidInputError } from '@ketenregie/kernel';

const MAX_TEXT = 200;
const MAX_CLIENT_NUMBER = 40;

/** A typed name, without the spaces around it; refuses none, and one that is too long. */
export function nameOf(typed: string): string {
  const name = typed.trim();
  if (name === '' || name.length > MAX_TEXT) throw new InvalidInputError(`A name has 1 to ${MAX_TEXT} characters.`, 'name');
  return name;
}

/** A typed text, or null where nothing was typed; refuses one that is too long, naming its field. */
export function textOf(typed: string | null | undefined, field: string): string | null {
  const text = typed?.trim() || null;
  const most = field === 'clientNumber' ? MAX_CLIENT_NUMBER : MAX_TEXT;
  if (text !== null && text.length > most) throw new InvalidInputError(`${field} has at most ${most} characters.`, field);
  return text;
}
