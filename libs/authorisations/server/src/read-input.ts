import {
  AUTHORISATION_KINDS, CHANGE_STATES, EVIDENCE_CLASSES, RIGHT_SCOPES, RIGHT_STATES,
} from '@ketenregie/authorisations-domain';
import { ASSURANCE_LEVELS } from '@ketenregie/catalogue-domain';
import { type CalendarDate, InvalidInputError, readDay, readId, readWord } from '@ketenregie/kernel';
import type { AsOfArgs } from './authorisation.args.js';
import type { AuthorisationFilterInput, RecordAuthorisationInput, RecordChangeStepInput } from './authorisation.input.js';
import type { FactTarget } from './authorisation-fact.js';
import { AUTHORISATION_SORTS, type AuthorisationFilter, type AuthorisationSort } from './authorisation-page.js';
import type { AsOf } from './authorisations.queries.js';
import type { TypedAuthorisation } from './record-authorisation.js';
import type { ChangeStep } from './record-change-step.js';

type Optional = string | null | undefined;

const optionalDay = (text: Optional, field: string): CalendarDate | null => (text === null || text === undefined ? null : readDay(text, field));
const optionalId = (text: Optional, field: string): string | null => (text === null || text === undefined ? null : readId(text, field));

/** Leaves out what is null or absent. */
function given<Fields extends object>(fields: Fields): { [Field in keyof Fields]?: NonNullable<Fields[Field]> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined)) as never;
}

/** The day and the instant asked for; today and all that is recorded where they are left out. */
export function readAsOf({ on, knownAt }: AsOfArgs, today: CalendarDate): AsOf {
  const isInstant = knownAt === null || knownAt === undefined || (/^\d{4}-\d{2}-\d{2}T/.test(knownAt) && !Number.isNaN(Date.parse(knownAt)));
  if (!isInstant) throw new InvalidInputError('An instant is written as in ISO 8601.', 'knownAt');
  return { on: optionalDay(on, 'on') ?? today, knownAt: knownAt ?? null };
}

export function readSort(sort: Optional): AuthorisationSort {
  return readWord(AUTHORISATION_SORTS, sort ?? 'ends-on', 'sort');
}

export function readFilter(input: AuthorisationFilterInput | null | undefined): AuthorisationFilter {
  if (!input) return {};
  return given({
    kinds: input.kinds?.map((kind) => readWord(AUTHORISATION_KINDS, kind, 'kinds')),
    states: input.states?.map((state) => readWord(RIGHT_STATES, state, 'states')),
    levels: input.levels?.map((level) => readWord(ASSURANCE_LEVELS, level, 'levels')),
    clientId: optionalId(input.clientId, 'clientId'),
    companyId: optionalId(input.companyId, 'companyId'),
    personId: optionalId(input.personId, 'personId'),
    supplierKey: input.supplierKey,
    serviceKey: input.serviceKey,
    providerKey: input.providerKey,
    endsOnOrAfter: optionalDay(input.endsOnOrAfter, 'endsOnOrAfter'),
    endsOnOrBefore: optionalDay(input.endsOnOrBefore, 'endsOnOrBefore'),
  });
}

export function readTyped(input: RecordAuthorisationInput, seenBy: string): TypedAuthorisation {
  const targets: FactTarget[] = input.targets.map(({ serviceKey, providerKey, isWholeProvider }) => ({ serviceKey: serviceKey ?? null, providerKey: providerKey ?? null, isWholeProvider }));
  const evidenceClass = input.evidenceClass ? readWord(EVIDENCE_CLASSES, input.evidenceClass, 'evidenceClass') : null;
  return {
    kind: readWord(AUTHORISATION_KINDS, input.kind, 'kind'),
    companyId: readId(input.companyId, 'companyId'),
    intermediaryCompanyId: optionalId(input.intermediaryCompanyId, 'intermediaryCompanyId'),
    personId: optionalId(input.personId, 'personId'),
    supplierKey: input.supplierKey ?? null,
    scope: readWord(RIGHT_SCOPES, input.scope, 'scope'),
    targets,
    level: input.level ? readWord(ASSURANCE_LEVELS, input.level, 'level') : null,
    state: readWord(RIGHT_STATES, input.state, 'state'),
    startsOn: optionalDay(input.startsOn, 'startsOn'),
    endsOn: optionalDay(input.endsOn, 'endsOn'),
    ...(input.thirdPartyName ? { thirdParty: { name: input.thirdPartyName, kvkNumber: input.thirdPartyKvk ?? null } } : {}),
    ...(input.branchNumber === undefined ? {} : { branchNumber: input.branchNumber }),
    ...(input.task === undefined ? {} : { task: input.task }),
    ...(input.accountable === undefined ? {} : { accountable: input.accountable }),
    ...(evidenceClass === null ? {} : { evidence: { evidenceClass, seenOn: optionalDay(input.seenOn, 'seenOn'), seenBy } }),
  };
}

export function readStep(input: RecordChangeStepInput): ChangeStep {
  return {
    changeId: readId(input.changeId, 'changeId'),
    state: readWord(CHANGE_STATES, input.state, 'state'),
    ...(input.evidenceClass ? { evidenceClass: readWord(EVIDENCE_CLASSES, input.evidenceClass, 'evidenceClass') } : {}),
    ...(input.note ? { note: input.note } : {}),
    ...(input.askedOf ? { askedOf: input.askedOf } : {}),
  };
}
