import { type CalendarDate, addDays, newId, successionOf } from '@ketenregie/kernel';
import { contentOf, isSameContent } from './company-content.js';
import type { CompanyContent, CompanyFact, CompanyOutcome, KnownCompany, NewClient, NewCompanyVersion } from './company-fact.js';
import { CompanyIndex } from './company-index.js';
import { isNaturalPersonForm } from './company-number.js';
import type { Searchable } from './search-text.js';

/** A company that is to be written: new, or with numbers that became known. */
export interface PlannedCompany {
  readonly id: string;
  readonly clientId: string;
  readonly kvkNumber: string | null;
  readonly rsin: string | null;
  readonly isNew: boolean;
  /** By what a new company is searched; null where the list does not tell all of it, or the company was known. */
  readonly searchable: Searchable | null;
}

/** Everything that recording a list of companies writes; outcomes in the order of the facts. */
export interface CompanyPlan {
  readonly outcomes: readonly CompanyOutcome[];
  readonly clients: readonly NewClient[];
  /** Clients that were known without a number and now have one. */
  readonly numberedClients: readonly { readonly id: string; readonly clientNumber: string }[];
  readonly companies: readonly PlannedCompany[];
  readonly supersededIds: readonly string[];
  readonly versions: readonly NewCompanyVersion[];
}

export interface CompanyKnowledge {
  readonly companies: readonly KnownCompany[];
  readonly clientsByNumber: ReadonlyMap<string, string>;
  /** The client that stands for the tenant itself; never numbered by a list. */
  readonly ownClientId: string;
  /** In a holding a company without client number is the holding's own (product rule 10); in an office it is a client of its own. */
  readonly isHolding: boolean;
}

/** What becomes known of one company while a list is gone through. */
interface Draft {
  readonly known: KnownCompany;
  readonly isNew: boolean;
  content: CompanyContent | null;
  kvkNumber: string | null;
  rsin: string | null;
  clientNumber: string | null;
  isClientNumbered: boolean;
}

/** The versions that follow where new content holds from a day on: the first as far back as is known, one in a gap up to the next. */
export function versionsOf(company: Omit<KnownCompany, 'clientNumber' | 'kvkNumber' | 'rsin'>, content: CompanyContent, referenceOn: CalendarDate): NewCompanyVersion[] {
  const { id, clientId, holder, previousUntil = null, nextFrom = null } = company;
  const shared = { companyId: id, clientId };
  if (holder === null) {
    // One literal, as below: put together of parts it costs ten times as much.
    return [{ id: newId(), companyId: id, clientId, validFrom: previousUntil === null ? null : referenceOn, validUntil: nextFrom === null ? null : addDays(nextFrom, -1), content }];
  }
  const { before, after } = successionOf(holder, referenceOn);
  const kept = before === null ? [] : [{ ...shared, id: newId(), ...before, content: holder.content }];
  return [...kept, { ...shared, id: newId(), ...after, content }];
}

const areNumbersNew = ({ known, kvkNumber, rsin }: Draft): boolean => kvkNumber !== known.kvkNumber || rsin !== known.rsin;
const isContentNew = ({ known: { holder }, content }: Draft): boolean => content !== null && (holder === null || !isSameContent(content, holder.content));

/** Whether nobody sees it: nothing is believed of it, on whatever day. */
const isInvisible = ({ holder, previousUntil = null, nextFrom = null }: KnownCompany): boolean => holder === null && previousUntil === null && nextFrom === null;

function outcomeOf(draft: Draft): CompanyOutcome['outcome'] {
  if (draft.isNew || isInvisible(draft.known)) return 'created';
  return areNumbersNew(draft) || isContentNew(draft) || draft.isClientNumbered ? 'updated' : 'unchanged';
}

class Planner {
  private readonly index = new CompanyIndex<Draft>();
  private readonly drafts: Draft[] = [];
  private readonly clients = new Map<string, { id: string; clientNumber: string | null; name: string }>();
  private readonly numberedClients: { id: string; clientNumber: string }[] = [];
  private readonly clientIds: Map<string, string>;

  constructor(private readonly knowledge: CompanyKnowledge) {
    this.clientIds = new Map(knowledge.clientsByNumber);
    for (const known of knowledge.companies) this.enter(draftOf(known, { isNew: false }));
  }

  /** Adds a fact to what is known of its company, which it makes where there is none. */
  take(fact: CompanyFact): Draft {
    const draft = this.index.find(fact) ?? this.create(fact);
    draft.content = contentOf(fact, draft.content);
    draft.kvkNumber ??= fact.kvkNumber;
    if (fact.rsin !== null && !this.index.isRsinOfOther(fact.rsin, draft)) draft.rsin ??= fact.rsin;
    // What a natural person has for an RSIN is his citizen number: as soon as the legal form is known, the number goes.
    if (isNaturalPersonForm(draft.content.legalForm)) draft.rsin = null;
    if (fact.clientNumber !== null && draft.clientNumber === null) this.numberClient(draft, fact.clientNumber);
    this.index.enter(draft);
    return draft;
  }

  planOf(taken: readonly { readonly position: number; readonly draft: Draft }[], referenceOn: CalendarDate): CompanyPlan {
    const seen = new Set<Draft>();
    const outcomes = taken.map(({ position, draft }): CompanyOutcome => {
      const { id, clientId } = draft.known;
      const outcome = seen.has(draft) ? 'unchanged' : outcomeOf(draft);
      seen.add(draft);
      return { position, companyId: id, clientId, outcome };
    });
    const changed = this.drafts.filter(isContentNew);
    return {
      outcomes,
      clients: [...this.clients.values()],
      numberedClients: this.numberedClients,
      companies: this.plannedCompanies(),
      supersededIds: changed.flatMap(({ known }) => known.holder?.id ?? []),
      versions: changed.flatMap(({ known, content }) => (content === null ? [] : versionsOf(known, content, referenceOn))),
    };
  }

  private plannedCompanies(): PlannedCompany[] {
    const clientNumbers = new Map<string, string | null>([...this.clientIds].map(([clientNumber, id]) => [id, clientNumber]));
    for (const { id, clientNumber } of this.clients.values()) clientNumbers.set(id, clientNumber);
    return this.drafts.filter((draft) => draft.isNew || areNumbersNew(draft)).map(({ known: { id, clientId }, kvkNumber, rsin, isNew, content }) => {
      const clientNumber = clientNumbers.get(clientId);
      const searchable = !isNew || clientNumber === undefined || content === null ? null : { kvkNumber, rsin, clientNumber, name: content.name, otherNames: content.otherNames, town: content.town };
      return { id, clientId, kvkNumber, rsin, isNew, searchable };
    });
  }

  private enter(draft: Draft): Draft {
    this.drafts.push(draft);
    this.index.enter(draft);
    return draft;
  }

  private create(fact: CompanyFact): Draft {
    const { clientNumber } = fact;
    const known: KnownCompany = { id: newId(), clientId: this.clientOf(fact), clientNumber, kvkNumber: null, rsin: null, holder: null };
    return this.enter(draftOf(known, { isNew: true }));
  }

  private clientOf({ clientId, clientNumber, name, kvkNumber, rsin }: CompanyFact): string {
    if (clientId !== undefined) return clientId;
    const known = clientNumber === null ? undefined : this.clientIds.get(clientNumber);
    if (known !== undefined) return known;
    if (clientNumber === null && this.knowledge.isHolding) return this.knowledge.ownClientId;
    const client = { id: newId(), clientNumber, name: name.trim() || (kvkNumber ?? rsin ?? '') };
    this.clients.set(client.id, client);
    if (clientNumber !== null) this.clientIds.set(clientNumber, client.id);
    return client.id;
  }

  /** A client met without a number gets the one a list gives, unless it is another client's already: moving a company is a decision of its own. */
  private numberClient(draft: Draft, clientNumber: string): void {
    draft.clientNumber = clientNumber;
    const { clientId } = draft.known;
    if (this.clientIds.has(clientNumber) || clientId === this.knowledge.ownClientId) return;
    this.clientIds.set(clientNumber, clientId);
    const made = this.clients.get(clientId);
    if (made !== undefined) made.clientNumber = clientNumber;
    else if (!this.numberedClients.some(({ id }) => id === clientId)) this.numberedClients.push({ id: clientId, clientNumber });
    draft.isClientNumbered = true;
  }
}

function draftOf(known: KnownCompany, { isNew }: { readonly isNew: boolean }): Draft {
  const { kvkNumber, rsin, clientNumber, holder } = known;
  return { known, isNew, content: holder === null ? null : holder.content, kvkNumber, rsin, clientNumber, isClientNumbered: false };
}

/** What says most is taken first, so that in which order a list has its rows decides nothing. */
function weight({ kvkNumber, rsin, clientNumber }: CompanyFact): number {
  const isNumbered = kvkNumber !== null || rsin !== null;
  return (isNumbered ? 2 : 0) + (clientNumber === null ? 0 : 1);
}

/**
 * What recording a list of companies changes, given what is known. A company is found by its KvK number, else its RSIN, else its client number
 * with the same name; a row without any number by a name that only one company has. Another KvK number under the same client number is another
 * company of that client. Rows of one list belong in one call.
 */
export function planCompanies(facts: readonly CompanyFact[], knowledge: CompanyKnowledge, referenceOn: CalendarDate): CompanyPlan {
  const planner = new Planner(knowledge);
  const heaviestFirst = [...facts].sort((a, b) => weight(b) - weight(a) || a.position - b.position);
  const drafts = new Map(heaviestFirst.map((fact) => [fact, planner.take(fact)]));
  return planner.planOf(facts.map((fact) => ({ position: fact.position, draft: drafts.get(fact) as Draft })), referenceOn);
}
