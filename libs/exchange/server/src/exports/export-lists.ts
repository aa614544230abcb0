import { accessPage, listFilterOf } from '@ketenregie/access-server';
import { searchWords } from '@ketenregie/companies-domain';
import { companyPage } from '@ketenregie/companies-server';
import { formatMessage } from '@ketenregie/messages';
import { placeOf } from '@ketenregie/platform/graphql';
import { dayIn, idIn, wordsIn } from './export-filter.js';
import type { ExportAsked, ExportList, ExportRow } from './export-list.js';
import { CHAINS_HEADER, DIRECT_HEADER, chainRows, directRows } from './list-of-rights.js';
import { LOGBOOK } from './list-of-the-log.js';
import { MEANS_HEADER, PEOPLE_HEADER, meansRows, peopleRows } from './list-of-people.js';
import { EXPORT_PAGE, walkPages } from './walk-pages.js';

const COMPANIES_HEADER = ['Klantnummer', 'Naam', 'KvK-nummer', 'RSIN', 'Rechtsvorm', 'Plaats', 'Verantwoordelijk partner', 'Groep'];

async function* companyRows({ reader, filter, on }: ExportAsked): AsyncGenerator<ExportRow> {
  const clientId = idIn(filter, 'clientId');
  const asked = { words: searchWords(filter['search'] ?? ''), ...(clientId !== undefined && { clientId }) };
  for await (const chunk of walkPages((after) => companyPage(reader, { filter: asked, sort: 'client-number', on, first: EXPORT_PAGE, after: placeOf(after, 2) }))) {
    for (const company of chunk) yield [company.clientNumber, company.name, company.kvkNumber, company.rsin, company.legalForm, company.town, company.accountable, company.groupName];
  }
}

const ACCESS_HEADER = ['Medewerker', 'Bedrijf', 'KvK-nummer', 'Portaal', 'Niveau', 'Gevraagd niveau', 'Kan', 'Mag', 'Status', 'Eindigt op', 'Eerste onderbreking', 'In wiens handen', 'Voor het laatst gezien', 'Mag niet omdat'];

const ANSWERS: Readonly<Record<string, string>> = { yes: 'ja', no: 'nee', unknown: 'onbekend' };
const STATUSES: Readonly<Record<string, string>> = {
  'lapsed': 'vervallen', 'level-too-low': 'niveau te laag', 'waiting-for-client': 'wacht op de klant', 'waiting-for-office': 'wacht op ons', 'unknown': 'onbekend', 'expiring': 'loopt af', 'complete': 'compleet',
};

/** Each page is answered anew for the whole list: many rows a statement, so that the time of a file grows with its rows. */
const ACCESS_PAGE = 20_000;

async function* accessRows({ reader, filter, on }: ExportAsked): AsyncGenerator<ExportRow> {
  const many = ['personIds', 'companyIds', 'clientIds', 'serviceKeys', 'providerKeys', 'statuses', 'cans', 'mays', 'levels', 'supplierKeys'].map((field) => [field, wordsIn(filter, field)] as const);
  const asked = listFilterOf({ ...Object.fromEntries(many), endsFrom: dayIn(filter, 'endsFrom') ?? null, endsBefore: dayIn(filter, 'endsBefore') ?? null });
  for await (const chunk of walkPages((after) => accessPage(reader, asked, { on, knownAt: null, page: { first: ACCESS_PAGE, after } }))) {
    for (const row of chunk) {
      yield [
        row.personName, row.companyName, row.companyKvk, row.serviceNameNl, row.level, row.requiredLevel, ANSWERS[row.can] ?? row.can, ANSWERS[row.may] ?? row.may, STATUSES[row.status] ?? row.status, row.endsOn,
        row.firstBreak === null ? null : formatMessage('nl', `answer.break.${row.firstBreak.code}`), row.firstBreak === null ? null : formatMessage('nl', `answer.hands.${row.firstBreak.inWhoseHands}`), row.seenOn, row.mayNot.map((code) => formatMessage('nl', `answer.mayNot.${code}`)).join('; ') || null,
      ];
    }
  }
}

/** The lists by their name in the address. Companies, people, means and rights have the columns that an import of the same reads. */
export const EXPORT_LISTS = {
  companies: { title: () => 'Klanten', needs: 'company.see', header: () => COMPANIES_HEADER, rows: companyRows },
  people: { title: () => 'Medewerkers', needs: 'person.see', header: () => PEOPLE_HEADER, rows: peopleRows },
  means: { title: () => 'Inlogmiddelen', needs: 'means.see', header: () => MEANS_HEADER, rows: meansRows },
  authorisations: { title: () => 'Ketenmachtigingen', needs: 'authorisation.see', header: () => CHAINS_HEADER, rows: chainRows },
  'direct-authorisations': { title: () => 'Machtigingen', needs: 'authorisation.see', header: () => DIRECT_HEADER, rows: directRows },
  access: { title: () => 'Toegang', needs: 'access.ask', header: () => ACCESS_HEADER, rows: accessRows },
  logbook: LOGBOOK,
} as const satisfies Readonly<Record<string, ExportList>>;

export type ExportName = keyof typeof EXPORT_LISTS;

/** Whether a text names a list. */
export function isExportName(text: string): text is ExportName {
  return Object.hasOwn(EXPORT_LISTS, text);
}
