import { companyNameKey } from '@ketenregie/companies-domain';
import { createFindingList } from './finding-list.js';
import type { Finding } from './findings.js';
import type { CompanyRef, KnownCompany, ReadCompany } from './reading.js';

const isBare = ({ kvk, rsin }: Pick<CompanyRef, 'kvk' | 'rsin'>): boolean => kvk === null && rsin === null;
const numberOf = ({ kvk, rsin }: Pick<CompanyRef, 'kvk' | 'rsin'>): string => kvk ?? rsin ?? '';

/** How many companies with a number have each of the names, in the file and in the register together; none where the register has one without. */
function fits(names: ReadonlySet<string>, file: readonly ReadCompany[], known: readonly KnownCompany[]): ReadonlyMap<string, number> {
  const numbers = new Map<string, Set<string>>();
  const settled = new Set<string>();
  for (const company of [...file.map((one) => ({ ...one, isKnown: false })), ...known.map((one) => ({ ...one, isKnown: true }))]) {
    const key = companyNameKey(company.name);
    if (!names.has(key)) continue;
    if (!isBare(company)) numbers.set(key, (numbers.get(key) ?? new Set()).add(numberOf(company)));
    else if (company.isKnown) settled.add(key);
  }
  return new Map([...numbers].map(([key, found]) => [key, settled.has(key) ? 0 : found.size]));
}

/**
 * Findings about names without a number that fit two companies, one for each row: which is meant is for a person to say, and to make a third
 * would be a guess. A name whose client number tells it apart is none. Only known when the file was read to its end.
 */
export function ambiguousNames(file: readonly ReadCompany[], known: readonly KnownCompany[]): Finding[] {
  const bare = file.filter((company) => isBare(company) && company.clientNumber == null && company.name !== '');
  if (bare.length === 0) return [];
  const counts = fits(new Set(bare.map(({ name }) => companyNameKey(name))), file, known);
  return bare
    .filter(({ name }) => (counts.get(companyNameKey(name)) ?? 0) > 1)
    .flatMap(({ name, rows = [] }) =>
      rows.flatMap((row) => {
        const list = createFindingList({ row });
        list.add('name', [{ category: 'company-ambiguous', value: name, company: name }]);
        return list.findings;
      }),
    );
}
