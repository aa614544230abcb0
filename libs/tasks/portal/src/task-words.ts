import type { BreakCode, Hands, TaskKind as KindWord, UnknownCode } from '@ketenregie/messages';
import type { Portal } from '@ketenregie/tenants-portal';
import { addressIn, wordOf } from '@ketenregie/tenants-portal';
import type { TaskKind } from '@ketenregie/tasks-domain';
import { SETTLES, TASK_KINDS } from '@ketenregie/tasks-domain';
import type { TextOf } from '@ketenregie/ui';
import type { TaskFactsFragment } from './generated/operations.js';

export type TaskFacts = TaskFactsFragment;

const HANDS = ['we', 'client', 'representative', 'nobody'] as const satisfies readonly Hands[];

/** In whose hands, as the API writes it. */
export const handsOf = (hands: string): Hands => wordOf(HANDS, hands, 'we');

/** The kind of a task as the API writes it; one that this build does not know asks to be looked at. */
export const kindOf = (kind: string): TaskKind => wordOf(TASK_KINDS, kind, 'unknown-to-settle');

/** The word and icon of a kind: a task has its own, never those of a status. */
export const KIND_WORDS: Readonly<Record<TaskKind, KindWord>> = {
  'can-but-may-not': 'revoke',
  'leaver-with-live-means': 'leaver',
  lapsed: 'grant-anew',
  expiring: 'renew',
  'level-too-low': 'level',
  'log-in-round': 'login',
  'request-stalled': 'application',
  'term-too-long': 'term',
  'unknown-to-settle': 'question',
};

/** The name of a service in the reader's language. */
export const serviceOf = ({ serviceNameNl, serviceNameEn }: Pick<TaskFacts, 'serviceNameNl' | 'serviceNameEn'>, language: 'nl' | 'en'): string | null => (language === 'nl' ? serviceNameNl : serviceNameEn);

/** Whom or what a task is about, in one line. */
export function subjectOf(task: TaskFacts, language: 'nl' | 'en'): string | null {
  const names = [task.companyName, task.personName, serviceOf(task, language)].filter((name) => name !== null);
  return names.length === 0 ? null : names.join(', ');
}

function reasonOf({ kind, code }: TaskFacts, text: TextOf): string {
  if (code === null) return '';
  if (code in SETTLES) return text(`answer.unknown.${code as UnknownCode}`);
  const isBroken = kindOf(kind) === 'lapsed' || kindOf(kind) === 'level-too-low';
  return isBroken ? text(`answer.break.${code as BreakCode}`) : '';
}

/** Which fact it is about: the client's own half, that of our employee, or a means. */
function factOf({ companyId, personId, meansId }: TaskFacts, text: TextOf): string {
  if (meansId !== null) return text('today.fact.means');
  if (companyId === null) return '';
  return text(personId === null ? 'today.fact.client-half' : 'today.fact.office-half');
}

/** What is the matter with one task: its unknown or broken link in words where it has one, else the fact it is about; and how much hangs on it. */
export function matterOf(task: TaskFacts, text: TextOf): string {
  const affects = task.affectedCount > 1 ? text('today.affects', { count: task.affectedCount }) : '';
  const reason = reasonOf(task, text);
  return [reason === '' ? factOf(task, text) : reason, affects].filter((part) => part !== '').join(' ');
}

/** Where one task can be settled: the chain of its company, else its person, else its service. */
export function placeOf({ companyId, personId, serviceKey }: TaskFacts, portal: Pick<Portal, 'tenant'>): string {
  if (companyId !== null) return addressIn(portal, `o/x-${companyId}/keten`);
  if (personId !== null) return addressIn(portal, `medewerkers/${personId}`);
  return addressIn(portal, serviceKey === null ? 'vandaag' : `portalen/${serviceKey}`);
}
