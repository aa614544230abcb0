import { type CalendarDate, newId, successionOf } from '@ketenregie/kernel';
import type { CompanyContent, CompanyFact, CompanyOutcome, KnownCompany, NewClient, NewCompanyVersion } from './company-fact.js';
import { CompanyIndex } from './company-index.js';
import { contentOf, isSameContent } from './company-content.js';

/** A company that is to be written, new or with numbers that were missing. */
export interface PlannedCompany {
  readonly id: string;
  readonly clientId: string;
  readonly kvkNumber: string | null;
  readonly rsin: string | null;
  readonly isNew: boolean;
}

/** Everything that recording a list of companies writes; outcomes in the order of the facts. */
export interface CompanyPlan {
  readonly outcomes: readonly CompanyOutcome[];
  readonly clients: readonly NewClient[];
  readonly companies: readonly PlannedCompany[];
  readonly supersededIds: readonly string[];
  readonly versions: readonly NewCompanyVersion[];
}

/** What is known of one company while a list is gone through. */
interface Draft {
  readonly known: KnownCompany;
  readonly isNew: boolean;
  isTouched: boolean;
  content: CompanyContent | null;
  kvkNumber: string | null;
  rsin: string | null;
}

class Planner {
  private readonly drafts = new Map<string, Draft>();
  private readonly touchedBy: { readonly position: number; readonly draft: Draft; readonly isFirst: boolean }[] = [];
  private readonly clients: NewClient[] = [];
  private readonly clientIds: Map<string, string>;

  constructor(
    private readonly index: CompanyIndex,
    clientsByNumber: ReadonlyMap<string, string>,
    private readonly referenceOn: CalendarDate,
  ) {
    this.clientIds = new Map(clientsByNumber);
  }

  take(fact: CompanyFact): void {
    const found = this.index.find(fact);
    const draft = found === null ? this.create(fact) : this.draftOf(found);
    const isFirst = draft.isNew && !draft.isTouched;
    draft.isTouched = true;
    draft.content = contentOf(fact, draft.content);
    draft.kvkNumber ??= fact.kvkNumber;
    draft.rsin ??= fact.rsin;
    this.index.add({ ...draft.known, kvkNumber: draft.kvkNumber, rsin: draft.rsin, clientNumber: fact.clientNumber ?? draft.known.clientNumber }, draft.content);
    this.touchedBy.push({ position: fact.position, draft, isFirst });
  }

  plan(): CompanyPlan {
    const drafts = [...this.drafts.values()];
    const changed = drafts.filter((draft) => draft.content !== null && (draft.known.holder === null || !isSameContent(draft.content, draft.known.holder.content)));
    const numbered = drafts.filter((draft) => draft.isNew || draft.kvkNumber !== draft.known.kvkNumber || draft.rsin !== draft.known.rsin);
    const updated = new Set([...changed, ...numbered].map((draft) => draft.known.id));
    return {
      outcomes: this.touchedBy.map(({ position, draft, isFirst }) => ({ position, companyId: draft.known.id, clientId: draft.known.clientId, outcome: outcomeOf({ draft, isFirst, isUpdated: updated.delete(draft.known.id) }) })),
      clients: this.clients,
      companies: numbered.map(({ known, kvkNumber, rsin, isNew }) => ({ id: known.id, clientId: known.clientId, kvkNumber, rsin, isNew })),
      supersededIds: changed.flatMap(({ known }) => known.holder?.id ?? []),
      versions: changed.flatMap((draft) => this.versionsOf(draft)),
    };
  }

  private versionsOf({ known, content }: Draft): NewCompanyVersion[] {
    if (content === null) return [];
    const shared = { companyId: known.id, clientId: known.clientId };
    if (known.holder === null) return [{ ...shared, id: newId(), validFrom: null, validUntil: null, content }];
    const { before, after } = successionOf(known.holder, this.referenceOn);
    const kept = before === null ? [] : [{ ...shared, id: newId(), ...before, content: known.holder.content }];
    return [...kept, { ...shared, id: newId(), ...after, content }];
  }

  private draftOf(known: KnownCompany): Draft {
    const existing = this.drafts.get(known.id);
    if (existing !== undefined) return existing;
    const draft: Draft = { known, isNew: false, isTouched: false, content: known.holder?.content ?? null, kvkNumber: known.kvkNumber, rsin: known.rsin };
    this.drafts.set(known.id, draft);
    return draft;
  }

  private create(fact: CompanyFact): Draft {
    const known: KnownCompany = { id: newId(), clientId: this.clientOf(fact), clientNumber: fact.clientNumber, kvkNumber: null, rsin: null, holder: null };
    const draft: Draft = { known, isNew: true, isTouched: false, content: null, kvkNumber: null, rsin: null };
    this.drafts.set(known.id, draft);
    return draft;
  }

  private clientOf({ clientId, clientNumber, name }: CompanyFact): string {
    if (clientId !== undefined) return clientId;
    const known = clientNumber === null ? undefined : this.clientIds.get(clientNumber);
    if (known !== undefined) return known;
    const client = { id: newId(), clientNumber, name };
    this.clients.push(client);
    if (clientNumber !== null) this.clientIds.set(clientNumber, client.id);
    return client.id;
  }
}

function outcomeOf({ draft, isFirst, isUpdated }: { draft: Draft; isFirst: boolean; isUpdated: boolean }): CompanyOutcome['outcome'] {
  if (isFirst) return 'created';
  return isUpdated && !draft.isNew ? 'updated' : 'unchanged';
}

export interface CompanyKnowledge {
  readonly companies: readonly KnownCompany[];
  readonly clientsByNumber: ReadonlyMap<string, string>;
}

/**
 * What recording a list of companies changes, given what is known. A company is found by its KvK number, else its RSIN, else its client number
 * with the same name, else, where neither side has a number, by a name that only one has. Another KvK number under the same client number is
 * another company of that client. Source: docs/import.md.
 */
export function planCompanies(facts: readonly CompanyFact[], { companies, clientsByNumber }: CompanyKnowledge, referenceOn: CalendarDate): CompanyPlan {
  const planner = new Planner(new CompanyIndex(companies), clientsByNumber, referenceOn);
  for (const fact of facts) planner.take(fact);
  return planner.plan();
}
