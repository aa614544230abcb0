import { type MessageId, formatParts } from '@ketenregie/messages';
import type { EventKind, Reader } from '@ketenregie/platform/db';
import type { AuditEventRecord } from '../audit-events.queries.js';
import { closedOnce } from './closed-once.js';
import { type Entry, changesOf, entryOf, isRecord, namedIn, subjectOf } from './entry.js';
import { type NameKind, Names } from './names.js';
import { type LogReader, LogWords, sayValue } from './words.js';

/** A piece of a sentence; a name may be gone to where the reader may see what it names. */
export interface SaidPart {
  readonly text: string;
  readonly isName: boolean;
  /** The page of the portal behind the tenant's address; null where there is none for him. */
  readonly path: string | null;
}

/** One field of an entry in words. */
export interface SaidDetail {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** An entry as a person reads it. */
export interface SaidEvent extends AuditEventRecord {
  /** Who did it, in words. */
  readonly who: string;
  readonly sentence: readonly SaidPart[];
  readonly details: readonly SaidDetail[];
}

const NEEDS: Readonly<Record<NameKind, string>> = {
  company: 'company.see', client: 'client.see', person: 'person.see', member: 'member.see', authorisation: 'authorisation.see', import: 'import.see', 'review-round': 'review.see',
  'review-programme': 'review.see', service: 'catalogue.see', provider: 'catalogue.see', supplier: 'catalogue.see',
};

const IMPORT_STEPS: Readonly<Record<string, string>> = { staged: 'nakijken', applied: 'gereed', undone: 'gereed' };

function pathOf({ names, reader }: LogWords, kind: NameKind, id: string): string | null {
  if (!reader.mayDo(NEEDS[kind])) return null;
  const right = kind === 'authorisation' ? names.right(id) : null;
  if (right !== null) return `o/x-${right.companyId}/keten`;
  const also = names.find(kind, id)?.also;
  if (also === undefined) return null;
  const paths: { readonly [Kind in NameKind]?: string } = {
    company: `o/${also ?? `x-${id}`}`, person: `medewerkers/${id}`, member: 'instellingen/kantoor', import: `import/${id}/${IMPORT_STEPS[also ?? ''] ?? 'kolommen'}`, 'review-round': `controles/${id}`,
    'review-programme': 'controles', service: `portalen/${id}`,
  };
  return paths[kind] ?? null;
}

const name = (text: string, path: string | null = null): SaidPart => ({ text, isName: true, path });

/** The name that the entry itself recorded, of what is not there any more. */
function recordedName({ payload }: Entry): string | null {
  const facts = [payload['after'], payload['before'], payload].filter(isRecord);
  const found = facts.flatMap((fact) => [fact['name'], fact['fullName']]).find((each) => typeof each === 'string');
  return typeof found === 'string' ? found : null;
}

/** What the sentence is about where the entry has no object with a name of its own. */
function withoutSubject(words: LogWords, { event, payload }: Entry, tenantName: string): string {
  if (event.objectKind === 'export') return words.choice('list', String(payload['list']));
  if (event.action === 'authorisations.changes-decided') return words.text('logbook.several');
  if (event.action.endsWith('s.recorded')) return words.text('logbook.byHand');
  return tenantName;
}

function subjectPart(words: LogWords, entry: Entry, tenantName: string): SaidPart {
  const subject = subjectOf(entry);
  if (subject === null) return name(withoutSubject(words, entry, tenantName));
  const { kind, id } = subject;
  const known = kind === 'authorisation' ? words.right(id) : words.known(kind, id);
  if (known !== null) return name(known, pathOf(words, kind, id));
  return name((words.reader.hasAllClients ? recordedName(entry) : null) ?? words.absent());
}

/** Objects of a client: to who does not see them, not even what was recorded of them is told. */
const OF_A_CLIENT: ReadonlySet<string> = new Set(['company', 'client', 'person', 'authorisation']);

function isHidden({ names, reader }: LogWords, entry: Entry): boolean {
  const subject = subjectOf(entry);
  if (reader.hasAllClients || subject === null || !OF_A_CLIENT.has(subject.kind)) return false;
  return subject.kind === 'authorisation' ? names.right(subject.id) === null : names.find(subject.kind, subject.id) === null;
}

/** Its sentence; without one, nothing compiles. */
function sentenceOf(kind: EventKind | null): MessageId {
  const id: `logbook.says.${EventKind | 'other'}` = `logbook.says.${kind ?? 'other'}`;
  return id;
}

function sayEntry(words: LogWords, entry: Entry, tenantName: string): SaidEvent {
  const { event, kind, payload } = entry;
  const who = words.who(event.actor);
  const count = [payload['count'], payload['findings']].find((each) => typeof each === 'number') ?? 0;
  const parts = formatParts<SaidPart>(words.reader.language, sentenceOf(kind), { who: name(who), what: subjectPart(words, entry, tenantName), count: Number(count) });
  const sentence = closedOnce(parts.map((part) => (typeof part === 'string' ? { text: part, isName: false, path: null } : part)));
  if (isHidden(words, entry)) return { ...event, reason: null, payload: '{}', who, sentence, details: [] };
  const details = changesOf(entry).map(({ field, value, before, after }) => ({ field: words.field(field), before: sayValue(words, value, before), after: sayValue(words, value, after) }));
  return { ...event, who, sentence, details: details.filter(({ before, after }) => before !== after) };
}

/**
 * Entries in the words of the portal: who did what to which object, and what of it differs. Names are looked up under the walls of the reader in
 * three statements, however many entries there are: what he may not see is not named, nor is what was recorded of it told.
 */
export async function sayEvents(reader: Reader, events: readonly AuditEventRecord[], logReader: LogReader): Promise<SaidEvent[]> {
  const entries = events.map(entryOf);
  const asked = namedIn(entries);
  for (const { actor } of events) asked.add('member', actor.replace(/^member:/, ''));
  const [tenant] = await reader.query<{ name: string }>('select name from tenant');
  const words = new LogWords(logReader, await Names.read(reader, asked));
  return entries.map((entry) => sayEntry(words, entry, tenant?.name ?? ''));
}
