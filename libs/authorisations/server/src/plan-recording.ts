import type { AuthorisationKind } from '@ketenregie/authorisations-domain';
import { type CalendarDate, addDays, newId, successionOf } from '@ketenregie/kernel';
import { canonicalJson } from '@ketenregie/platform/db';
import { type AuthorisationFact, type FactTarget, type VersionContent, contentOf, contradictsSeenEnd, isKnown, matchBaseOf, targetsOf } from './authorisation-fact.js';

/** The version of a right that is believed to hold on the reference day. */
export interface Holder extends VersionContent {
  readonly id: string;
  readonly validFrom: CalendarDate | null;
  readonly validUntil: CalendarDate | null;
}

/** A right that is known already, with what holds on the reference day and where its neighbours in valid time lie. */
export interface KnownRight {
  readonly id: string;
  readonly clientId: string;
  readonly companyId: string;
  readonly kind: AuthorisationKind;
  /** Base and ordinal, `base#n`. */
  readonly matchKey: string;
  readonly holder: Holder | null;
  /** Last day of the version before the reference day, where none holds on it. */
  readonly previousUntil: CalendarDate | null;
  /** First day of the version after it. */
  readonly nextFrom: CalendarDate | null;
}

export interface Outcome {
  readonly position: number;
  readonly authorisationId: string;
  readonly outcome: 'created' | 'updated' | 'unchanged';
}

export interface NewRight {
  readonly id: string;
  readonly matchKey: string;
  readonly fact: AuthorisationFact;
}

export interface NewVersion {
  readonly id: string;
  readonly clientId: string;
  readonly authorisationId: string;
  readonly validFrom: CalendarDate | null;
  readonly validUntil: CalendarDate | null;
  readonly content: VersionContent;
  readonly targets: readonly FactTarget[];
}

/** Everything that is to be written; outcomes stand in the order of the facts. */
export interface Plan {
  readonly outcomes: readonly Outcome[];
  readonly rights: readonly NewRight[];
  /** What was believed until now, and is replaced by versions. */
  readonly superseded: readonly Holder[];
  readonly versions: readonly NewVersion[];
}

/** Two files that say the same in another order of rows change nothing; so position is no content, as the stated day is none. */
function contentText({ position: _, statedOn: _statedOn, targets: _targets, isOwnStatement: _own, ...fact }: AuthorisationFact): string {
  return canonicalJson(fact);
}

const groupOf = (right: { readonly companyId: string; readonly kind: string }, base: string): string => `${right.companyId} ${right.kind} ${base}`;

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

/** The versions of a right when other content holds from the reference day on: what remains of the old one, then the new one. */
export function succeed(right: Pick<KnownRight, 'id' | 'clientId'> & { readonly holder: Holder }, content: VersionContent, at: { readonly referenceOn: CalendarDate; readonly targets: readonly FactTarget[] }): NewVersion[] {
  const { id: _, validFrom, validUntil, ...known } = right.holder;
  const shared = { clientId: right.clientId, authorisationId: right.id, targets: at.targets };
  const { before, after } = successionOf({ validFrom, validUntil }, at.referenceOn);
  const remaining = before === null ? [] : [{ ...shared, ...before, id: newId(), content: known }];
  return [...remaining, { ...shared, ...after, id: newId(), content }];
}

class Planner {
  private readonly outcomes = new Map<AuthorisationFact, Outcome>();
  private readonly rights: NewRight[] = [];
  private readonly superseded: Holder[] = [];
  private readonly versions: NewVersion[] = [];

  constructor(private readonly referenceOn: CalendarDate) {}

  /** Facts of one company, kind and base, in file order, against the known rights of the same. */
  planGroup(facts: readonly AuthorisationFact[], known: readonly KnownRight[], base: string): void {
    const isOffice = facts[0]?.kind === 'office-half';
    const same = groupBy(facts, (fact) => (isOffice || facts.length === 1 ? '' : contentText(fact)));
    const distinct = [...same.values()].map(([first]) => first as AuthorisationFact);
    const free = new Set(known);
    const changed = distinct.filter((fact) => !this.findUnchanged(fact, free));
    let ordinal = Math.max(0, ...known.map(({ matchKey }) => Number(matchKey.split('#')[1] ?? 0)));
    for (const fact of changed) {
      const [next] = free;
      if (next === undefined) this.create(fact, `${base}#${(ordinal += 1)}`);
      else {
        free.delete(next);
        if (next.holder !== null && contradictsSeenEnd(fact, next.holder)) this.note(fact, next.id, 'unchanged');
        else this.update(fact, next);
      }
    }
    for (const [first, ...others] of same.values()) for (const other of others) this.repeat(other, first as AuthorisationFact);
  }

  private findUnchanged(fact: AuthorisationFact, free: Set<KnownRight>): boolean {
    for (const right of free) {
      if (right.holder === null || !isKnown(fact, right.holder)) continue;
      free.delete(right);
      this.note(fact, right.id, 'unchanged');
      return true;
    }
    return false;
  }

  private create(fact: AuthorisationFact, matchKey: string): void {
    const id = newId();
    this.rights.push({ id, matchKey, fact });
    this.versions.push({ id: newId(), clientId: fact.clientId, authorisationId: id, validFrom: null, validUntil: null, content: contentOf(fact, null), targets: targetsOf(fact) });
    this.note(fact, id, 'created');
  }

  private update(fact: AuthorisationFact, right: KnownRight): void {
    const targets = targetsOf(fact);
    const content = contentOf(fact, right.holder);
    if (right.holder === null) {
      const validFrom = right.previousUntil === null ? null : this.referenceOn;
      const validUntil = right.nextFrom === null ? null : addDays(right.nextFrom, -1);
      this.versions.push({ id: newId(), clientId: right.clientId, authorisationId: right.id, validFrom, validUntil, content, targets });
    } else {
      this.superseded.push(right.holder);
      this.versions.push(...succeed({ ...right, holder: right.holder }, content, { referenceOn: this.referenceOn, targets }));
    }
    this.note(fact, right.id, 'updated');
  }

  /** The same once more in the same file is one right, and adds nothing. */
  private repeat(fact: AuthorisationFact, first: AuthorisationFact): void {
    this.note(fact, (this.outcomes.get(first) as Outcome).authorisationId, 'unchanged');
  }

  private note(fact: AuthorisationFact, authorisationId: string, outcome: Outcome['outcome']): void {
    this.outcomes.set(fact, { position: fact.position, authorisationId, outcome });
  }

  planOf(facts: readonly AuthorisationFact[]): Plan {
    const outcomes = facts.map((fact) => this.outcomes.get(fact) as Outcome);
    return { outcomes, rights: this.rights, superseded: this.superseded, versions: this.versions };
  }
}

/**
 * What recording the facts of one file changes, given the rights known of the same companies. Of several alike, first those that say what is
 * known already find each other; the n-th left in the file is the n-th left of the known ones; what remains is new. Of office halves there is
 * one for each person and targets, the first row of the file.
 */
export function planRecording(facts: readonly AuthorisationFact[], known: readonly KnownRight[], referenceOn: CalendarDate): Plan {
  const inOrder = facts.map((fact) => ({ fact, base: matchBaseOf(fact) })).sort((a, b) => a.fact.position - b.fact.position);
  const groups = groupBy(inOrder, ({ fact, base }) => groupOf(fact, base));
  const knownByGroup = groupBy([...known].sort((a, b) => ordinalOf(a) - ordinalOf(b)), (right) => groupOf(right, right.matchKey.split('#')[0] ?? ''));
  const planner = new Planner(referenceOn);
  for (const [key, group] of groups) planner.planGroup(group.map(({ fact }) => fact), knownByGroup.get(key) ?? [], group[0]?.base ?? '');
  return planner.planOf(facts);
}

function ordinalOf({ matchKey }: KnownRight): number {
  return Number(matchKey.split('#')[1] ?? 0);
}
