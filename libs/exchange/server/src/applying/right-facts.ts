import type { AuthorisationFact, FactTarget } from '@ketenregie/authorisations-server';
import type { ReadAuthorisation } from '@ketenregie/exchange-domain';
import type { CalendarDate } from '@ketenregie/kernel';
import type { AppliedCompany } from './apply-companies.js';

/** What a row's rights hang on, besides the row itself. */
export interface RightSource {
  readonly company: AppliedCompany;
  /** The tenant's own company that the clients' halves are granted to. */
  readonly intermediaryCompanyId: string | null;
  readonly personIds: readonly string[];
  readonly statedOn: CalendarDate;
  /** The file is a list that the office keeps itself, and no supplier's overview. */
  readonly isOwnStatement: boolean;
  readonly position: number;
}

function targetsOf({ targets }: ReadAuthorisation): FactTarget[] {
  return targets.flatMap(({ service, provider, isWholeProvider }) =>
    service === null && provider === null ? [] : [{ serviceKey: service, providerKey: service === null ? provider : null, isWholeProvider: service === null && isWholeProvider === true }],
  );
}

type Common = Pick<AuthorisationFact, 'position' | 'clientId' | 'companyId' | 'scope' | 'targets' | 'statedOn' | 'isOwnStatement'>;

const scopeOf = ({ scope }: ReadAuthorisation): AuthorisationFact['scope'] => (scope === 'all' ? 'all' : 'targets');

/** The half the client granted, as the row tells it. */
function clientHalf(read: ReadAuthorisation, common: Common, intermediaryCompanyId: string): AuthorisationFact {
  return {
    ...common,
    kind: 'client-half',
    intermediaryCompanyId,
    personId: null,
    supplierKey: read.supplier ?? null,
    level: read.level,
    state: read.status,
    startsOn: read.validFrom,
    endsOn: read.validUntil,
    untilPrecision: read.untilPrecision,
  };
}

/** "Gekoppelde medewerkers": our half, of which a spreadsheet tells neither dates nor level; nothing is copied from the client's half (decision 0010). */
function officeHalf(personId: string, common: Common, intermediaryCompanyId: string): AuthorisationFact {
  return {
    ...common,
    kind: 'office-half',
    intermediaryCompanyId,
    personId,
    supplierKey: null,
    level: null,
    state: 'active',
    startsOn: null,
    endsOn: null,
    untilPrecision: 'none',
  };
}

function directRight(read: ReadAuthorisation, common: Common, personId: string): AuthorisationFact {
  return {
    ...clientHalf(read, common, ''),
    kind: 'direct',
    intermediaryCompanyId: null,
    personId,
    ...(read.task != null && { task: read.task }),
    ...(read.responsible != null && { accountable: read.responsible }),
  };
}

/**
 * The rights that one row of a spreadsheet states: a chain gives the client's half and one of ours per employee linked; an employee's
 * right gives one direct right a person. None where nothing the row covers is in the catalogue.
 */
export function rightFacts(read: ReadAuthorisation, { company, intermediaryCompanyId, personIds, statedOn, isOwnStatement, position }: RightSource): AuthorisationFact[] {
  const common: Common = { position, clientId: company.clientId, companyId: company.companyId, scope: scopeOf(read), targets: targetsOf(read), statedOn, isOwnStatement };
  if (common.scope === 'targets' && common.targets.length === 0) return [];
  if (read.kind === 'employee') return personIds.map((personId) => directRight(read, common, personId));
  if (intermediaryCompanyId === null) return [];
  return [clientHalf(read, common, intermediaryCompanyId), ...personIds.map((personId) => officeHalf(personId, common, intermediaryCompanyId))];
}
