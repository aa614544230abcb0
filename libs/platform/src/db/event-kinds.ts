/**
 * How a value that stands in an entry of the log is said. `choice.x` is one of a closed set with words of its own; the names of objects are looked up
 * under the rights of whoever reads; `counts` is an object of numbers; `silent` is for machines and stands in the payload alone.
 */
export type LoggedValue =
  | 'text' | 'texts' | 'day' | 'moment' | 'count' | 'yes-no' | 'level' | 'weekday' | 'hour' | 'hash' | 'silent'
  | 'counts' | 'targets' | 'sources' | 'filter' | 'clients' | 'roles' | 'kvk'
  | 'supplier' | 'service' | 'member' | 'programme'
  | `choice.${'right-state' | 'right-scope' | 'precision' | 'change-state' | 'evidence' | 'decision' | 'recurrence' | 'review-scope' | 'programme-state' | 'tenant-kind' | 'chain' | 'import-kind' | 'repair' | 'frequency' | 'language' | 'list'}`;

const COMPANY = {
  name: 'text', otherNames: 'texts', clientNumber: 'text', kvkNumber: 'kvk', rsin: 'text', legalForm: 'text', town: 'text', groupName: 'text', accountable: 'text', endedOn: 'day',
} as const;
const PERSON = { fullName: 'text', initials: 'text', jobTitle: 'text', email: 'text', isDirector: 'yes-no', inServiceFrom: 'day', inServiceUntil: 'day' } as const;
const RIGHT = {
  targets: 'targets', scope: 'choice.right-scope', supplierKey: 'supplier', level: 'level', state: 'choice.right-state', endedWhy: 'text', startsOn: 'day', endsOn: 'day', untilPrecision: 'choice.precision',
  branchNumber: 'text', task: 'text', accountable: 'text', evidenceClass: 'choice.evidence', seenOn: 'day', seenBy: 'member', statedOn: 'day',
  id: 'silent', validFrom: 'silent', validUntil: 'silent', position: 'silent',
} as const;
const CHANGE_STEP = { from: 'choice.change-state', to: 'choice.change-state', evidenceClass: 'choice.evidence', note: 'text', isOwnDecision: 'yes-no', changeId: 'silent' } as const;
const RECORDED = { created: 'count', updated: 'count', unchanged: 'count', outcomesHash: 'hash' } as const;
const DECIDED = { decision: 'choice.decision', count: 'count', batch: 'silent', itemsHash: 'hash' } as const;
const PROGRAMME = {
  name: 'text', every: 'choice.recurrence', months: 'count', startsOn: 'day', scope: 'choice.review-scope', supplierKey: 'supplier', dueDays: 'count', fallbackMemberId: 'member', state: 'choice.programme-state',
} as const;

/**
 * Everything that can be written in a tenant's log: each kind with the fields that its payload may have, whether plainly or within `before` and
 * `after`. Each kind needs its sentence `logbook.says.<kind>` and each field its name `logbook.field.<field>` in libs/messages, nl and en, or
 * nothing compiles; an entry with another field is refused (docs/testing.md, "A new entry of the log").
 */
export const EVENT_KINDS = {
  'tenant.created': { kind: 'choice.tenant-kind', kvkNumber: 'kvk' },
  'tenant.settings-changed': { name: 'text', kind: 'choice.tenant-kind', timeZone: 'text', language: 'choice.language', notCheckedAfterMonths: 'count', needsFourEyes: 'yes-no', isExample: 'silent' },
  'member.added': { roles: 'roles', clients: 'clients' },
  'member.password-reset': {},
  'company.recorded': { ...COMPANY, position: 'silent', isAuthoritative: 'silent' },
  'company.changed': COMPANY,
  'companies.recorded': RECORDED,
  'person.recorded': PERSON,
  'person.changed': PERSON,
  'people.recorded': RECORDED,
  'means.recorded': RECORDED,
  'service.settled': { serviceKey: 'silent', requiredLevel: 'level', chainAllowed: 'choice.chain' },
  'authorisation.created': RIGHT,
  'authorisation.updated': RIGHT,
  'authorisations.recorded': { ...RECORDED, referenceOn: 'day' },
  'authorisation.revocation-decided': { decidedOn: 'day', decidedBy: 'member', changeId: 'silent' },
  'authorisations.changes-decided': { count: 'count', decidedOn: 'day', itemsHash: 'hash' },
  'authorisation-change.to-do': CHANGE_STEP,
  'authorisation-change.asked': CHANGE_STEP,
  'authorisation-change.carried-out': CHANGE_STEP,
  'authorisation-change.confirmed': CHANGE_STEP,
  'authorisation-change.refused': CHANGE_STEP,
  'authorisation-change.failed': CHANGE_STEP,
  'authorisation-change.withdrawn': CHANGE_STEP,
  'authorisation-change.partly': CHANGE_STEP,
  'import.repaired': { findings: 'count', repair: 'choice.repair' },
  'import.discarded': {},
  'import.applied': { kind: 'choice.import-kind', changes: 'counts' },
  'import.undone': { kept: 'count' },
  'export.made': { list: 'choice.list', format: 'text', filter: 'filter' },
  'review-programme.planned': PROGRAMME,
  'review-programme.changed': PROGRAMME,
  'review-round.started': { programmeId: 'programme', periodOn: 'day', populationOn: 'day', missed: 'count', isLate: 'yes-no' },
  'review-round.opened': { programmeId: 'programme', populationOn: 'day', knownAt: 'moment', lineCount: 'count', leftOut: 'counts', sources: 'sources', populationHash: 'hash' },
  'review-round.decided': DECIDED,
  'review-round.decisions-undone': DECIDED,
  'review-round.closed': { programmeId: 'programme', counts: 'counts', closing: 'counts', populationHash: 'hash', decisionsHash: 'hash' },
  'review-round.report-made': { isWhole: 'yes-no' },
  'digest.settings-changed': { frequency: 'choice.frequency', weekday: 'weekday', hour: 'hour', timeZone: 'text', language: 'choice.language' },
  'digest.address-cleared': {},
  'digest.stopped': {},
  'notice.settled-as-arrived': { on: 'day' },
  'notice.sent-again': { on: 'day' },
  'notices.run': { on: 'day' },
  'notices.counted-as-sent': { count: 'count', until: 'moment' },
  'sending.held': { reason: 'text' },
  'sending.released': { heldAt: 'moment', reason: 'text' },
} as const satisfies Readonly<Record<string, Readonly<Record<string, LoggedValue>>>>;

export type EventKind = keyof typeof EVENT_KINDS;
type FieldsOf<Fields> = { [Field in keyof Fields]: Fields[Field] extends 'silent' ? never : Field }[keyof Fields];
type AnyField<Kind> = Kind extends EventKind ? FieldsOf<(typeof EVENT_KINDS)[Kind]> : never;
/** A field that an entry of some kind can have, and that is told. */
export type LoggedField = AnyField<EventKind>;

/** Whether a text names a kind of this version; a log may hold kinds of another. */
export function isEventKind(text: string): text is EventKind {
  return Object.hasOwn(EVENT_KINDS, text);
}

const fieldsIn = (value: unknown): string[] => (typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : []);

/** Refuses an entry with a field that its kind does not have: it would stand in the log without words. A mistake of ours, never of a viewer. */
export function assertKnownFields(kind: EventKind, payload: Readonly<Record<string, unknown>>): void {
  const { before, after, ...plain } = payload;
  const unknown = [...Object.keys(plain), ...fieldsIn(before), ...fieldsIn(after)].find((field) => !Object.hasOwn(EVENT_KINDS[kind], field));
  if (unknown !== undefined) throw new Error(`The log has no words for ${unknown} of ${kind}: add it to EVENT_KINDS`);
}
