import { isId, parseCalendarDate } from '@ketenregie/kernel';
import { type Language, type MessageId, type MessageValues, findMessage, formatCount, formatDay, formatInstant, formatKvk, formatMessage, localeOf } from '@ketenregie/messages';
import type { LoggedField, LoggedValue } from '@ketenregie/platform/db';
import { FILTERED, type Payload, isRecord, memberIdOf } from './entry.js';
import type { NameKind, Names } from './names.js';

/** Whoever reads: his language, and whether all clients are his; else what is not found may be another client's, and is not called gone. */
export interface LogReader {
  readonly language: Language;
  readonly hasAllClients: boolean;
  /** Whether his roles allow an action. */
  readonly mayDo: (action: string) => boolean;
}

type Choice = LoggedValue extends infer Value ? (Value extends `choice.${infer Name}` ? Name : never) : never;

/** Where the words of a closed set stand. */
export const LOG_CHOICES: Readonly<Record<Choice, string>> = {
  'right-state': 'logbook.value.right-state', 'right-scope': 'logbook.value.right-scope', 'precision': 'logbook.value.precision', 'change-state': 'change.state', 'evidence': 'change.class',
  'decision': 'reviews.outcome', 'recurrence': 'reviews.every', 'review-scope': 'reviews.scope', 'programme-state': 'reviews.state', 'tenant-kind': 'settings.kind', 'chain': 'portals.chain',
  'import-kind': 'import.kind', 'repair': 'logbook.value.repair', 'frequency': 'settings.digest.frequency', 'language': 'settings.language', 'list': 'logbook.value.list',
};

/** The id of a field's name: without one in libs/messages, nothing compiles. */
const fieldId = (field: LoggedField): MessageId => `logbook.field.${field}` as const;

const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

const each = (list: unknown): readonly Payload[] => (Array.isArray(list) ? list.filter(isRecord) : []);

/** Values and names of the log in the words of the portal. */
export class LogWords {
  constructor(
    readonly reader: LogReader,
    readonly names: Names,
  ) {}

  text(id: MessageId, values?: MessageValues): string {
    return formatMessage(this.reader.language, id, values);
  }

  /** The name of what is in sight; a member may have none. */
  known(kind: NameKind, id: string): string | null {
    const found = this.names.find(kind, id);
    return found === null ? null : found[this.reader.language] || this.text('logbook.actor.member');
  }

  /** The name of an object; what is not found is gone, or to who sees some clients alone: not his. */
  name(kind: NameKind, id: string): string {
    return this.known(kind, id) ?? this.absent();
  }

  absent(): string {
    return this.text(this.reader.hasAllClients ? 'logbook.gone' : 'logbook.notYours');
  }

  /** Who did or decided it: a member by name; the operator and the product themselves; a name from a source as it stands there. */
  who(actor: string): string {
    const id = memberIdOf(actor);
    if (!isId(id)) return findMessage(this.reader.language, `logbook.actor.${actor}`) ?? actor;
    return this.known('member', id) ?? this.text('logbook.somebody');
  }

  field(field: string): string {
    return findMessage(this.reader.language, fieldId(field as LoggedField)) ?? field;
  }

  choice(choice: Choice, value: string): string {
    return findMessage(this.reader.language, `${LOG_CHOICES[choice]}.${value}`) ?? value;
  }

  /** What a right covers, by the first of it. */
  scope({ serviceKey, providerKey, isWholeProvider }: { readonly serviceKey: string | null; readonly providerKey: string | null; readonly isWholeProvider: boolean | null }): string {
    if (serviceKey !== null) return this.name('service', serviceKey);
    if (providerKey === null) return this.text('right.somebody');
    return this.text(isWholeProvider === true ? 'logbook.right.provider' : 'logbook.right.someService', { provider: this.name('provider', providerKey) });
  }

  /** A right by whose it is, and for what. */
  right(id: string): string | null {
    const right = this.names.right(id);
    if (right === null) return null;
    const first = right.isEverything ? this.text('logbook.right.everything') : this.scope(right);
    const service = right.targetCount > 1 ? this.text('logbook.right.more', { service: first, count: right.targetCount - 1 }) : first;
    const company = this.name('company', right.companyId);
    return this.text(`logbook.right.${right.kind}`, { company, service, person: right.personId === null ? '' : this.name('person', right.personId) });
  }
}

const dayIn = (words: LogWords, value: unknown): string => (typeof value === 'string' && parseCalendarDate(value) !== null ? formatDay(words.reader.language, value) : asText(value));
const countIn = (words: LogWords, value: unknown): string => (typeof value === 'number' ? formatCount(words.reader.language, value) : asText(value));
const named = (kind: NameKind) => (words: LogWords, value: unknown): string => words.name(kind, asText(value));
const choice = (name: Choice) => (words: LogWords, value: unknown): string => words.choice(name, asText(value));
const joined = (list: readonly string[]): string | null => (list.length === 0 ? null : list.join(', '));

/** The first Monday of 2024 was its first day. */
const weekdayIn = ({ reader }: LogWords, value: unknown): string => new Intl.DateTimeFormat(localeOf(reader.language), { weekday: 'long', timeZone: 'UTC' }).format(new Date(`2024-01-0${asText(value)}T00:00:00Z`));

function countsIn(words: LogWords, value: unknown): string | null {
  const counted = Object.entries(isRecord(value) ? value : {}).filter(([, count]) => count !== 0);
  return joined(counted.map(([key, count]) => findMessage(words.reader.language, `logbook.counted.${key}`, { count: Number(count) }) ?? `${key}: ${asText(count)}`));
}

const sourceIn = (words: LogWords, { supplierKey, origin, count }: Payload): string =>
  words.text('logbook.source', {
    count: Number(count), supplier: typeof supplierKey === 'string' ? words.name('supplier', supplierKey) : words.text('reviews.report.supplierUnknown'),
    origin: findMessage(words.reader.language, `reviews.origin.${asText(origin)}`) ?? asText(origin),
  });

const targetIn = (words: LogWords, { serviceKey, providerKey, isWholeProvider }: Payload): string =>
  words.scope({ serviceKey: typeof serviceKey === 'string' ? serviceKey : null, providerKey: typeof providerKey === 'string' ? providerKey : null, isWholeProvider: isWholeProvider === true });

function filterIn(words: LogWords, value: unknown): string | null {
  const chosen = Object.entries(isRecord(value) ? value : {});
  return joined(chosen.map(([field, typed]) => {
    const kind = FILTERED[field];
    if (kind === undefined) return parseCalendarDate(asText(typed)) === null ? asText(typed) : dayIn(words, typed);
    return asText(typed).split(',').map((word) => (kind === 'member' ? words.who(word) : words.name(kind, word))).join(', ');
  }));
}

const SAY: { readonly [Value in Exclude<LoggedValue, 'silent'>]: (words: LogWords, value: unknown) => string | null } = {
  text: (_, value) => asText(value),
  texts: (_, value) => (Array.isArray(value) ? joined(value.map(asText)) : asText(value)),
  day: dayIn,
  moment: ({ reader }, value) => (Number.isNaN(Date.parse(asText(value))) ? asText(value) : formatInstant(reader.language, asText(value))),
  count: countIn,
  'yes-no': (words, value) => words.text(value === true ? 'answer.yes' : 'answer.no'),
  level: (_, value) => asText(value),
  weekday: weekdayIn,
  hour: (_, value) => `${asText(value)}:00`,
  hash: (_, value) => asText(value),
  kvk: (_, value) => formatKvk(asText(value)),
  counts: countsIn,
  targets: (words, value) => joined(each(value).map((target) => targetIn(words, target))),
  sources: (words, value) => each(value).map((source) => sourceIn(words, source)).join('; ') || null,
  filter: filterIn,
  clients: (words, value) => (typeof value === 'number' ? words.text('settings.members.someClients', { count: value }) : words.text('settings.members.allClients')),
  roles: (words, value) => (Array.isArray(value) ? joined(value.map((role) => findMessage(words.reader.language, `settings.role.${asText(role)}`) ?? asText(role))) : asText(value)),
  supplier: named('supplier'),
  service: named('service'),
  programme: named('review-programme'),
  member: (words, value) => words.who(asText(value)),
  'choice.right-state': choice('right-state'), 'choice.right-scope': choice('right-scope'), 'choice.precision': choice('precision'), 'choice.change-state': choice('change-state'),
  'choice.evidence': choice('evidence'), 'choice.decision': choice('decision'), 'choice.recurrence': choice('recurrence'), 'choice.review-scope': choice('review-scope'),
  'choice.programme-state': choice('programme-state'), 'choice.tenant-kind': choice('tenant-kind'), 'choice.chain': choice('chain'), 'choice.import-kind': choice('import-kind'),
  'choice.repair': choice('repair'), 'choice.frequency': choice('frequency'), 'choice.language': choice('language'), 'choice.list': choice('list'),
};

/** A value in words; null where there is none. */
export function sayValue(words: LogWords, kind: LoggedValue, value: unknown): string | null {
  if (kind === 'silent' || value === null || value === undefined || value === '') return null;
  return SAY[kind](words, value);
}
