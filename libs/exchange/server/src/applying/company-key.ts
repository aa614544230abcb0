import type { CompanyRef } from '@ketenregie/exchange-domain';

/** Under what a company of a file is found again within that file: its KvK number, else its RSIN, else its name. */
export function companyKey({ kvk, rsin, name }: CompanyRef): string {
  if (kvk !== null) return `kvk ${kvk}`;
  return rsin !== null ? `rsin ${rsin}` : `name ${name}`;
}
