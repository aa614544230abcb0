import { personNameKey } from '@ketenregie/people-domain';
import { knownPeople, recordPeople } from '@ketenregie/people-server';
import { stagedItems } from '../staging/staged-items.js';
import type { ApplyContext } from './apply-context.js';
import { gather } from './gather.js';

/** People by the two things a file names them with. A name that two people have stands for nobody. */
export interface PeopleIndex {
  byName(name: string): string | null;
  byEmail(email: string | null): string | null;
}

/** Kinds of file that list people in their own right; other files only name people that are known already. */
const LISTS_OF_PEOPLE = new Set(['staff', 'secretary-overview', 'matrix']);

async function recordListed(context: ApplyContext): Promise<void> {
  const staged = await gather(stagedItems(context.writer, context.run.id, 'person'));
  const facts = staged.filter(({ isBlocked }) => !isBlocked).map(({ position, item }) => ({
    position,
    fullName: item.name,
    initials: item.initials,
    email: item.email ?? null,
    jobTitle: item.function ?? null,
    isDirector: item.director ?? false,
    inServiceFrom: item.validFrom ?? null,
    inServiceUntil: item.validUntil ?? null,
    isAuthoritative: context.run.kind === 'staff',
  }));
  const outcomes = await recordPeople(context.writer, facts, context.recording);
  const byPosition = new Map(outcomes.map((outcome) => [outcome.position, outcome]));
  await context.finish('people', staged.map(({ position }) => byPosition.get(position)?.outcome ?? 'skipped'));
}

/** Records the people that a file lists, and gives all known people to look up. */
export async function applyPeople(context: ApplyContext): Promise<PeopleIndex> {
  if (LISTS_OF_PEOPLE.has(context.run.kind)) await recordListed(context);
  return indexPeople(await knownPeople(context.writer));
}

interface Named {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
}

/** An index over people; a name or address that fits two people fits none. */
export function indexPeople(people: readonly Named[]): PeopleIndex {
  const names = new Map<string, string | null>();
  const emails = new Map<string, string | null>();
  const put = (index: Map<string, string | null>, key: string, id: string): unknown => index.set(key, index.has(key) && index.get(key) !== id ? null : id);
  for (const { id, name, email } of people) {
    put(names, personNameKey(name), id);
    if (email !== null) put(emails, email.toLowerCase(), id);
  }
  return {
    byName: (name) => names.get(personNameKey(name)) ?? null,
    byEmail: (email) => (email === null ? null : (emails.get(email.toLowerCase()) ?? null)),
  };
}
