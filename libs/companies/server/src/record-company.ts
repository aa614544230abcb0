import { type CalendarDate, DomainError, InvalidInputError } from '@ketenregie/kernel';
import type { Writer } from '@ketenregie/platform/db';
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

const textOf = (text: string | null | undefined): string | null => text?.trim() || null;

/** Records one company typed by hand and returns its id. One that is known already is refused: COMPANY_KNOWN. */
export async function recordCompany(writer: Writer, typed: TypedCompany, today: CalendarDate): Promise<string> {
  const name = typed.name.trim();
  if (name === '' || name.length > 200) throw new InvalidInputError('A name has 1 to 200 characters.', 'name');
  const fact = {
    ...{ position: 0, name, otherNames: [], groupName: null, isAuthoritative: true },
    kvkNumber: textOf(typed.kvkNumber),
    rsin: textOf(typed.rsin),
    clientNumber: textOf(typed.clientNumber),
    legalForm: textOf(typed.legalForm),
    town: textOf(typed.town),
    accountable: textOf(typed.accountable),
  };
  const [outcome] = await applyCompanyFacts(writer, [fact], { referenceOn: today, importId: null, recordedBy: writer.scope.actor });
  if (outcome?.outcome !== 'created') throw new DomainError('COMPANY_KNOWN', 'This company is known already.', 'kvkNumber');
  await writer.audit({ action: 'company.recorded', objectKind: 'company', objectId: outcome.companyId, clientId: outcome.clientId, payload: { ...fact } });
  return outcome.companyId;
}
