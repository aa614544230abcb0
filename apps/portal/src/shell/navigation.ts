import type { MessageId } from '@ketenregie/messages';
import type { PaletteCommand, RailGroup, RailItem, TextOf } from '@ketenregie/ui';

/** The places of the portal. A place is shown only once its page exists. */
export const PLACES = ['today', 'access', 'portals', 'logbook', 'import', 'settings'] as const;
export type Place = (typeof PLACES)[number];

interface PlaceFacts {
  readonly label: MessageId;
  /** Its address behind the tenant; with a company open some keep it. */
  readonly path: string;
  readonly group: 'main' | 'record' | 'foot';
  readonly isPerCompany: boolean;
  readonly keys?: readonly string[];
}

const places: Readonly<Record<Place, PlaceFacts>> = {
  today: { label: 'nav.today', path: 'vandaag', group: 'main', isPerCompany: false, keys: ['G', 'V'] },
  access: { label: 'nav.access', path: 'toegang', group: 'main', isPerCompany: true, keys: ['G', 'T'] },
  portals: { label: 'nav.portals', path: 'portalen', group: 'record', isPerCompany: false },
  logbook: { label: 'nav.logbook', path: 'logboek', group: 'record', isPerCompany: false },
  import: { label: 'nav.import', path: 'import', group: 'foot', isPerCompany: false },
  settings: { label: 'nav.settings', path: 'instellingen', group: 'foot', isPerCompany: false },
};

const groupLabels = { main: undefined, record: 'nav.group.record' } as const;

export interface PlaceAddress {
  readonly tenant: string;
  /** The address part of the open company, KvK number or `x-id`; null over all companies. */
  readonly company: string | null;
}

/** The address of a place; one that exists per company keeps the company that is open. */
export function addressOf(place: Place, { tenant, company }: PlaceAddress): string {
  const { path, isPerCompany } = places[place];
  return isPerCompany && company !== null ? `/${tenant}/o/${company}/${path}` : `/${tenant}/${path}`;
}

/** Where a switch of company leads: the same section for the other company, or who can log in for it where the section has none. */
export function addressAfterSwitch(place: Place, tenant: string, company: string): string {
  return `/${tenant}/o/${company}/${places[places[place].isPerCompany ? place : 'access'].path}`;
}

/** The rail: groups and foot, with the counts that ask for action. */
export function railOf(text: TextOf, address: PlaceAddress, counts: Readonly<Partial<Record<Place, number>>>): { groups: RailGroup[]; foot: RailItem[] } {
  const itemsOf = (group: PlaceFacts['group']): RailItem[] =>
    PLACES.filter((place) => places[place].group === group).map((place) => ({ key: place, label: text(places[place].label), href: addressOf(place, address), ...(counts[place] === undefined ? {} : { count: counts[place] }) }));
  const groups = (['main', 'record'] as const).map((key) => {
    const label = groupLabels[key];
    return { key, items: itemsOf(key), ...(label === undefined ? {} : { label: text(label) }) };
  });
  return { groups, foot: itemsOf('foot') };
}

/** The places as commands of the palette. */
export function placeCommands(text: TextOf): PaletteCommand[] {
  return PLACES.map((place) => {
    const { label, keys } = places[place];
    return { key: place, label: text(label), ...(keys === undefined ? {} : { keys }) };
  });
}
