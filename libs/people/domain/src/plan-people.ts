import { type CalendarDate, newId } from '@ketenregie/kernel';
import type { KnownPersonRecord, NewVersion, PersonContent, PersonFact, RecordOutcome } from './person-fact.js';
import { personNameKey } from './person-name.js';
import { isSameButFor, only, outcomesOf, versionsFor } from './plan-versions.js';

export interface PersonOutcome {
  readonly position: number;
  /** Null where the fact was skipped. */
  readonly personId: string | null;
  readonly outcome: RecordOutcome;
}

/** Everything that recording a list of people writes. */
export interface PeoplePlan {
  readonly outcomes: readonly PersonOutcome[];
  readonly newIds: readonly string[];
  readonly supersededIds: readonly string[];
  readonly versions: readonly NewVersion<PersonContent>[];
}

const addressOf = ({ email }: Pick<PersonFact, 'email'>): string | null => email?.trim().toLowerCase() || null;

/** What is believed of a person once a fact is added. A staff list's fields win; any other list fills what is missing. */
export function personContentOf(fact: PersonFact, known: PersonContent | null): PersonContent {
  const { position: _, isAuthoritative, ...given } = fact;
  const stated: PersonContent = { ...given, email: addressOf(fact) };
  if (known === null) return stated;
  const [first, second] = isAuthoritative ? [stated, known] : [known, stated];
  return {
    fullName: first.fullName,
    initials: first.initials ?? second.initials,
    email: first.email ?? second.email,
    jobTitle: first.jobTitle ?? second.jobTitle,
    isDirector: first.isDirector || second.isDirector,
    inServiceFrom: first.inServiceFrom ?? second.inServiceFrom,
    inServiceUntil: first.inServiceUntil ?? second.inServiceUntil,
  };
}

interface Draft {
  readonly known: KnownPersonRecord;
  readonly isNew: boolean;
  content: PersonContent | null;
}

const isContentNew = ({ known: { holder }, content }: Draft): boolean => content !== null && (holder === null || !isSameButFor(content, holder.content));

class PeopleIndex {
  readonly drafts: Draft[] = [];
  private readonly byAddress = new Map<string, Draft>();
  private readonly byName = new Map<string, Set<Draft>>();

  /** `listed`: all addresses of the list that is gone through. */
  constructor(
    known: readonly KnownPersonRecord[],
    private readonly listed: ReadonlySet<string>,
  ) {
    const oldestFirst = [...known].sort((a, b) => (a.id < b.id ? -1 : 1));
    for (const person of oldestFirst) this.enter({ known: person, isNew: false, content: person.holder?.content ?? null });
  }

  /** Adds a fact to what is known of its person, whom it makes where there is none; null where its name fits two. */
  take(fact: PersonFact): Draft | null {
    const found = this.find(fact);
    if (found === 'ambiguous') return null;
    const draft = found ?? this.enter({ known: { id: newId(), holder: null }, isNew: true, content: null });
    draft.content = personContentOf(fact, draft.content);
    this.index(draft);
    return draft;
  }

  private enter(draft: Draft): Draft {
    this.drafts.push(draft);
    this.index(draft);
    return draft;
  }

  private index(draft: Draft): void {
    if (draft.content === null) return;
    const { email, fullName } = draft.content;
    if (email !== null && !this.byAddress.has(email)) this.byAddress.set(email, draft);
    const key = personNameKey(fullName);
    this.byName.set(key, (this.byName.get(key) ?? new Set()).add(draft));
  }

  private find(fact: PersonFact): Draft | 'ambiguous' | null {
    const address = addressOf(fact);
    const mailed = address === null ? undefined : this.byAddress.get(address);
    if (mailed !== undefined) return mailed;
    const key = personNameKey(fact.fullName);
    const named = [...(this.byName.get(key) ?? [])].filter(({ content }) => content !== null && personNameKey(content.fullName) === key);
    const unmailed = named.filter(({ content }) => content?.email === null);
    if (address === null) return unmailed[0] ?? only(named) ?? (named.length === 0 ? null : 'ambiguous');
    return only(unmailed) ?? (fact.isAuthoritative ? this.whoMoved(named) : null);
  }

  /** On a staff list another address of the only one with that name is his new one, unless the list has the old one too: then they are two. */
  private whoMoved(named: readonly Draft[]): Draft | null {
    const one = only(named);
    return one !== null && !this.listed.has(one.content?.email ?? '') ? one : null;
  }
}

/**
 * What recording a list of people changes. A person is found by his e-mail address, else by his full name where only one has it; a name that
 * fits two is skipped. Rows with an address are taken first, so that the order of a list decides nothing; rows of one list belong in one call.
 */
export function planPeople(facts: readonly PersonFact[], known: readonly KnownPersonRecord[], referenceOn: CalendarDate): PeoplePlan {
  const index = new PeopleIndex(known, new Set(facts.flatMap((fact) => addressOf(fact) ?? [])));
  const mailedFirst = [...facts].sort((a, b) => Number(addressOf(a) === null) - Number(addressOf(b) === null) || a.position - b.position);
  const takenBy = new Map(mailedFirst.map((fact) => [fact, index.take(fact)]));
  const taken = facts.map((fact) => takenBy.get(fact) ?? null);
  const outcomes = outcomesOf(taken, (draft) => ({ isNew: draft.isNew, isChanged: isContentNew(draft) }));
  const changed = index.drafts.filter(isContentNew);
  return {
    outcomes: facts.map(({ position }, at) => ({ position, personId: taken[at]?.known.id ?? null, outcome: outcomes[at] ?? 'skipped' })),
    newIds: index.drafts.filter(({ isNew }) => isNew).map((draft) => draft.known.id),
    supersededIds: changed.flatMap(({ known: { holder } }) => holder?.id ?? []),
    versions: changed.flatMap((draft) => (draft.content === null ? [] : versionsFor(draft.known.id, draft.known.holder, { content: draft.content, referenceOn }))),
  };
}
