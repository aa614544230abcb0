import { companyKeyOf } from '@ketenregie/companies-portal';
import type { BandSubject, PaletteCompany } from '@ketenregie/ui';
import type { PortalShellQuery } from '../generated/operations.js';

/** A company as the palette and the band know it. */
export type IndexedCompany = NonNullable<PortalShellQuery['companyIndex']['entries']>[number];

/** What the band says: one company, or how many there are in all; no number to who sees none. */
export function subjectOf(company: IndexedCompany | null, all: { readonly name: string; readonly count: number | null }): BandSubject {
  if (company === null) return { kind: 'all', ...all };
  return { kind: 'company', name: company.name, kvk: company.kvkNumber, town: company.town, clientNumber: company.clientNumber };
}

/** The companies as the palette searches them. */
export function paletteCompaniesOf(entries: readonly IndexedCompany[]): PaletteCompany[] {
  return entries.map((entry) => ({ key: companyKeyOf(entry), name: entry.name, kvk: entry.kvkNumber, clientNumber: entry.clientNumber, town: entry.town, otherNames: entry.otherNames }));
}

/** The company of an address; one with `x-` and its id is found by its id too, for it may have a number by now. */
export function companyAt(entries: readonly IndexedCompany[], key: string): IndexedCompany | null {
  return entries.find((entry) => companyKeyOf(entry) === key || `x-${entry.id}` === key) ?? null;
}
