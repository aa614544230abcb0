import type { CompanyRef } from '@ketenregie/exchange-domain';

/** Under what a company of a file is found again within that file: as whom a person chose, by its KvK number, else its RSIN, else its name. */
export function companyKey({ id, kvk, rsin, name }: CompanyRef): string {
  if (id !== undefined) return `id ${id}`;
  if (kvk !== null) return `kvk ${kvk}`;
  return rsin !== null ? `rsin ${rsin}` : `name ${name}`;
}
