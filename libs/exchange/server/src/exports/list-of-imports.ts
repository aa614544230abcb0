import { type FindingCategory, messageOf } from '@ketenregie/exchange-domain';
import { NotFoundError, isId } from '@ketenregie/kernel';
import { type Language, type MessageId, type MessageValues, findMessage, formatMessage } from '@ketenregie/messages';
import { isInstantPart, placeOfKinds } from '@ketenregie/platform/graphql';
import { findingGroups } from '../findings.queries.js';
import { importById, importPage } from '../imports.queries.js';
import { repairKeyOf } from '../staging/finding-groups.js';
import { importPages } from '../staging/import-page.js';
import { idIn } from './export-filter.js';
import type { ExportAsked, ExportList, ExportRow } from './export-list.js';
import { momentOf } from './moment.js';
import type { ExportColumn } from './table.js';
import { EXPORT_PAGE, walkPages } from './walk-pages.js';

type Columns = readonly (readonly [title: MessageId, looks: Pick<ExportColumn, 'kind' | 'width'>])[];
const columnsIn = (columns: Columns) => (language: Language): ExportColumn[] => columns.map(([title, looks]) => ({ title: formatMessage(language, title), ...looks }));

const sayIn = (language: Language) => (id: MessageId, values: MessageValues = {}): string => formatMessage(language, id, values);

const OUTCOMES = ['created', 'updated', 'unchanged', 'skipped'] as const;

async function* importRows({ reader, to: { language } }: ExportAsked): AsyncGenerator<ExportRow> {
  const say = sayIn(language);
  for await (const chunk of walkPages((after) => importPage(reader, { first: EXPORT_PAGE, after: placeOfKinds(after, [isInstantPart, isId]) }))) {
    for (const { fileName, kind, createdAt, createdBy, state, changes, referenceOn } of chunk) {
      yield [fileName, findMessage(language, `import.kind.${kind}`) ?? kind, momentOf(createdAt), createdBy, referenceOn, say(`import.state.${state}`), ...OUTCOMES.map((outcome) => (changes === null ? null : String(changes[outcome])))];
    }
  }
}

/** Every file that was brought, as its page lists them. */
export const IMPORTS: ExportList = {
  title: (language) => formatMessage(language, 'import.list'),
  needs: 'import.see',
  columns: columnsIn([
    ['import.column.file', { width: 40 }], ['import.column.kind', { width: 40 }], ['import.column.when', { kind: 'moment' }], ['logbook.export.who', { width: 24 }], ['import.file.referenceOn', { kind: 'day', width: 16 }], ['import.column.state', { width: 20 }],
    ...OUTCOMES.map((outcome) => [`import.count.${outcome}.name`, { width: 14 }] as const),
  ]),
  rows: importRows,
};

/** The text at fault as the page shows it: a register by its name. */
const valueIn = (category: string, value: string | null, language: Language): string | null => (category === 'other-register' ? (findMessage(language, `portals.register.${value ?? ''}`) ?? value) : value);

const DECIDED: Readonly<Record<string, MessageId>> = { repaired: 'import.repair.repaired', ignored: 'import.repair.ignored' };

/** Rows that were noticed while reading one file, in its order: what to repair there. `severity` leaves one severity. */
async function* findingRows({ reader, filter, to: { language } }: ExportAsked): AsyncGenerator<ExportRow> {
  const say = sayIn(language);
  const importId = idIn(filter, 'id');
  if (importId === undefined || (await importById(reader, importId)) === null) throw new NotFoundError('The import');
  const states = new Map((await findingGroups(reader, importId)).map(({ repairKey, state }) => [repairKey, state]));
  for await (const { findings } of importPages(reader, importId)) {
    for (const finding of findings) {
      const { category, severity, row, sheet = null, cell = null, value = null } = finding;
      if (filter['severity'] !== undefined && filter['severity'] !== severity) continue;
      const decided = DECIDED[states.get(repairKeyOf(finding)) ?? ''];
      yield [sheet, String(row), cell, say(`import.severity.${severity}`), say(`finding.${category satisfies FindingCategory}.title`), valueIn(category, value, language), messageOf(finding), decided === undefined ? null : say(decided)];
    }
  }
}

/** What the reading of one file asks, row by row, to be mended in the file itself. */
export const IMPORT_FINDINGS: ExportList = {
  title: (language) => formatMessage(language, 'import.file.findings'),
  needs: 'import.see',
  columns: columnsIn([
    ['import.file.sheet', { width: 18 }], ['import.rows.row', { width: 9 }], ['import.file.cell', { width: 9 }], ['import.file.severity', { width: 26 }], ['import.file.finding', { width: 36 }], ['import.rows.value', { kind: 'long', width: 34 }], ['import.rows.message', { kind: 'long', width: 70 }], ['import.file.decided', { width: 16 }],
  ]),
  rows: findingRows,
};
