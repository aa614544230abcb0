import type { CompanyRef } from '@ketenregie/exchange-domain';

/** Under what a company of a file is found again within that file: the one that a person said is meant, else its KvK number, its RSIN, its name. */
export function companyKey({ companyId, kvk, rsin, name }: CompanyRef): string {
  if (companyId !== undefined) return `id ${companyId}`;
  if (kvk !== null) return `kvk ${kvk}`;
  return rsin !== null ? `rsin ${rsin}` : `name ${name}`;
}
