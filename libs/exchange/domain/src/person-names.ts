import { NAME_TITLE as TITLE, personNameKey } from '@ketenregie/people-domain';

const ACCENTS = /\p{M}/gu;
const PARTICLES = new Set(['van', 'de', 'der', 'den', 'het', 't', 'ten', 'ter', 'te', 'op', 'in', 'aan', 'bij', 'uit', 'onder', 'over', 'tot', 'voor', 'el', 'al', 'la', 'le', 'du', 'des', 'di', 'da', 'von', 'zu', 'v', 'd', 'vd', 'vdn', 'vdr', 'vh', "'t"]);

/** The initials of a full name with the case of each word: "Lammert van den Kamperfoelie" is LvdK. */
export function initialsOf(name: string): string {
  return name.split(/\s+/).map((word) => [...word.replace(/^['’]/, '')][0] ?? '').join('');
}

/** A folded full name taken apart; `core` is the surname without van, de, den ... */
export interface NameParts {
  readonly firstLetter: string;
  readonly surname: string;
  readonly core: string;
}

/** The parts of a full name, first name first. A name of one word is a surname only. */
export function namePartsOf(name: string): NameParts {
  const words = personNameKey(name).split(' ');
  if (words.length === 1) return { firstLetter: '', surname: words[0] ?? '', core: words[0] ?? '' };
  const firstParticle = words.findIndex((word, at) => at > 0 && PARTICLES.has(word));
  // Without van, de, den ... only the last word is the surname: what stands before it are first names.
  const start = firstParticle > 0 ? firstParticle : words.length - 1;
  return { firstLetter: words[0]?.[0] ?? '', surname: words.slice(start).join(' '), core: coreOf(words.slice(start)) };
}

function coreOf(words: readonly string[]): string {
  const kept = words.filter((word) => !PARTICLES.has(word));
  return (kept.length === 0 ? words : kept).join(' ');
}

/** "Jansen, S." and "Vuursteen, P. de" with the surname last; any other text as it is. */
function surnameLast(text: string): string {
  const [surname = '', rest, ...more] = text.split(',').map((part) => part.trim());
  return rest === undefined || more.length > 0 || !/^\p{L}(?:\b|\.)/u.test(rest) ? text : `${rest} ${surname}`;
}

/** "S. Jansen", "S Jansen", "S.P. Jansen" and "Jansen, S.": the first letter and the surname; null for any other shape. */
export function letterAndSurname(text: string): { letter: string; surname: string; core: string } | null {
  const name = surnameLast(text).replace(/\s+/g, ' ').trim().replace(TITLE, '');
  const match = /^(\p{L})(?:\.\s?\p{L}(?=\.))*\.?\s+(.{2,})$/u.exec(name) ?? /^(\p{L})\.(?:\s?\p{L}\.)*\s*(.{2,})$/u.exec(name);
  const surname = personNameKey(match?.[2] ?? '');
  return surname === '' ? null : { letter: personNameKey(match?.[1] ?? ''), surname, core: coreOf(surname.split(' ')) };
}

/** Whether a text could be somebody's initials: one to six letters, dots allowed, at least one capital. */
export function looksLikeInitials(text: string): boolean {
  const letters = text.replace(/[.\s]/g, '');
  return /^\p{L}{1,6}$/u.test(letters) && /\p{Lu}/u.test(letters);
}

/** Initials as they are compared: letters only, without case. */
export function initialsKey(text: string): string {
  return text.normalize('NFD').replace(ACCENTS, '').replace(/[^\p{L}]/gu, '').toLowerCase();
}
