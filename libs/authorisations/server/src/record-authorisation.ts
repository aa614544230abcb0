import { AUTHORISATION_KINDS, RIGHT_SCOPES, RIGHT_STATES, type AuthorisationKind, type RightScope, type RightState, assertTermAllowed } from '@ketenregie/authorisations-domain';
import { ASSURANCE_LEVELS, type AssuranceLevel } from '@ketenregie/catalogue-domain';
import { allProviders, allSuppliers } from '@ketenregie/catalogue-server';
import { type CalendarDate, ForbiddenError, InvalidInputError, NotFoundError } from '@ketenregie/kernel';
import type { Reader, Writer } from '@ketenregie/platform/db';
import type { AuthorisationFact, FactEvidence, FactTarget } from './authorisation-fact.js';
import { applyFacts } from './record-authorisations.js';

/** One right as a person types it. */
export interface TypedAuthorisation {
  readonly kind: AuthorisationKind;
  readonly companyId: string;
  readonly intermediaryCompanyId: string | null;
  readonly thirdParty?: { readonly name: string; readonly kvkNumber: string | null };
  readonly personId: string | null;
  readonly supplierKey: string | null;
  readonly scope: RightScope;
  readonly targets: readonly FactTarget[];
  readonly level: AssuranceLevel | null;
  readonly state: RightState;
  readonly startsOn: CalendarDate | null;
  readonly endsOn: CalendarDate | null;
  readonly branchNumber?: string | null;
  readonly task?: string | null;
  readonly accountable?: string | null;
  readonly evidence?: FactEvidence;
}

const refuse = (message: string, field: string): never => {
  throw new InvalidInputError(message, field);
};

/** What each kind of right has and has not (the two halves of a chain stand in different registers). */
function assertShape({ kind, intermediaryCompanyId, thirdParty, personId, scope, targets, level, state, branchNumber }: TypedAuthorisation): void {
  if (!AUTHORISATION_KINDS.includes(kind)) refuse('A right is direct, a client half or an office half.', 'kind');
  if (!RIGHT_SCOPES.includes(scope)) refuse('A scope is targets or all.', 'scope');
  if (!RIGHT_STATES.includes(state)) refuse('A right is requested, active, ended or unknown.', 'state');
  if (level !== null && !ASSURANCE_LEVELS.includes(level)) refuse(`${level} is not a level.`, 'level');
  if (scope === 'targets' && targets.length === 0) refuse('Name at least one service or provider, or choose everything.', 'targets');
  if (kind === 'client-half' && personId !== null) refuse('A client half has no person: the office half links him.', 'personId');
  if (kind !== 'client-half' && personId === null) refuse('Name the person.', 'personId');
  if (kind === 'direct' && (intermediaryCompanyId !== null || thirdParty !== undefined)) refuse('A direct right has no intermediary.', 'intermediaryCompanyId');
  if (kind === 'office-half' && intermediaryCompanyId === null) refuse('Name the own company that stands between.', 'intermediaryCompanyId');
  const hasIntermediary = (intermediaryCompanyId === null) === (thirdParty !== undefined);
  if (kind === 'client-half' && !hasIntermediary) refuse('A chain has exactly one intermediary.', 'intermediaryCompanyId');
  if (typeof branchNumber === 'string' && kind !== 'direct') refuse('A chain authorisation has no branch restriction.', 'branchNumber');
  if (typeof branchNumber === 'string' && !/^[0-9]{12}$/.test(branchNumber)) refuse('A branch number has twelve digits.', 'branchNumber');
}

async function assertKnownKeys(reader: Reader, { supplierKey, targets }: TypedAuthorisation): Promise<void> {
  const suppliers = await allSuppliers(reader);
  if (supplierKey !== null && !suppliers.some(({ key }) => key === supplierKey)) refuse(`No supplier ${supplierKey}.`, 'supplierKey');
  const providers = new Set((await allProviders(reader)).map(({ key }) => key));
  for (const { serviceKey, providerKey, isWholeProvider } of targets) {
    if ((serviceKey === null) === (providerKey === null)) refuse('A target is one service or one provider.', 'targets');
    if (serviceKey !== null && isWholeProvider) refuse('A whole provider names no service.', 'targets');
    if (providerKey !== null && !providers.has(providerKey)) refuse(`No provider ${providerKey}.`, 'targets');
  }
}

/** The client of the company; everything the right points at must be in the viewer's sight, or it is not there. */
async function clientOf(reader: Reader, { companyId, intermediaryCompanyId, personId }: TypedAuthorisation): Promise<string> {
  const [found] = await reader.query<{ clientId: string | null; hasIntermediary: boolean; hasPerson: boolean }>(
    `select (select client_id from company where id = $1) as "clientId",
       $2::uuid is null or exists (select 1 from company where id = $2 and client_id = tenant_id) as "hasIntermediary",
       $3::uuid is null or exists (select 1 from person where id = $3) as "hasPerson"`,
    [companyId, intermediaryCompanyId, personId],
  );
  if (!found?.clientId) throw new NotFoundError('The company');
  if (!found.hasIntermediary) throw new NotFoundError('The own company between');
  if (!found.hasPerson) throw new NotFoundError('The person');
  return found.clientId;
}

/**
 * Records one right that a person types, as believed from today on; typed over one with the same person, intermediary and targets it
 * corrects that one. Returns its id. Refuses a term over five years (TERM_TOO_LONG) or reversed (TERM_REVERSED), what a kind cannot have
 * (INVALID_INPUT), whatever is not there or not in sight (NOT_FOUND), and a company that may only be read (FORBIDDEN).
 */
export async function recordAuthorisation(writer: Writer, typed: TypedAuthorisation, today: CalendarDate): Promise<string> {
  assertShape(typed);
  assertTermAllowed({ startsOn: typed.startsOn, endsOn: typed.endsOn, knownOn: today });
  await assertKnownKeys(writer, typed);
  const clientId = await clientOf(writer, typed);
  // The tenant's own companies are read by all its staff and written by who has them.
  if (!writer.scope.hasAllClients && !writer.scope.clientIds.includes(clientId)) throw new ForbiddenError('authorisation.record');
  const fact: AuthorisationFact = { ...typed, clientId, position: 0, statedOn: today, untilPrecision: typed.endsOn === null ? 'none' : 'day' };
  const recording = { referenceOn: today, importId: null, recordedBy: writer.scope.actor };
  const { outcomes: [outcome], superseded: [holder], versions } = await applyFacts(writer, [fact], recording);
  if (outcome === undefined) throw new Error('A fact without an outcome');
  if (outcome.outcome === 'unchanged') return outcome.authorisationId;
  await writer.audit({
    action: `authorisation.${outcome.outcome}`, objectKind: 'authorisation', objectId: outcome.authorisationId, clientId,
    payload: { before: holder ?? null, after: versions.at(-1)?.content, targets: typed.targets },
  });
  return outcome.authorisationId;
}
