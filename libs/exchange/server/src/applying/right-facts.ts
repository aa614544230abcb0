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

/** Between whom a right is. */
type Parties = Pick<AuthorisationFact, 'kind' | 'intermediaryCompanyId' | 'personId'>;

const scopeOf = ({ scope }: ReadAuthorisation): AuthorisationFact['scope'] => (scope === 'all' ? 'all' : 'targets');

// One literal a fact: put together of parts it costs ten times as much, and an import has a hundred thousand.
/** A right as the row tells it: the half the client granted, or an employee's. */
function toldRight(read: ReadAuthorisation, { company, statedOn, isOwnStatement, position }: RightSource, { parties, targets }: { parties: Parties; targets: readonly FactTarget[] }): AuthorisationFact {
  return {
    position,
    kind: parties.kind,
    clientId: company.clientId,
    companyId: company.companyId,
    intermediaryCompanyId: parties.intermediaryCompanyId,
    personId: parties.personId,
    supplierKey: read.supplier ?? null,
    scope: scopeOf(read),
    targets,
    level: read.level,
    state: read.status,
    statedOn,
    startsOn: read.validFrom,
    endsOn: read.validUntil,
    untilPrecision: read.untilPrecision,
    isOwnStatement,
  };
}

/** "Gekoppelde medewerkers": our half, of which a spreadsheet tells neither dates nor level; nothing is copied from the client's half (decision 0010). */
function officeHalf(read: ReadAuthorisation, { company, statedOn, isOwnStatement, position }: RightSource, { parties, targets }: { parties: Parties; targets: readonly FactTarget[] }): AuthorisationFact {
  return {
    position,
    kind: parties.kind,
    clientId: company.clientId,
    companyId: company.companyId,
    intermediaryCompanyId: parties.intermediaryCompanyId,
    personId: parties.personId,
    supplierKey: null,
    scope: scopeOf(read),
    targets,
    level: null,
    state: 'active',
    statedOn,
    startsOn: null,
    endsOn: null,
    untilPrecision: 'none',
    isOwnStatement,
  };
}

function directRight(read: ReadAuthorisation, source: RightSource, { personId, targets }: { personId: string; targets: readonly FactTarget[] }): AuthorisationFact {
  const right = toldRight(read, source, { parties: { kind: 'direct', intermediaryCompanyId: null, personId }, targets });
  if (read.task == null && read.responsible == null) return right;
  return { ...right, ...(read.task != null && { task: read.task }), ...(read.responsible != null && { accountable: read.responsible }) };
}

/**
 * The rights that one row of a spreadsheet states: a chain gives the client's half and one of ours per employee linked; an employee's
 * right gives one direct right a person. None where nothing the row covers is in the catalogue.
 */
export function rightFacts(read: ReadAuthorisation, source: RightSource): AuthorisationFact[] {
  const targets = targetsOf(read);
  const { intermediaryCompanyId, personIds } = source;
  if (scopeOf(read) === 'targets' && targets.length === 0) return [];
  if (read.kind === 'employee') return personIds.map((personId) => directRight(read, source, { personId, targets }));
  if (intermediaryCompanyId === null) return [];
  const granted = toldRight(read, source, { parties: { kind: 'client-half', intermediaryCompanyId, personId: null }, targets });
  return [granted, ...personIds.map((personId) => officeHalf(read, source, { parties: { kind: 'office-half', intermediaryCompanyId, personId }, targets }))];
}
