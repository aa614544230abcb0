import type { CompanyContent, CompanyFact, KnownCompany } from './company-fact.js';
import { companyNameKey } from './company-name.js';

type Numbers = Pick<CompanyFact, 'kvkNumber' | 'rsin'>;

/** A company as it stands while a list is gone through: numbers and names may have become known meanwhile. */
export interface Entry extends Numbers {
  readonly known: KnownCompany;
  readonly clientNumber: string | null;
  readonly content: CompanyContent | null;
}

/** Two sides contradict each other where both have a number of a kind and they differ: then they are two companies, whatever the name. */
function contradicts(fact: Numbers, entry: Numbers): boolean {
  const differs = (one: string | null, other: string | null): boolean => one !== null && other !== null && one !== other;
  return differs(fact.kvkNumber, entry.kvkNumber) || differs(fact.rsin, entry.rsin);
}

const isBare = ({ kvkNumber, rsin }: Numbers): boolean => kvkNumber === null && rsin === null;

/** Companies by everything a list may name them with. */
export class CompanyIndex<Item extends Entry> {
  private readonly byKvk = new Map<string, Item>();
  private readonly byRsin = new Map<string, Item>();
  /** A set only where a name has two: nearly every name has one. */
  private readonly byName = new Map<string, Item | Set<Item>>();

  /** Enters a company, or enters it again with what has become known of it. */
  enter(item: Item): void {
    if (item.kvkNumber !== null) this.byKvk.set(item.kvkNumber, item);
    if (item.rsin !== null) this.byRsin.set(item.rsin, item);
    for (const name of item.content === null ? [] : [item.content.name, ...item.content.otherNames]) {
      this.name(companyNameKey(name), item);
    }
  }

  private name(key: string, item: Item): void {
    const held = this.byName.get(key);
    if (held === undefined) this.byName.set(key, item);
    else if (held instanceof Set) held.add(item);
    else if (held !== item) this.byName.set(key, new Set([held, item]));
  }

  private named(key: string): readonly Item[] {
    const held = this.byName.get(key);
    return held instanceof Set ? [...held] : held === undefined ? [] : [held];
  }

  /** Whether another company has this RSIN. */
  isRsinOfOther(rsin: string, item: Item): boolean {
    return (this.byRsin.get(rsin) ?? item) !== item;
  }

  /** The company a fact speaks of, or null where none is known, or a name fits two. */
  find(fact: CompanyFact): Item | null {
    const byKvk = fact.kvkNumber === null ? undefined : this.byKvk.get(fact.kvkNumber);
    const byRsin = fact.rsin === null ? undefined : this.byRsin.get(fact.rsin);
    // With two KvK numbers to one RSIN the KvK number decides.
    return byKvk ?? (byRsin !== undefined && !contradicts(fact, byRsin) ? byRsin : this.findByName(fact));
  }

  private findByName(fact: CompanyFact): Item | null {
    const key = companyNameKey(fact.name);
    if (key === '') return null;
    const named = this.named(key).filter((item) => !contradicts(fact, item));
    // Whoever goes by the name comes before whoever was once met under it.
    const current = named.filter(({ content }) => content !== null && companyNameKey(content.name) === key);
    for (const circle of circlesOf(fact)) {
      const near = [current, named].map((items) => items.filter(circle.holds)).find((items) => items.length > 0);
      if (near !== undefined) return circle.isOwn ? oldest(near) : only(near);
    }
    return null;
  }
}

interface Circle {
  holds(entry: Entry): boolean;
  /** What the fact itself would have made, had nothing been known: found again, so that the same list makes nothing twice. */
  readonly isOwn?: boolean;
}

/**
 * Where a company of the name is looked for, nearest first; in the first circle that has one, a name is an answer only where it fits one.
 * A fact with a number of its own is looked for at its own client alone.
 */
function circlesOf(fact: CompanyFact): readonly Circle[] {
  const isOfClient = ({ clientNumber }: Entry): boolean => clientNumber === fact.clientNumber;
  const own: Circle = { holds: (entry) => isBare(entry) && isOfClient(entry), isOwn: true };
  if (fact.clientNumber !== null) return [own, { holds: isOfClient }, ...(isBare(fact) ? [{ holds: ({ clientNumber }: Entry) => clientNumber === null }] : [])];
  return isBare(fact) ? [own, { holds: isBare }, { holds: () => true }] : [];
}

const only = <Item>(items: readonly Item[]): Item | null => (items.length === 1 ? (items[0] ?? null) : null);

/** Ids are in time order. */
function oldest<Item extends Entry>(items: readonly Item[]): Item | null {
  return items.reduce<Item | null>((first, item) => (first === null || item.known.id < first.known.id ? item : first), null);
}
