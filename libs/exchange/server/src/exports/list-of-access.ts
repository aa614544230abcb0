import { accessPage, listFilterOf } from '@ketenregie/access-server';
import { type CalendarDate, daysBetween } from '@ketenregie/kernel';
import { type Language, type MessageId, type MessageValues, formatMessage } from '@ketenregie/messages';
import { dayIn, wordsIn } from './export-filter.js';
import type { ExportAsked, ExportList, ExportRow } from './export-list.js';
import type { ExportColumn } from './table.js';
import { walkPages } from './walk-pages.js';

/** The columns of the page in its words, and beside them what the page shows on pointing at it. */
const COLUMNS: readonly (readonly [title: MessageId, looks: Pick<ExportColumn, 'kind' | 'width'>])[] = [
  ['list.column.person', { width: 28 }], ['list.column.company', { kind: 'long', width: 36 }], ['companies.column.kvk', { width: 14 }], ['list.column.portal', { kind: 'long', width: 36 }], ['list.column.level', { width: 11 }], ['portals.column.level', { width: 15 }],
  ['access.file.can', { width: 11 }], ['access.file.may', { width: 11 }], ['list.column.status', { width: 26 }], ['list.column.endDate', { kind: 'day', width: 14 }], ['answer.path.firstBreak', { kind: 'long', width: 46 }], ['answer.hands', { width: 20 }],
  ['list.column.seen', { kind: 'day', width: 14 }], ['access.file.mayNot', { kind: 'long', width: 36 }], ['access.repairBy', { kind: 'day', width: 14 }],
];

/** Each page is answered anew for the whole list: many rows a statement, so that the time of a file grows with its rows. */
const ACCESS_PAGE = 20_000;

const STATUSES: Readonly<Record<string, MessageId>> = {
  'lapsed': 'status.ended', 'level-too-low': 'status.level-too-low', 'waiting-for-client': 'status.waiting-client', 'waiting-for-office': 'status.waiting-office', 'unknown': 'status.unknown', 'complete': 'status.complete',
};

/** What the status of a row is made of. */
interface Standing {
  readonly status: string;
  readonly can: string;
  readonly may: string;
  readonly endsOn: CalendarDate | null;
}

/** The status as the page's chip says it: "can but may not" before every other. */
function statusIn(say: (id: MessageId, values?: MessageValues) => string, { status, can, may, endsOn }: Standing, on: CalendarDate): string {
  if (can === 'yes' && may === 'no') return say('status.can-may-not');
  if (status === 'expiring' && endsOn !== null) return say('status.ending', { days: Math.abs(daysBetween(on, endsOn)) });
  return say(STATUSES[status] ?? 'status.unknown');
}

async function* accessRows({ reader, filter, on, to: { language } }: ExportAsked): AsyncGenerator<ExportRow> {
  const say = (id: MessageId, values: MessageValues = {}): string => formatMessage(language, id, values);
  const many = ['personIds', 'companyIds', 'clientIds', 'serviceKeys', 'providerKeys', 'statuses', 'cans', 'mays', 'levels', 'supplierKeys'].map((field) => [field, wordsIn(filter, field)] as const);
  const asked = listFilterOf({ ...Object.fromEntries(many), endsFrom: dayIn(filter, 'endsFrom') ?? null, endsBefore: dayIn(filter, 'endsBefore') ?? null });
  for await (const chunk of walkPages((after) => accessPage(reader, asked, { on, knownAt: null, page: { first: ACCESS_PAGE, after } }))) {
    for (const row of chunk) {
      const { firstBreak: broken, mayNot } = row;
      yield [
        row.personName, row.companyName, row.companyKvk, language === 'nl' ? row.serviceNameNl : row.serviceNameEn, row.level ?? say('portals.chain.unknown'), row.requiredLevel ?? say('portals.level.unknown'),
        say(`access.file.${row.can}`), say(`access.file.${row.may}`), statusIn(say, row, on), row.endsOn ?? say('access.noEnd'),
        broken === null ? null : say(`answer.break.${broken.code}`), broken === null ? null : say(`answer.hands.${broken.inWhoseHands}`), row.seenOn ?? say('seen.never'), mayNot.map((code) => say(`answer.mayNot.${code}`)).join('; ') || null,
        row.repairableUntil,
      ];
    }
  }
}

/** Who can and may log in where, as the page lists it. */
export const ACCESS: ExportList = {
  title: (language: Language) => formatMessage(language, 'nav.access'),
  needs: 'access.ask',
  columns: (language) => COLUMNS.map(([title, looks]) => ({ title: formatMessage(language, title), ...looks })),
  rows: accessRows,
};
