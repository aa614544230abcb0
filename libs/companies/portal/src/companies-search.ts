export const COMPANY_SORTS = ['name', 'kvk-number', 'client-number'] as const;
export type CompanySort = (typeof COMPANY_SORTS)[number];

/** The search and order of the list, as they stand in the address. */
export interface CompaniesSearch {
  readonly zoek?: string;
  readonly volgorde?: CompanySort;
}

/** Reads an address; what is not understood is left out. */
export function readCompaniesSearch(search: Readonly<Record<string, unknown>>): CompaniesSearch {
  const { zoek } = search;
  const volgorde = COMPANY_SORTS.find((sort) => sort !== 'name' && sort === search['volgorde']);
  return { ...(typeof zoek === 'string' && zoek !== '' ? { zoek } : {}), ...(volgorde === undefined ? {} : { volgorde }) };
}
