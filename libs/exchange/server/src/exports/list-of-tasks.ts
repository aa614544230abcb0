import { type CalendarDate, InvalidInputError } from '@ketenregie/kernel';
import { type BreakCode, type Language, type MessageId, type MessageValues, type UnknownCode, formatMessage } from '@ketenregie/messages';
import { type TaskFilter, type TaskRecord, filtered, mondayOfText } from '@ketenregie/tasks-server';
import { type Part, SETTLES, type TaskKind, isPart, isTaskKind } from '@ketenregie/tasks-domain';
import { dayIn, wordsIn } from './export-filter.js';
import type { ExportAsked, ExportList, ExportRow } from './export-list.js';
import type { ExportColumn } from './table.js';
import { EXPORT_PAGE } from './walk-pages.js';

const COLUMNS: readonly (readonly [title: MessageId, looks: Pick<ExportColumn, 'kind' | 'width'>])[] = [
  ['access.file.part', { width: 20 }], ['list.column.task', { width: 30 }], ['list.column.company', { kind: 'long', width: 36 }], ['list.column.person', { width: 28 }], ['list.column.portal', { kind: 'long', width: 36 }], ['today.column.what', { kind: 'long', width: 56 }],
  ['answer.hands', { width: 20 }], ['today.column.due', { kind: 'day', width: 18 }], ['list.column.endDate', { kind: 'day', width: 14 }],
];

type Say = (id: MessageId, values?: MessageValues) => string;

const WORDS: Readonly<Record<TaskKind, MessageId>> = {
  'can-but-may-not': 'task.kind.revoke', 'leaver-with-live-means': 'task.kind.leaver', 'lapsed': 'task.kind.grant-anew', 'expiring': 'task.kind.renew', 'level-too-low': 'task.kind.level', 'log-in-round': 'task.kind.login',
  'request-stalled': 'task.kind.application', 'term-too-long': 'task.kind.term', 'unknown-to-settle': 'task.kind.question',
};

function reasonOf({ kind, code }: TaskRecord, say: Say): string | null {
  if (code === null) return null;
  if (code in SETTLES) return say(`answer.unknown.${code as UnknownCode}`);
  return kind === 'lapsed' || kind === 'level-too-low' ? say(`answer.break.${code as BreakCode}`) : null;
}

function factOf({ companyId, personId, meansId }: TaskRecord, say: Say): string | null {
  if (meansId !== null) return say('today.fact.means');
  return companyId === null ? null : say(personId === null ? 'today.fact.client-half' : 'today.fact.office-half');
}

/** What is the matter, as the page says it. */
const matterOf = (task: TaskRecord, say: Say): string => [reasonOf(task, say) ?? factOf(task, say), task.affectedCount > 1 ? say('today.affects', { count: task.affectedCount }) : null].filter((part) => part !== null).join(' ');

function known<Word extends string>(words: readonly string[] | undefined, isOne: (text: string) => text is Word, field: string): readonly Word[] | undefined {
  const wrong = words?.find((word) => !isOne(word));
  if (wrong !== undefined) throw new InvalidInputError(`${wrong.slice(0, 60)} cannot stand here.`, field);
  return words as readonly Word[] | undefined;
}

function filterOf(typed: ExportAsked['filter']): TaskFilter {
  const week: CalendarDate | undefined = dayIn(typed, 'week');
  return { kinds: known<TaskKind>(wordsIn(typed, 'kinds'), isTaskKind, 'kinds'), parts: known<Part>(wordsIn(typed, 'parts'), isPart, 'parts'), week: week === undefined ? undefined : mondayOfText(week) };
}

async function* taskRows({ filter, on, to: { language }, tasks }: ExportAsked): AsyncGenerator<ExportRow> {
  const say: Say = (id, values = {}) => formatMessage(language, id, values);
  const asked = filterOf(filter);
  const opened = await tasks();
  const heads = filtered(opened.tasks, asked, on);
  for (let from = 0; from < heads.length; from += EXPORT_PAGE) {
    for (const task of await opened.records(heads.slice(from, from + EXPORT_PAGE))) {
      const { part, kind, companyName, personName, serviceNameNl, serviceNameEn, hands, dueOn, endsOn } = task;
      yield [say(`today.part.${part}`), say(WORDS[kind]), companyName, personName, language === 'nl' ? serviceNameNl : serviceNameEn, matterOf(task, say), say(`answer.hands.${hands}`), dueOn ?? say('today.soon'), endsOn ?? say('today.noDate')];
    }
  }
}

/** The open tasks of whoever asks, as his Vandaag parts them. */
export const TASKS: ExportList = {
  title: (language: Language) => formatMessage(language, 'access.file.tasks'),
  needs: 'task.see',
  columns: (language) => COLUMNS.map(([title, looks]) => ({ title: formatMessage(language, title), ...looks })),
  rows: taskRows,
};
