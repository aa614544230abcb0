import { type CalendarDate, DomainError } from '@ketenregie/kernel';
import type { Writer } from '@ketenregie/platform/db';
import { nameOf, textOf } from './company-text.js';
import { applyCompanyFacts } from './record-companies.js';

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

/** Records one company typed by hand and returns its id. One that is known already is refused: COMPANY_KNOWN. */
export async function recordCompany(writer: Writer, typed: TypedCompany, today: CalendarDate): Promise<string> {
  const fact = {
    ...{ position: 0, name: nameOf(typed.name), otherNames: [], groupName: null, isAuthoritative: true },
    kvkNumber: textOf(typed.kvkNumber, 'kvkNumber'),
    rsin: textOf(typed.rsin, 'rsin'),
    clientNumber: textOf(typed.clientNumber, 'clientNumber'),
    legalForm: textOf(typed.legalForm, 'legalForm'),
    town: textOf(typed.town, 'town'),
    accountable: textOf(typed.accountable, 'accountable'),
  };
  const [outcome] = await applyCompanyFacts(writer, [fact], { referenceOn: today, importId: null, recordedBy: writer.scope.actor });
  if (outcome?.outcome !== 'created') throw new CompanyKnownError();
  await writer.audit({ action: 'company.recorded', objectKind: 'company', objectId: outcome.companyId, clientId: outcome.clientId, payload: { ...fact } });
  return outcome.companyId;
}
