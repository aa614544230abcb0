import { type CalendarDate, newId } from '@ketenregie/kernel';
import type { KnownPersonRecord, NewVersion, PersonContent, PersonFact, RecordOutcome } from './person-fact.js';
import { personNameKey } from './person-name.js';
import { isSameButFor, versionsFor } from './plan-versions.js';

export interface PersonOutcome {
  readonly position: number;
  readonly personId: string;
  readonly outcome: RecordOutcome;
}

/** Everything that recording a list of people writes. */
export interface PeoplePlan {
  readonly outcomes: readonly PersonOutcome[];
  readonly newIds: readonly string[];
  readonly supersededIds: readonly string[];
  readonly versions: readonly NewVersion<PersonContent>[];
}

/** What is believed of a person once a fact is added. A staff list's fields win; any other list fills what is missing. */
export function personContentOf({ position: _, isAuthoritative, ...stated }: PersonFact, known: PersonContent | null): PersonContent {
  const fact = { ...stated, email: stated.email?.toLowerCase() ?? null };
  if (known === null) return fact;
  if (isAuthoritative) return { ...fact, initials: fact.initials ?? known.initials, email: fact.email ?? known.email, isDirector: fact.isDirector || known.isDirector };
  return {
    fullName: known.fullName,
    initials: known.initials ?? fact.initials,
    email: known.email ?? fact.email,
    jobTitle: known.jobTitle ?? fact.jobTitle,
    isDirector: known.isDirector || fact.isDirector,
    inServiceFrom: known.inServiceFrom ?? fact.inServiceFrom,
    inServiceUntil: known.inServiceUntil ?? fact.inServiceUntil,
  };
}

interface Draft {
  readonly known: KnownPersonRecord;
  readonly isNew: boolean;
  isTouched: boolean;
  content: PersonContent | null;
}

class PeopleIndex {
  private readonly byEmail = new Map<string, Draft>();
  private readonly byName = new Map<string, Set<Draft>>();

  add(draft: Draft): void {
    if (draft.content === null) return;
    if (draft.content.email !== null) this.byEmail.set(draft.content.email, draft);
    const key = personNameKey(draft.content.fullName);
    this.byName.set(key, (this.byName.get(key) ?? new Set()).add(draft));
  }

  /** By e-mail address; else by full name, unless both sides have an address and they differ, or two have the name. */
  find({ email, fullName }: PersonFact): Draft | null {
    const address = email?.toLowerCase() ?? null;
    const mailed = address === null ? undefined : this.byEmail.get(address);
    if (mailed !== undefined) return mailed;
    const named = [...(this.byName.get(personNameKey(fullName)) ?? [])].filter(({ content }) => address === null || content?.email == null);
    return named.length === 1 ? (named[0] ?? null) : null;
  }
}

/** What recording a list of people changes. A person is found by his e-mail address, else by his full name where only one has it. */
export function planPeople(facts: readonly PersonFact[], known: readonly KnownPersonRecord[], referenceOn: CalendarDate): PeoplePlan {
  const index = new PeopleIndex();
  const drafts: Draft[] = known.map((person) => ({ known: person, isNew: false, isTouched: false, content: person.holder?.content ?? null }));
  for (const draft of drafts) index.add(draft);
  const touched = facts.map((fact) => {
    const draft = index.find(fact) ?? { known: { id: newId(), holder: null }, isNew: true, isTouched: false, content: null };
    const isFirst = !draft.isTouched;
    if (draft.isNew && isFirst) drafts.push(draft);
    draft.isTouched = true;
    draft.content = personContentOf(fact, draft.content);
    index.add(draft);
    return { position: fact.position, draft, isFirst };
  });
  const isChanged = ({ known: { holder }, content }: Draft): boolean => content !== null && (holder === null || !isSameButFor(content, holder.content));
  const changed = drafts.filter((draft) => draft.isTouched && isChanged(draft));
  const outcomeOf = (draft: Draft, isFirst: boolean): RecordOutcome => (!isFirst || !isChanged(draft) ? 'unchanged' : draft.isNew ? 'created' : 'updated');
  return {
    outcomes: touched.map(({ position, draft, isFirst }) => ({ position, personId: draft.known.id, outcome: outcomeOf(draft, isFirst) })),
    newIds: drafts.filter(({ isNew }) => isNew).map((draft) => draft.known.id),
    supersededIds: changed.flatMap(({ known: { holder } }) => holder?.id ?? []),
    versions: changed.flatMap((draft) => (draft.content === null ? [] : versionsFor(draft.known.id, draft.known.holder, { content: draft.content, referenceOn }))),
  };
}
