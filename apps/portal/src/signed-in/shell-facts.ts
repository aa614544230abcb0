import { companyKeyOf } from '@ketenregie/companies-portal';
import type { BandSubject, PaletteCompany } from '@ketenregie/ui';
import type { PortalShellQuery } from '../generated/operations.js';

/** A company as the palette and the band know it. */
export type IndexedCompany = NonNullable<PortalShellQuery['companyIndex']['entries']>[number];

interface Opened {
  readonly company: IndexedCompany | null;
  /** The address part of the company that is open, known or not yet; null over all. */
  readonly openKey: string | null;
  /** Visited before in this tab. */
  readonly recent: readonly IndexedCompany[];
}

/** What the band says: one company, or how many there are in all; no number to who sees none (null), nor before it is known. A company that is not known yet is called by its number: the band never says "all" over the page of one. */
export function bandSubjectOf({ company, openKey, recent }: Opened, all: { readonly name: string; readonly count: number | null | undefined }): BandSubject {
  if (openKey === null) return { kind: 'all', name: all.name, ...(all.count === undefined ? {} : { count: all.count }) };
  const known = company ?? recent.find((entry) => companyKeyOf(entry) === openKey);
  if (known === undefined) return { kind: 'opening', kvk: openKey.startsWith('x-') ? null : openKey };
  return { kind: 'company', name: known.name, kvk: known.kvkNumber, town: known.town, clientNumber: known.clientNumber };
}

/** The companies as the palette searches them. */
export function paletteCompaniesOf(entries: readonly IndexedCompany[]): PaletteCompany[] {
  return entries.map((entry) => ({ key: companyKeyOf(entry), name: entry.name, kvk: entry.kvkNumber, clientNumber: entry.clientNumber, town: entry.town, otherNames: entry.otherNames }));
}

/** The company of an address; one with `x-` and its id is found by its id too, for it may have a number by now. */
export function companyAt(entries: readonly IndexedCompany[], key: string): IndexedCompany | null {
  return entries.find((entry) => companyKeyOf(entry) === key || `x-${entry.id}` === key) ?? null;
}
