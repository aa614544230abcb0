import { searchWords } from '@ketenregie/companies-domain';
import { type PeopleFilter, type PersonRecord, meansByPerson, peoplePage } from '@ketenregie/people-server';
import { placeOf } from '@ketenregie/platform/graphql';
import type { ExportAsked, ExportRow } from './export-list.js';
import { portalNames } from './portal-names.js';
import { MEANS_WORDS } from './state-words.js';
import { EXPORT_PAGE, walkPages } from './walk-pages.js';

function peopleInFull({ reader, filter, on }: ExportAsked): AsyncGenerator<readonly PersonRecord[]> {
  const { service } = filter;
  const asked: PeopleFilter = { words: searchWords(filter['search'] ?? ''), ...(service === 'in' || service === 'left' ? { service } : {}) };
  return walkPages((after) => peoplePage(reader, { filter: asked, on, first: EXPORT_PAGE, after: placeOf(after, 2) }));
}

export const PEOPLE_HEADER = ['Naam', 'E-mail', 'Initialen', 'Functie', 'In dienst vanaf', 'In dienst tot'];

/** People as a staff list has them. */
export async function* peopleRows(asked: ExportAsked): AsyncGenerator<ExportRow> {
  for await (const chunk of peopleInFull(asked)) for (const person of chunk) yield [person.fullName, person.email, person.initials, person.jobTitle, person.inServiceFrom, person.inServiceUntil];
}

export const MEANS_HEADER = ['Gebruikersnummer', 'Naam', 'E-mail', 'Token type', 'Niveau', 'Status', 'Afgegeven op', 'Geldig tot', 'Laatst gebruikt', 'Leverancier'];

/** Login means as a supplier's overview has them; `supplierKey` gives those of one supplier, as an import takes them. */
export async function* meansRows(asked: ExportAsked): AsyncGenerator<ExportRow> {
  const names = portalNames();
  const { supplierKey } = asked.filter;
  for await (const chunk of peopleInFull(asked)) {
    const means = await meansByPerson(asked.reader, chunk.map(({ id }) => id), { on: asked.on });
    for (const person of chunk) {
      for (const one of means.get(person.id) ?? []) {
        if (supplierKey !== undefined && one.supplierKey !== supplierKey) continue;
        const { level, state, issuedOn, endsOn, lastUsedOn } = one;
        yield [one.supplierReference, person.fullName, person.email, one.method?.toUpperCase() ?? null, level, MEANS_WORDS[state as keyof typeof MEANS_WORDS], issuedOn, endsOn, lastUsedOn, names.supplierName(one.supplierKey)];
      }
    }
  }
}
