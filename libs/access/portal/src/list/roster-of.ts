import type { AccessRow } from './access-columns.js';

/** People against portals: the answer where they meet, nothing where there is no path. */
export interface Roster {
  readonly services: readonly { readonly key: string; readonly nameNl: string; readonly nameEn: string }[];
  readonly people: readonly { readonly id: string; readonly name: string; readonly cells: ReadonlyMap<string, AccessRow> }[];
}

const collator = new Intl.Collator('nl', { sensitivity: 'base' });

/** The roster of the answers of one company, people and portals by name. */
export function rosterOf(rows: readonly AccessRow[], language: 'nl' | 'en'): Roster {
  const services = new Map(rows.map((row) => [row.serviceKey, { key: row.serviceKey, nameNl: row.serviceNameNl, nameEn: row.serviceNameEn }]));
  const people = new Map<string, { id: string; name: string; cells: Map<string, AccessRow> }>();
  for (const row of rows) {
    const person = people.get(row.personId) ?? { id: row.personId, name: row.personName, cells: new Map<string, AccessRow>() };
    person.cells.set(row.serviceKey, row);
    people.set(row.personId, person);
  }
  const nameOf = (service: Roster['services'][number]) => (language === 'nl' ? service.nameNl : service.nameEn);
  return {
    services: [...services.values()].sort((a, b) => collator.compare(nameOf(a), nameOf(b))),
    people: [...people.values()].sort((a, b) => collator.compare(a.name, b.name)),
  };
}
