import type { TypedDocument } from '@ketenregie/portal-kit';

/** A company as the palette and the band know it. */
export interface IndexedCompany {
  readonly id: string;
  readonly name: string;
  readonly otherNames: readonly string[];
  readonly kvkNumber: string | null;
  readonly clientNumber: string | null;
  readonly town: string | null;
}

export interface ShellAnswer {
  readonly tenant: { readonly name: string; readonly isExample: boolean };
  readonly companyIndex: { readonly totalCount: number; readonly entries: readonly IndexedCompany[] | null };
}

/** What the frame of every page needs: the office, and the companies to move between. */
export const ShellDocument: TypedDocument<ShellAnswer, Record<string, never>> = `query PortalShell {
  tenant { name isExample }
  companyIndex { totalCount entries { id name otherNames kvkNumber clientNumber town } }
}`;

/** The address part of a company: its KvK number, or `x-` and its id where it has none. */
export const companyKeyOf = ({ id, kvkNumber }: Pick<IndexedCompany, 'id' | 'kvkNumber'>): string => kvkNumber ?? `x-${id}`;
