import type { CompanyHit, CompanyIndex, PaletteCompany } from './company-search.js';
import { searchCompanies } from './company-search.js';
import { fold } from './fold.js';

/** A screen to go to or a thing to do. */
export interface PaletteCommand {
  readonly key: string;
  readonly label: string;
  /** The keys that do the same. */
  readonly keys?: readonly string[];
  /** Where one was last: it stands before all else where nothing is typed. */
  readonly isPrevious?: boolean;
}

export type PaletteItem = { readonly kind: 'company'; readonly hit: CompanyHit; readonly isPrevious: boolean } | { readonly kind: 'command'; readonly command: PaletteCommand };

export interface PaletteSource {
  readonly index: CompanyIndex;
  /** Keys of the companies visited, the last first, without the present one. */
  readonly recentKeys: readonly string[];
  readonly commands: readonly PaletteCommand[];
}

/** No more than fit without scrolling: a scrolling list under virtual focus cannot be reached by keyboard. */
export const MOST_ITEMS = 9;
const MOST_RECENT = 5;
const MOST_COMMANDS = 3;

/** The rows for what was typed, and how many companies were found in all. Nothing typed: the previous company first, so that Enter goes back to it. */
export function paletteItems(source: PaletteSource, typed: string): { readonly items: readonly PaletteItem[]; readonly found: number } {
  const query = fold(typed);
  if (query === '') {
    const recent = source.recentKeys.flatMap((key) => source.index.find((entry) => entry.company.key === key) ?? []).slice(0, MOST_RECENT);
    const previous = source.commands.filter(({ isPrevious = false }) => isPrevious);
    const others = source.commands.filter(({ isPrevious = false }) => !isPrevious);
    const companies = recent.map((entry, place) => companyItem(entry.company, entry.isNameShared, place === 0 && previous.length === 0));
    const items = [...previous.map(commandItem), ...companies, ...others.map(commandItem)];
    return { items: items.slice(0, MOST_ITEMS), found: 0 };
  }
  const hits = searchCompanies(source.index, typed);
  const commands = source.commands.filter((command) => ` ${fold(command.label)}`.includes(` ${query}`)).slice(0, MOST_COMMANDS);
  const companies = hits.slice(0, MOST_ITEMS - commands.length).map((hit) => companyItem(hit.company, hit.isNameShared, false));
  const isCompanyNamed = hits.some((hit) => fold(hit.company.name).startsWith(query));
  const isNumber = /^[\d\s.-]+$/.test(typed);
  const isCommandFirst = !isNumber && !isCompanyNamed && commands.some((command) => fold(command.label).startsWith(query));
  const screens = commands.map(commandItem);
  return { items: isCommandFirst ? [...screens, ...companies] : [...companies, ...screens], found: hits.length };
}

function companyItem(company: PaletteCompany, isNameShared: boolean, isPrevious: boolean): PaletteItem {
  return { kind: 'company', hit: { company, isNameShared }, isPrevious };
}

function commandItem(command: PaletteCommand): PaletteItem {
  return { kind: 'command', command };
}

/** A key for React and for the id of the row. */
export function keyOfItem(item: PaletteItem): string {
  return item.kind === 'company' ? `c-${item.hit.company.key}` : `s-${item.command.key}`;
}
