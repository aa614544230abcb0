import { EVENT_KINDS, type EventKind, type LoggedValue, isEventKind } from '@ketenregie/platform/db';
import type { AuditEventRecord } from '../audit-events.queries.js';
import { Asked, type NameKind } from './names.js';

export type Payload = Readonly<Record<string, unknown>>;

/** An entry with its payload read. */
export interface Entry {
  readonly event: AuditEventRecord;
  /** Null for a kind of another version. */
  readonly kind: EventKind | null;
  readonly payload: Payload;
}

export const isRecord = (value: unknown): value is Payload => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The entry of a record. */
export function entryOf(event: AuditEventRecord): Entry {
  const payload: unknown = JSON.parse(event.payload);
  return { event, kind: isEventKind(event.action) ? event.action : null, payload: isRecord(payload) ? payload : {} };
}

export interface LoggedChange {
  readonly field: string;
  readonly value: LoggedValue;
  readonly before: unknown;
  readonly after: unknown;
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/** The fields of an entry that have something to say, in the order of its kind: those that differ where it has a before and an after, else all. */
export function changesOf({ kind, payload }: Entry): LoggedChange[] {
  if (kind === null) return [];
  const { before, after, ...plain } = payload;
  const [was, is] = [isRecord(before) ? before : {}, { ...plain, ...(isRecord(after) ? after : {}) }];
  const fields = Object.entries<LoggedValue>(EVENT_KINDS[kind]).filter(([field, value]) => value !== 'silent' && (field in is || (field in was && after === null)));
  return fields.map(([field, value]) => ({ field, value, before: was[field] ?? null, after: is[field] ?? null })).filter((change) => !isSame(change.before, change.after));
}

const SUBJECTS: Readonly<Record<string, NameKind>> = {
  company: 'company', person: 'person', member: 'member', authorisation: 'authorisation', import: 'import', 'review-round': 'review-round', 'review-programme': 'review-programme', client: 'client',
};

/** The object that an entry is about; null where it has none, or one without a name of its own. */
export function subjectOf({ event, payload }: Entry): { readonly kind: NameKind; readonly id: string } | null {
  // A service is known by its key: the tenant's row of it has no name.
  if (event.objectKind === 'service') return typeof payload['serviceKey'] === 'string' ? { kind: 'service', id: payload['serviceKey'] } : null;
  const kind = SUBJECTS[event.objectKind];
  return kind === undefined || event.objectId === null ? null : { kind, id: event.objectId };
}

/** The id of a member as the log writes him, `member:<id>` or the id alone. */
export const memberIdOf = (text: string): string => text.replace(/^member:/, '');

/** What stands behind a field of an exported list's filter. */
export const FILTERED: Readonly<Record<string, NameKind>> = {
  companyId: 'company', companyIds: 'company', clientId: 'client', clientIds: 'client', personId: 'person', personIds: 'person', serviceKey: 'service', serviceKeys: 'service',
  providerKey: 'provider', providerKeys: 'provider', supplierKey: 'supplier', supplierKeys: 'supplier', actor: 'member',
};

const each = (list: unknown): readonly Payload[] => (Array.isArray(list) ? list.filter(isRecord) : []);

const NAMED_IN: { readonly [Value in LoggedValue]?: (asked: Asked, value: unknown) => void } = {
  supplier: (asked, value) => asked.add('supplier', value),
  service: (asked, value) => asked.add('service', value),
  programme: (asked, value) => asked.add('review-programme', value),
  member: (asked, value) => typeof value === 'string' && asked.add('member', memberIdOf(value)),
  sources: (asked, value) => each(value).forEach((source) => asked.add('supplier', source['supplierKey'])),
  targets: (asked, value) =>
    each(value).forEach((target) => {
      asked.add('service', target['serviceKey']);
      asked.add('provider', target['providerKey']);
    }),
  filter: (asked, value) =>
    Object.entries(isRecord(value) ? value : {}).forEach(([field, words]) => {
      const kind = FILTERED[field];
      if (kind !== undefined && typeof words === 'string') words.split(',').forEach((word) => asked.add(kind, word));
    }),
};

/** Everything that a page of entries names. */
export function namedIn(entries: readonly Entry[]): Asked {
  const asked = new Asked();
  for (const entry of entries) {
    const subject = subjectOf(entry);
    if (subject !== null) asked.add(subject.kind, subject.id);
    for (const { value, before, after } of changesOf(entry)) {
      NAMED_IN[value]?.(asked, before);
      NAMED_IN[value]?.(asked, after);
    }
  }
  return asked;
}
