import { searchWords } from '@ketenregie/companies-domain';
import { companyPage } from '@ketenregie/companies-server';
import { placeOf } from '@ketenregie/platform/graphql';
import { idIn } from './export-filter.js';
import type { ExportAsked, ExportList, ExportRow } from './export-list.js';
import { ACCESS } from './list-of-access.js';
import { IMPORTS, IMPORT_FINDINGS } from './list-of-imports.js';
import { MEANS_COLUMNS, PEOPLE_COLUMNS, meansRows, peopleRows } from './list-of-people.js';
import { CHAINS_COLUMNS, DIRECT_COLUMNS, chainRows, directRows } from './list-of-rights.js';
import { SERVICES } from './list-of-services.js';
import { TASKS } from './list-of-tasks.js';
import { LOGBOOK } from './list-of-the-log.js';
import type { ExportColumn } from './table.js';
import { EXPORT_PAGE, walkPages } from './walk-pages.js';

const COMPANIES_COLUMNS: readonly ExportColumn[] = [
  { title: 'Klantnummer', width: 14 }, { title: 'Naam', width: 40 }, { title: 'KvK-nummer', width: 13 }, { title: 'RSIN', width: 12 }, { title: 'Rechtsvorm', width: 26 }, { title: 'Plaats', width: 20 }, { title: 'Verantwoordelijk partner', width: 27 }, { title: 'Groep', width: 24 },
];

async function* companyRows({ reader, filter, on }: ExportAsked): AsyncGenerator<ExportRow> {
  const clientId = idIn(filter, 'clientId');
  const asked = { words: searchWords(filter['search'] ?? ''), ...(clientId !== undefined && { clientId }) };
  for await (const chunk of walkPages((after) => companyPage(reader, { filter: asked, sort: 'client-number', on, first: EXPORT_PAGE, after: placeOf(after, 2) }))) {
    for (const company of chunk) yield [company.clientNumber, company.name, company.kvkNumber, company.rsin, company.legalForm, company.town, company.accountable, company.groupName];
  }
}

/** The lists by their name in the address. Companies, people, means and rights have the columns that an import of the same reads. */
export const EXPORT_LISTS = {
  companies: { title: () => 'Klanten', needs: 'company.see', columns: () => COMPANIES_COLUMNS, rows: companyRows },
  people: { title: () => 'Medewerkers', needs: 'person.see', columns: () => PEOPLE_COLUMNS, rows: peopleRows },
  means: { title: () => 'Inlogmiddelen', needs: 'means.see', columns: () => MEANS_COLUMNS, rows: meansRows },
  authorisations: { title: () => 'Ketenmachtigingen', needs: 'authorisation.see', columns: () => CHAINS_COLUMNS, rows: chainRows },
  'direct-authorisations': { title: () => 'Machtigingen', needs: 'authorisation.see', columns: () => DIRECT_COLUMNS, rows: directRows },
  access: ACCESS,
  tasks: TASKS,
  services: SERVICES,
  imports: IMPORTS,
  'import-findings': IMPORT_FINDINGS,
  logbook: LOGBOOK,
} as const satisfies Readonly<Record<string, ExportList>>;

export type ExportName = keyof typeof EXPORT_LISTS;

/** Whether a text names a list. */
export function isExportName(text: string): text is ExportName {
  return Object.hasOwn(EXPORT_LISTS, text);
}
