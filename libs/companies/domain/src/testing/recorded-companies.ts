import type { CalendarDate } from '@ketenregie/kernel';
import type { CompanyFact, CompanyHolder, KnownCompany } from '../company-fact.js';
import { type CompanyKnowledge, type CompanyPlan, planCompanies } from '../plan-companies.js';

/** A company as a list states it, of which nothing but a name is known; fill in what the case is about. */
export function aCompanyFact(change: Partial<CompanyFact> = {}): CompanyFact {
  const unknown = { kvkNumber: null, rsin: null, clientNumber: null, legalForm: null, groupName: null, accountable: null };
  return { position: 0, name: 'Bakkerij Jansen B.V.', otherNames: [], isAuthoritative: false, ...unknown, ...change };
}

/** The plainest store that can keep what a plan writes: the oracle of the recorder. Recordings on one reference day only. */
export class RecordedCompanies {
  private companies: KnownCompany[] = [];
  private readonly clients = new Map<string, string | null>();

  constructor(
    readonly ownClientId = '00000000-0000-7000-8000-000000000000',
    private readonly isHolding = false,
  ) {}

  get knowledge(): CompanyKnowledge {
    const numbered = [...this.clients].flatMap(([id, number]) => (number === null ? [] : [[number, id] as const]));
    return { companies: this.companies, clientsByNumber: new Map(numbered), ownClientId: this.ownClientId, isHolding: this.isHolding };
  }

  record(facts: readonly CompanyFact[], referenceOn: CalendarDate): CompanyPlan {
    const plan = planCompanies(facts, this.knowledge, referenceOn);
    for (const { id, clientNumber } of [...plan.clients, ...plan.numberedClients]) this.clients.set(id, clientNumber);
    const holders = new Map(plan.versions.filter(({ validUntil }) => validUntil === null).map((version): [string, CompanyHolder] => [version.companyId, version]));
    const planned = new Map(plan.companies.map((company) => [company.id, company]));
    const kept = this.companies.map((company) => ({ ...company, ...numbersIn(planned.get(company.id)) }));
    const made = plan.companies.filter(({ isNew }) => isNew).map(({ id, clientId, kvkNumber, rsin }): KnownCompany => ({ id, clientId, clientNumber: null, kvkNumber, rsin, holder: null }));
    this.companies = [...kept, ...made].map((company) => ({
      ...company,
      clientNumber: this.clients.get(company.clientId) ?? null,
      holder: holders.get(company.id) ?? company.holder,
    }));
    return plan;
  }
}

function numbersIn(planned: Pick<KnownCompany, 'kvkNumber' | 'rsin'> | undefined): Partial<KnownCompany> {
  return planned === undefined ? {} : { kvkNumber: planned.kvkNumber, rsin: planned.rsin };
}
