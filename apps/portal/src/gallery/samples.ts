import type { Examples } from '@ketenregie/portal-kit';
import type { Level, PaletteCompany, StatusKind, Week } from '@ketenregie/ui';

/** Invented rows for the gallery; no name or number belongs to anyone. */
export interface SampleRow {
  readonly id: string;
  readonly company: string;
  readonly provider: string;
  readonly service: string;
  readonly level: Level;
  readonly needed: Level | null;
  readonly person: string;
  readonly endsOn: string | null;
  readonly status: StatusKind;
  readonly days: number;
  readonly seenOn: string | null;
  readonly seenBy: string | null;
  readonly isStale: boolean;
}

const NAMES = ['Bakker Transport', 'Van der Meer Vastgoed', 'Café ’t Hoekje', 'De Wit Agro', 'Stichting Blom Zorg', 'Hoekstra Media', 'Kok Installatie', 'Özdemir Horeca', 'Prins Advies', 'Jansen Schilderwerken', 'Visser Beheer Almere', 'Peeters Pensioen'];
const FORMS = ['B.V.', 'V.O.F.', 'N.V.', 'B.V.'];
const TOWNS = ['Zwolle', 'Groningen', 'Almere', 'Assen', 'Meppel', 'Utrecht'];
const SERVICES = [
  ['UWV', 'Werkgeversportaal'],
  ['Belastingdienst', 'Loonheffingen'],
  ['RVO', 'Mijn RVO'],
  ['KVK', 'Deponeren jaarrekening'],
  ['DUO', 'Zakelijk portaal'],
] as const;
const PEOPLE = ['Sanne de Boer', 'Daan Visser', 'Iris Kuipers', 'Mehmet Smit', 'Femke Dekker'];
const STATUSES: readonly StatusKind[] = ['ended', 'can-may-not', 'ending', 'level-too-low', 'active', 'active', 'requested', 'active', 'revoke-unconfirmed', 'waiting-client', 'not-checked', 'revoked'];
const pick = <Value>(list: readonly Value[], place: number): Value => list[place % list.length] as Value;
const day = (place: number) => `${String(2026 + (place % 3))}-${String((place % 12) + 1).padStart(2, '0')}-${String((place % 27) + 1).padStart(2, '0')}`;

/** As many invented rows as asked. */
export function sampleRows(count: number): SampleRow[] {
  return Array.from({ length: count }, (_, place) => {
    const [provider, service] = pick(SERVICES, place * 7 + 1);
    const status = pick(STATUSES, place);
    return {
      id: `r${String(place)}`,
      company: `${pick(NAMES, place * 5)} ${pick(FORMS, place)}`,
      provider,
      service,
      level: status === 'level-too-low' ? 'EH2+' : pick(['EH3', 'EH3', 'EH4', 'EH2+'] as const, place),
      needed: status === 'level-too-low' ? 'EH3' : null,
      person: pick(PEOPLE, place * 3),
      endsOn: place % 9 === 8 ? null : day(place * 11 + 2),
      status,
      days: (place % 30) + 1,
      seenOn: place % 4 === 3 ? null : day(place * 5 + 1).replace('2028', '2025').replace('2027', '2026'),
      seenBy: place % 4 === 3 ? null : pick(['Ilse', 'Sanne', 'Daan'], place),
      isStale: place % 5 === 2,
    };
  });
}

/** As many invented companies as asked; two of them share a name. */
export function sampleCompanies(count: number): PaletteCompany[] {
  return Array.from({ length: count }, (_, place) => ({
    key: `9000${String(place).padStart(4, '0')}`,
    name: place < 2 ? 'Van der Meer Bouw B.V.' : `${pick(NAMES, place * 7)} ${place > 40 ? String(place) : ''} ${pick(FORMS, place)}`.replaceAll('  ', ' '),
    kvk: `9000${String(place).padStart(4, '0')}`,
    clientNumber: `K${String(1000 + place)}`,
    town: pick(TOWNS, place * 5),
    ...(place % 6 === 1 ? { open: (place % 5) + 1 } : {}),
  }));
}

const TOTALS = [4, 9, 2, 6, 3, 11, 1, 0, 5, 2, 7, 3, 2];

/** Thirteen weeks from 23 November 2026. */
export function sampleWeeks(): Week[] {
  return TOTALS.map((total, place) => {
    const monday = new Date(Date.UTC(2026, 10, 23 + place * 7)).toISOString().slice(0, 10);
    return { week: place < 6 ? 48 + place : place - 5, startsOn: monday, total, urgent: place === 0 ? 4 : place === 1 ? 6 : place === 2 ? 1 : 0 };
  });
}

/** What a demonstration offers at its door. */
export const DEMO_EXAMPLES: Examples = {
  password: 'voorbeeld',
  accounts: [
    { email: 'sanne@noorderlicht.example', name: 'Sanne Wiersma', places: [{ tenant: 'Kantoor Noorderlicht', roles: ['office-administrator'], clients: null }] },
    { email: 'tom@noorderlicht.example', name: 'Tom Brandsma', places: [{ tenant: 'Kantoor Noorderlicht', roles: ['employee'], clients: 0 }] },
    { email: 'karin@vandermeer.example', name: 'Karin van der Meer', places: [{ tenant: 'Van der Meer Holding', roles: ['owner'], clients: null }] },
  ],
};
