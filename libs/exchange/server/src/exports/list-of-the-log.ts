import { type Language, type MessageId, findMessage, formatMessage } from '@ketenregie/messages';
import { placeOf } from '@ketenregie/platform/graphql';
import { type SaidDetail, auditEventPage, auditFilterOf, sayEvents } from '@ketenregie/tenants-server';
import type { ExportAsked, ExportList, ExportRow } from './export-list.js';
import { momentOf } from './moment.js';
import type { ExportColumn } from './table.js';
import { EXPORT_PAGE, walkPages } from './walk-pages.js';

/** First what a person reads, then what a program compares. */
const COLUMNS = ['sequence', 'at', 'who', 'says', 'kind', 'reason', 'details', 'utc', 'action', 'id', 'payload'] as const;

const LOOKS: Readonly<Partial<Record<(typeof COLUMNS)[number], Pick<ExportColumn, 'kind' | 'width'>>>> = {
  sequence: { width: 10 }, at: { kind: 'moment' }, says: { kind: 'long', width: 70 }, reason: { kind: 'long', width: 36 }, details: { kind: 'long', width: 60 }, utc: { width: 29 }, action: { width: 28 }, id: { width: 38 }, payload: { kind: 'long', width: 90 },
};

const columnsIn = (language: Language): ExportColumn[] => COLUMNS.map((column) => ({ title: formatMessage(language, `logbook.export.${column}` satisfies MessageId), ...LOOKS[column] }));

const detailIn = ({ field, before, after }: SaidDetail): string => `${field}: ${before === null ? '' : `${before} → `}${after ?? '-'}`;

async function* logRows({ reader, filter, to }: ExportAsked): AsyncGenerator<ExportRow> {
  const asked = auditFilterOf(filter);
  for await (const chunk of walkPages((after) => auditEventPage(reader, { filter: asked, first: EXPORT_PAGE, after: placeOf(after, 1) }))) {
    for (const event of await sayEvents(reader, chunk, to)) {
      const kind = findMessage(to.language, `logbook.kind.${event.objectKind}`) ?? event.objectKind;
      yield [
        event.sequence === null ? null : String(event.sequence), momentOf(event.at), event.who, event.sentence.map(({ text }) => text).join(''), kind, event.reason, event.details.map(detailIn).join('; '),
        event.at, event.action, event.objectId, event.payload,
      ];
    }
  }
}

/** The log as a file: the words of the page, in its language, and beside them what is recorded. */
export const LOGBOOK: ExportList = { title: (language) => formatMessage(language, 'logbook.export.title'), needs: 'log.see', columns: columnsIn, rows: logRows };
