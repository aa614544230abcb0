import type { CalendarDate } from '@ketenregie/kernel';
import { personNameKey } from '@ketenregie/people-domain';
import { initialsKey, initialsOf, letterAndSurname, looksLikeInitials, namePartsOf } from './person-names.js';

/** A person that an import may name: from the file's own legend or from what is known already. */
export interface KnownPerson {
  readonly id?: string;
  readonly name: string;
  readonly initials?: string | null;
  readonly email?: string | null;
  /** The last day of service; null where no end is known. */
  readonly inServiceUntil?: CalendarDate | null;
  /** The source says so without a date ("uit dienst"). */
  readonly hasLeft?: boolean;
  readonly isDirector?: boolean;
}

export type PersonMatch =
  | { readonly kind: 'found'; readonly person: KnownPerson }
  | { readonly kind: 'ambiguous' }
  | { readonly kind: 'unknown' };

/** Finds persons by what a cell calls them. */
export interface PersonDirectory {
  readonly people: readonly KnownPerson[];
  find(text: string): PersonMatch;
}

type Index = Map<string, Set<KnownPerson>>;

function add(index: Index, key: string, person: KnownPerson): void {
  if (key !== '') index.set(key, (index.get(key) ?? new Set()).add(person));
}

function matchIn(index: Index, key: string): PersonMatch | null {
  const found = index.get(key);
  if (!found) return null;
  const [person] = found;
  return found.size === 1 && person ? { kind: 'found', person } : { kind: 'ambiguous' };
}

/** One person for one full name: the legend's initials and state win, what is known fills the gaps. */
function merge(people: readonly KnownPerson[]): KnownPerson[] {
  const byName = new Map<string, KnownPerson>();
  for (const person of people) {
    const key = `${personNameKey(person.name)}|`;
    const earlier = byName.get(key);
    const isOther = earlier?.email && person.email && earlier.email.toLowerCase() !== person.email.toLowerCase();
    byName.set(isOther ? `${key}${person.email}` : key, earlier && !isOther ? fill(earlier, person) : person);
  }
  return [...byName.values()];
}

function fill(first: KnownPerson, second: KnownPerson): KnownPerson {
  return {
    ...second,
    ...first,
    initials: first.initials ?? second.initials ?? null,
    email: first.email ?? second.email ?? null,
    inServiceUntil: first.inServiceUntil ?? second.inServiceUntil ?? null,
    hasLeft: (first.hasLeft ?? false) || (second.hasLeft ?? false),
  };
}

interface Indexes {
  readonly names: Index;
  readonly emails: Index;
  readonly initials: Index;
  readonly letters: Index;
  readonly letterCores: Index;
  readonly surnames: Index;
  readonly cores: Index;
}

function indexesOf(people: readonly KnownPerson[]): Indexes {
  const all: Indexes = { names: new Map(), emails: new Map(), initials: new Map(), letters: new Map(), letterCores: new Map(), surnames: new Map(), cores: new Map() };
  for (const person of people) {
    const { firstLetter, surname, core } = namePartsOf(person.name);
    add(all.names, personNameKey(person.name), person);
    add(all.emails, person.email?.toLowerCase() ?? '', person);
    add(all.initials, initialsKey(person.initials || initialsOf(person.name)), person);
    add(all.letters, `${firstLetter} ${surname}`, person);
    add(all.letterCores, `${firstLetter} ${core}`, person);
    add(all.surnames, surname, person);
    add(all.cores, core, person);
  }
  return all;
}

function findIn(all: Indexes, text: string): PersonMatch | null {
  const key = personNameKey(text);
  const exact = matchIn(all.names, key) ?? matchIn(all.emails, text.toLowerCase());
  if (exact) return exact;
  const initials = looksLikeInitials(text) || /^\p{L}{2,6}$/u.test(text) ? matchIn(all.initials, initialsKey(text)) : null;
  if (initials) return initials;
  const short = letterAndSurname(text);
  if (short) return matchIn(all.letters, `${short.letter} ${short.surname}`) ?? matchIn(all.letterCores, `${short.letter} ${short.core}`);
  return matchIn(all.surnames, key) ?? matchIn(all.cores, key);
}

/**
 * A directory of the file's legend and the persons known already. A cell may give the full name, the e-mail address, initials, first letter
 * and surname, or a surname alone; what fits two persons is ambiguous. First names alone are no reading. Rule: reading rules, "People".
 */
export function createPersonDirectory(legend: readonly KnownPerson[], known: readonly KnownPerson[]): PersonDirectory {
  const people = merge([...legend, ...known]);
  const indexes = indexesOf(people);
  return {
    people,
    find(text) {
      const bare = text.replace(/\s*\([^)]*\)\s*$/, '').trim();
      return findIn(indexes, text) ?? (bare !== text && bare !== '' ? findIn(indexes, bare) : null) ?? { kind: 'unknown' };
    },
  };
}

/** Whether somebody's service has ended before a day. */
export function hasLeftOn(person: KnownPerson, day: CalendarDate): boolean {
  return person.hasLeft === true || (person.inServiceUntil != null && person.inServiceUntil < day);
}
