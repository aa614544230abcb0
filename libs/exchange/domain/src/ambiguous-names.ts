import { companyNameKey } from '@ketenregie/companies-domain';
import type { CompanyRegister } from './company-register.js';
import { createFindingList } from './finding-list.js';
import type { Finding } from './findings.js';
import type { CompanyRef, KnownCompany, ReadCompany } from './reading.js';

const isBare = ({ kvk, rsin }: Pick<CompanyRef, 'kvk' | 'rsin'>): boolean => kvk === null && rsin === null;
const numberOf = ({ kvk, rsin }: Pick<CompanyRef, 'kvk' | 'rsin'>): string => kvk ?? rsin ?? '';

/** How many companies with a number have each of the names, in the file and in the register together; none where the register has one without. */
function fits(names: ReadonlySet<string>, file: Iterable<ReadCompany>, known: readonly KnownCompany[]): ReadonlyMap<string, number> {
  const numbers = new Map<string, Set<string>>();
  const settled = new Set<string>();
  const count = (company: CompanyRef, isKnown: boolean): void => {
    const key = companyNameKey(company.name);
    if (!names.has(key)) return;
    if (!isBare(company)) numbers.set(key, (numbers.get(key) ?? new Set()).add(numberOf(company)));
    else if (isKnown) settled.add(key);
  };
  for (const company of file) count(company, false);
  for (const company of known) count(company, true);
  return new Map([...numbers].map(([key, found]) => [key, settled.has(key) ? 0 : found.size]));
}

function* findingsOf({ name, rows = [] }: ReadCompany): Generator<Finding> {
  for (const row of rows) {
    const list = createFindingList({ row });
    list.add('name', [{ category: 'company-ambiguous', value: name, company: name }]);
    yield* list.findings;
  }
}

/**
 * Findings about names without a number that fit two companies, one for each row: which is meant is for a person to say, and to make a third
 * would be a guess. A name whose client number tells it apart is none. Only known when the file was read to its end.
 */
export function* ambiguousNames(file: CompanyRegister, known: readonly KnownCompany[]): Generator<Finding> {
  const names = new Set<string>();
  for (const { name } of file.numberless()) if (name !== '') names.add(companyNameKey(name));
  if (names.size === 0) return;
  const counts = fits(names, file.companies(), known);
  for (const company of file.numberless()) if (company.name !== '' && (counts.get(companyNameKey(company.name)) ?? 0) > 1) yield* findingsOf(company);
}
