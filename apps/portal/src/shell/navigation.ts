import type { MessageId } from '@ketenregie/messages';
import type { PaletteCommand, RailGroup, RailItem, TextOf } from '@ketenregie/ui';

/** The places of the portal. A place is shown only once its page exists. */
export const PLACES = ['today', 'own', 'company', 'access', 'chain', 'reviews', 'people', 'portals', 'logbook', 'import', 'settings', 'ask'] as const;
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
  /** What a viewer must be allowed to have something here (docs/roles.md). */
  readonly asks: string;
  /** Out of the rail of who may this: he has more to do than this, and finds it by Ctrl-K. */
  readonly railUnless?: string;
}

const places: Readonly<Record<Place, PlaceFacts>> = {
  today: { label: 'nav.today', all: 'vandaag', one: null, group: 'main', keys: ['G', 'V'], asks: 'task.see' },
  own: { label: 'nav.own', all: 'mijn', one: null, group: 'main', asks: 'own.see', railUnless: 'task.see' },
  company: { label: 'nav.companies', labelOfOne: 'nav.company', all: 'organisaties', one: '', group: 'main', keys: ['G', 'O'], asks: 'company.see' },
  access: { label: 'nav.access', all: 'toegang', one: 'toegang', group: 'main', keys: ['G', 'T'], asks: 'access.ask' },
  chain: { label: 'nav.chain', all: null, one: 'keten', group: 'main', keys: ['G', 'K'], asks: 'authorisation.see' },
  reviews: { label: 'nav.reviews', all: 'controles', one: null, group: 'work', keys: ['G', 'C'], asks: 'review.see' },
  people: { label: 'nav.people', all: 'medewerkers', one: null, group: 'work', keys: ['G', 'M'], asks: 'person.see' },
  portals: { label: 'nav.portals', all: 'portalen', one: null, group: 'record', keys: ['G', 'P'], asks: 'catalogue.see' },
  logbook: { label: 'nav.logbook', all: 'logboek', one: null, group: 'record', keys: ['G', 'L'], asks: 'log.see' },
  import: { label: 'nav.import', all: 'import', one: null, group: 'foot', asks: 'import.see' },
  settings: { label: 'nav.settings', all: 'instellingen', one: null, group: 'foot', asks: 'tenant.see' },
  ask: { label: 'nav.canLogIn', all: 'kan', one: 'kan', group: 'band', keys: ['G', 'I'], asks: 'access.ask' },
};

const groupLabels = { main: undefined, work: 'nav.group.work', record: 'nav.group.record' } as const;
const OVER_ALL = 'organisaties';

export interface PlaceAddress {
  readonly tenant: string;
  /** The address part of the open company, KvK number or `x-id`; null over all companies. */
  readonly company: string | null;
}

/** What the viewer may do; null while that is not known. */
export type ViewerCan = readonly string[] | null;

/** Whether the viewer has something to see at a place. */
export const mayOpen = (place: Place, can: ViewerCan): boolean => can === null || can.includes(places[place].asks);

/** Where a viewer begins who may not see today: the first place that is his. */
export const firstPlace = (can: ViewerCan): Place => PLACES.find((place) => places[place].all !== null && mayOpen(place, can)) ?? 'settings';

/** Where somebody goes, and what he may. */
export interface Standing {
  readonly company: string | null;
  readonly can: ViewerCan;
}

/** Whether a place can be gone to now: a chain is always somebody's. */
const isHere = (place: Place, { company, can }: Standing): boolean => (company !== null || places[place].all !== null) && mayOpen(place, can);

/** Whether a place stands in the rail; while it is not known what the viewer may, as for most. */
const isInRail = (place: Place, can: ViewerCan): boolean => {
  const { railUnless } = places[place];
  return railUnless === undefined || (can !== null && !can.includes(railUnless));
};

const ofCompany = (tenant: string, company: string, part: string): string => `/${tenant}/o/${company}${part === '' ? '' : `/${part}`}`;

/** The address of a place; one that exists per company keeps the company that is open. */
export function addressOf(place: Place, { tenant, company }: PlaceAddress): string {
  const { all, one } = places[place];
  return one !== null && company !== null ? ofCompany(tenant, company, one) : `/${tenant}/${all ?? OVER_ALL}`;
}

/** What of an address is not about one company, and stays on a switch: the form of a list, and the question but for whom it is. */
const KEPT: Readonly<Partial<Record<Place, readonly string[]>>> = { access: ['vorm'], ask: ['wie', 'bij', 'op', 'bekend'] };

export type AddressSearch = Readonly<Record<string, unknown>>;

/** Where a switch of company leads: the same section for the other company, or its own page where the section has none. */
export function addressAfterSwitch(place: Place, { tenant, company }: { readonly tenant: string; readonly company: string }, search: AddressSearch = {}): string {
  const kept = (KEPT[place] ?? []).flatMap((key) => (typeof search[key] === 'string' ? [[key, search[key]]] : []));
  const query = new URLSearchParams(kept).toString();
  return `${ofCompany(tenant, company, places[place].one ?? '')}${query === '' ? '' : `?${query}`}`;
}

/** Where a switch of office or group leads: to the same section there, of the company that was left open there, if one was. */
export function addressInTenant(place: Place, { tenant, company }: PlaceAddress): string {
  return company === null ? addressOf(place, { tenant, company }) : addressAfterSwitch(place, { tenant, company });
}

/** The words of a place; the list of companies is one company once one is open. */
export function labelOf(place: Place, company: string | null): MessageId {
  const { label, labelOfOne } = places[place];
  return company === null ? label : (labelOfOne ?? label);
}

/** The rail: groups and foot, with the counts that ask for action. */
export function railOf(text: TextOf, address: PlaceAddress & Standing, counts: Readonly<Partial<Record<Place, number>>>): { groups: RailGroup[]; foot: RailItem[] } {
  const { company } = address;
  const itemsOf = (group: PlaceFacts['group']): RailItem[] =>
    PLACES.filter((place) => places[place].group === group && isHere(place, address) && isInRail(place, address.can)).map((place) => ({ key: place, label: text(labelOf(place, company)), href: addressOf(place, address), ...(counts[place] === undefined ? {} : { count: counts[place] }) }));
  const groups = (['main', 'work', 'record'] as const).map((key) => {
    const label = groupLabels[key];
    return { key, items: itemsOf(key), ...(label === undefined ? {} : { label: text(label) }) };
  });
  return { groups: groups.filter(({ items }) => items.length > 0), foot: itemsOf('foot') };
}

/** The places as commands of the palette and of the overview of keys. */
export function placeCommands(text: TextOf, standing: Standing): PaletteCommand[] {
  return PLACES.filter((place) => isHere(place, standing)).map((place) => {
    const { keys } = places[place];
    return { key: place, label: text(labelOf(place, standing.company)), ...(keys === undefined ? {} : { keys }) };
  });
}

/** The place whose second key, after G, was pressed; null where none has it here. */
export function placeOfKey(letter: string, standing: Standing): Place | null {
  return PLACES.find((place) => places[place].keys?.[1] === letter.toUpperCase() && isHere(place, standing)) ?? null;
}
