import type { MessageId } from '@ketenregie/messages';
import type { PaletteCommand, RailGroup, RailItem, TextOf } from '@ketenregie/ui';

/** The places of the portal. A place is shown only once its page exists. */
export const PLACES = ['today', 'company', 'access', 'chain', 'reviews', 'people', 'portals', 'logbook', 'import', 'settings', 'ask'] as const;
export type Place = (typeof PLACES)[number];

interface PlaceFacts {
  readonly label: MessageId;
  /** Where it is called otherwise with one company open. */
  readonly labelOfOne?: MessageId;
  /** Its address over all companies, behind the tenant; null where it has none. */
  readonly all: string | null;
  /** Its address behind one company; null where it is not about one. */
  readonly one: string | null;
  /** `band`: a button of the band, not of the rail. */
  readonly group: 'main' | 'work' | 'record' | 'foot' | 'band';
  readonly keys?: readonly string[];
}

const places: Readonly<Record<Place, PlaceFacts>> = {
  today: { label: 'nav.today', all: 'vandaag', one: null, group: 'main', keys: ['G', 'V'] },
  company: { label: 'nav.companies', labelOfOne: 'nav.company', all: 'organisaties', one: '', group: 'main', keys: ['G', 'O'] },
  access: { label: 'nav.access', all: 'toegang', one: 'toegang', group: 'main', keys: ['G', 'T'] },
  chain: { label: 'nav.chain', all: null, one: 'keten', group: 'main', keys: ['G', 'K'] },
  reviews: { label: 'nav.reviews', all: 'controles', one: null, group: 'work', keys: ['G', 'C'] },
  people: { label: 'nav.people', all: 'medewerkers', one: null, group: 'work', keys: ['G', 'M'] },
  portals: { label: 'nav.portals', all: 'portalen', one: null, group: 'record', keys: ['G', 'P'] },
  logbook: { label: 'nav.logbook', all: 'logboek', one: null, group: 'record', keys: ['G', 'L'] },
  import: { label: 'nav.import', all: 'import', one: null, group: 'foot' },
  settings: { label: 'nav.settings', all: 'instellingen', one: null, group: 'foot' },
  ask: { label: 'nav.canLogIn', all: 'kan', one: 'kan', group: 'band', keys: ['G', 'I'] },
};

const groupLabels = { main: undefined, work: 'nav.group.work', record: 'nav.group.record' } as const;
const OVER_ALL = 'organisaties';

export interface PlaceAddress {
  readonly tenant: string;
  /** The address part of the open company, KvK number or `x-id`; null over all companies. */
  readonly company: string | null;
}

/** Whether a place can be gone to now: a chain is always somebody's. */
const isHere = (place: Place, company: string | null): boolean => company !== null || places[place].all !== null;

const ofCompany = (tenant: string, company: string, part: string): string => `/${tenant}/o/${company}${part === '' ? '' : `/${part}`}`;

/** The address of a place; one that exists per company keeps the company that is open. */
export function addressOf(place: Place, { tenant, company }: PlaceAddress): string {
  const { all, one } = places[place];
  return one !== null && company !== null ? ofCompany(tenant, company, one) : `/${tenant}/${all ?? OVER_ALL}`;
}

/** Where a switch of company leads: the same section for the other company, or its own page where the section has none. */
export function addressAfterSwitch(place: Place, tenant: string, company: string): string {
  return ofCompany(tenant, company, places[place].one ?? '');
}

/** The words of a place; the list of companies is one company once one is open. */
function labelOf(place: Place, company: string | null): MessageId {
  const { label, labelOfOne } = places[place];
  return company === null ? label : (labelOfOne ?? label);
}

/** The rail: groups and foot, with the counts that ask for action. */
export function railOf(text: TextOf, address: PlaceAddress, counts: Readonly<Partial<Record<Place, number>>>): { groups: RailGroup[]; foot: RailItem[] } {
  const { company } = address;
  const itemsOf = (group: PlaceFacts['group']): RailItem[] =>
    PLACES.filter((place) => places[place].group === group && isHere(place, company)).map((place) => ({ key: place, label: text(labelOf(place, company)), href: addressOf(place, address), ...(counts[place] === undefined ? {} : { count: counts[place] }) }));
  const groups = (['main', 'work', 'record'] as const).map((key) => {
    const label = groupLabels[key];
    return { key, items: itemsOf(key), ...(label === undefined ? {} : { label: text(label) }) };
  });
  return { groups, foot: itemsOf('foot') };
}

/** The places as commands of the palette and of the overview of keys. */
export function placeCommands(text: TextOf, company: string | null): PaletteCommand[] {
  return PLACES.filter((place) => isHere(place, company)).map((place) => {
    const { keys } = places[place];
    return { key: place, label: text(labelOf(place, company)), ...(keys === undefined ? {} : { keys }) };
  });
}

/** The place whose second key, after G, was pressed; null where none has it here. */
export function placeOfKey(letter: string, company: string | null): Place | null {
  return PLACES.find((place) => places[place].keys?.[1] === letter.toUpperCase() && isHere(place, company)) ?? null;
}
