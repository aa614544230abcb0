import type { CompanyContent, CompanyFact, KnownCompany } from './company-fact.js';
import { companyNameKey } from './company-name.js';

type Numbers = Pick<CompanyFact, 'kvkNumber' | 'rsin'>;

/** Two sides contradict each other where both have a number of a kind and they differ: then they are two companies, whatever the name. */
function contradicts(fact: Numbers, known: Numbers): boolean {
  const differs = (one: string | null, other: string | null): boolean => one !== null && other !== null && one !== other;
  return differs(fact.kvkNumber, known.kvkNumber) || differs(fact.rsin, known.rsin);
}

/** Companies by everything a list may name them with. */
export class CompanyIndex {
  private readonly byId = new Map<string, KnownCompany>();
  private readonly byKvk = new Map<string, string>();
  private readonly byRsin = new Map<string, string>();
  private readonly byName = new Map<string, Set<string>>();

  constructor(companies: readonly KnownCompany[]) {
    for (const company of companies) this.add(company, company.holder?.content ?? null);
  }

  /** Enters a company, or enters it again with what has become known of it. */
  add(company: KnownCompany, content: CompanyContent | null): void {
    const known = this.byId.get(company.id);
    this.byId.set(company.id, known === undefined ? company : { ...known, kvkNumber: company.kvkNumber, rsin: company.rsin, clientNumber: known.clientNumber ?? company.clientNumber });
    if (company.kvkNumber !== null) this.byKvk.set(company.kvkNumber, company.id);
    if (company.rsin !== null) this.byRsin.set(company.rsin, company.id);
    for (const name of content === null ? [] : [content.name, ...content.otherNames]) {
      const key = companyNameKey(name);
      this.byName.set(key, (this.byName.get(key) ?? new Set()).add(company.id));
    }
  }

  /** The company a fact speaks of, or null where none is known, or a name alone fits two. */
  find(fact: CompanyFact): KnownCompany | null {
    const id = (fact.kvkNumber !== null && this.byKvk.get(fact.kvkNumber)) || (fact.rsin !== null && this.byRsin.get(fact.rsin)) || this.findByName(fact);
    return id ? (this.byId.get(id) ?? null) : null;
  }

  private findByName(fact: CompanyFact): string | null {
    const named = [...(this.byName.get(companyNameKey(fact.name)) ?? [])].flatMap((id) => this.byId.get(id) ?? []).filter((known) => !contradicts(fact, known));
    if (fact.clientNumber !== null) {
      const ofClient = named.filter(({ clientNumber }) => clientNumber === fact.clientNumber);
      if (ofClient.length === 1) return ofClient[0]?.id ?? null;
    }
    // By name alone only where the fact has no number of its own, and no client number speaks against it.
    if (fact.kvkNumber !== null || fact.rsin !== null) return null;
    const free = named.filter(({ clientNumber }) => fact.clientNumber === null || clientNumber === null);
    return free.length === 1 ? (free[0]?.id ?? null) : null;
  }
}
