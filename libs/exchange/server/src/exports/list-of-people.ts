import { searchWords } from '@ketenregie/companies-domain';
import { type PeopleFilter, type PersonRecord, meansByPerson, peoplePage } from '@ketenregie/people-server';
import { placeOf } from '@ketenregie/platform/graphql';
import type { ExportAsked, ExportRow } from './export-list.js';
import { portalNames } from './portal-names.js';
import { MEANS_WORDS } from './state-words.js';
import type { ExportColumn } from './table.js';
import { EXPORT_PAGE, walkPages } from './walk-pages.js';

function peopleInFull({ reader, filter, on }: ExportAsked): AsyncGenerator<readonly PersonRecord[]> {
  const { service } = filter;
  const asked: PeopleFilter = { words: searchWords(filter['search'] ?? ''), ...(service === 'in' || service === 'left' ? { service } : {}) };
  return walkPages((after) => peoplePage(reader, { filter: asked, on, first: EXPORT_PAGE, after: placeOf(after, 2) }));
}

export const PEOPLE_COLUMNS: readonly ExportColumn[] = [
  { title: 'Naam', width: 30 }, { title: 'E-mail', width: 36 }, { title: 'Initialen', width: 11 }, { title: 'Functie', width: 32 }, { title: 'In dienst vanaf', kind: 'day', width: 17 }, { title: 'In dienst tot', kind: 'day', width: 17 },
];

/** People as a staff list has them. */
export async function* peopleRows(asked: ExportAsked): AsyncGenerator<ExportRow> {
  for await (const chunk of peopleInFull(asked)) for (const person of chunk) yield [person.fullName, person.email, person.initials, person.jobTitle, person.inServiceFrom, person.inServiceUntil];
}

export const MEANS_COLUMNS: readonly ExportColumn[] = [
  { title: 'Gebruikersnummer' }, { title: 'Naam', width: 28 }, { title: 'E-mail', width: 34 }, { title: 'Token type', width: 14 }, { title: 'Niveau', width: 10 }, { title: 'Status', width: 14 },
  { title: 'Afgegeven op', kind: 'day', width: 16 }, { title: 'Geldig tot', kind: 'day', width: 15 }, { title: 'Laatst gebruikt', kind: 'day', width: 18 }, { title: 'Leverancier', width: 18 },
];

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
