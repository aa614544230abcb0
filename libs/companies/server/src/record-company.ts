import { type CompanyFact, assertCompanyFact, planCompanies } from '@ketenregie/companies-domain';
import { type CalendarDate, DomainError } from '@ketenregie/kernel';
import type { Writer } from '@ketenregie/platform/db';
import { nameOf, textOf } from './company-text.js';
import { companyKnowledge } from './known-companies.js';
import { applyCompanyFacts, assertAllClients } from './record-companies.js';

/** A company as a person types it. */
export interface TypedCompany {
  readonly name: string;
  readonly kvkNumber?: string | null;
  readonly rsin?: string | null;
  readonly clientNumber?: string | null;
  readonly legalForm?: string | null;
  readonly town?: string | null;
  readonly accountable?: string | null;
}

/** One legal entity is one company: it is changed, not recorded again. */
export class CompanyKnownError extends DomainError {
  constructor() {
    super('COMPANY_KNOWN', 'This company is known already.', 'kvkNumber');
  }
}

function factOf(typed: TypedCompany): CompanyFact {
  return {
    ...{ position: 0, name: nameOf(typed.name), otherNames: [], groupName: null, isAuthoritative: true },
    kvkNumber: textOf(typed.kvkNumber, 'kvkNumber'),
    rsin: textOf(typed.rsin, 'rsin'),
    clientNumber: textOf(typed.clientNumber, 'clientNumber'),
    legalForm: textOf(typed.legalForm, 'legalForm'),
    town: textOf(typed.town, 'town'),
    accountable: textOf(typed.accountable, 'accountable'),
  };
}

/**
 * A company that is to be made later, as it will be recorded; nothing is written. Refuses who does not see all clients (FORBIDDEN), what no field
 * can hold, and one that is known already: COMPANY_KNOWN.
 */
export async function newCompanyFact(writer: Writer, typed: TypedCompany, on: CalendarDate): Promise<CompanyFact> {
  assertAllClients(writer);
  const fact = factOf(typed);
  assertCompanyFact(fact);
  const [outcome] = planCompanies([fact], await companyKnowledge(writer, on, [fact]), on).outcomes;
  if (outcome?.outcome !== 'created') throw new CompanyKnownError();
  return fact;
}

/** Records one company typed by hand and returns its id. One that is known already is refused: COMPANY_KNOWN. */
export async function recordCompany(writer: Writer, typed: TypedCompany, today: CalendarDate): Promise<string> {
  const fact = factOf(typed);
  const [outcome] = await applyCompanyFacts(writer, [fact], { referenceOn: today, importId: null, recordedBy: writer.scope.actor });
  if (outcome?.outcome !== 'created') throw new CompanyKnownError();
  await writer.audit({ action: 'company.recorded', objectKind: 'company', objectId: outcome.companyId, clientId: outcome.clientId, payload: { ...fact } });
  return outcome.companyId;
}
