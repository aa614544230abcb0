import type { Remark } from './findings.js';
import type { KnownPerson, PersonDirectory, PersonMatch } from './person-directory.js';

export interface PersonsReading {
  readonly persons: readonly KnownPerson[];
  readonly remarks: readonly Remark[];
  /** Nobody is named at all. */
  readonly isEmpty: boolean;
}

const EMPTY = /^(?:[-–—]+|geen|niemand|n\.?v\.?t\.?|none)?$/i;
const GROUPS = /\s*(?:[;/|+&\n]|\s(?:en|and)\s)\s*/;
const COMMA = /\s*,\s*/;

interface Named {
  readonly text: string;
  readonly match: PersonMatch;
}

/** "Jansen, S." within a list of commas: two pieces that are one person. */
function readCommaList(pieces: readonly string[], directory: PersonDirectory): Named[] {
  const named: Named[] = [];
  for (let at = 0; at < pieces.length; at += 1) {
    const text = pieces[at] ?? '';
    const pair = pieces[at + 1] === undefined ? '' : `${text}, ${pieces[at + 1]}`;
    const pairMatch = pair === '' ? null : directory.find(pair);
    if (pairMatch?.kind === 'found') {
      named.push({ text: pair, match: pairMatch });
      at += 1;
    } else if (text !== '') named.push({ text, match: directory.find(text) });
  }
  return named;
}

function readGroup(group: string, directory: PersonDirectory): Named[] {
  const whole = directory.find(group);
  if (whole.kind !== 'unknown' || !group.includes(',')) return [{ text: group, match: whole }];
  return readCommaList(group.split(COMMA), directory);
}

/**
 * Reads a cell of persons: full names, initials or "S. Jansen", separated by `;` `/` `,` `+` `&`, a line break or "en".
 * Whoever is unknown or fits two persons is a remark and is not assigned.
 */
export function readPersons(text: string, directory: PersonDirectory): PersonsReading {
  if (EMPTY.test(text.trim())) return { persons: [], remarks: [], isEmpty: true };
  const whole = directory.find(text);
  const named = whole.kind === 'found' ? [{ text, match: whole }] : text.split(GROUPS).filter((group) => group.trim() !== '').flatMap((group) => readGroup(group.trim(), directory));
  const persons = new Set<KnownPerson>();
  const remarks: Remark[] = [];
  for (const { text: name, match } of named) {
    if (match.kind === 'found') persons.add(match.person);
    else remarks.push({ category: match.kind === 'ambiguous' ? 'person-ambiguous' : 'person-unknown', value: name });
  }
  return { persons: [...persons], remarks, isEmpty: false };
}
