import type { CatalogueMatcher, ServiceSuggester } from '@ketenregie/catalogue-domain';
import { createCatalogueMatcher, createServiceSuggester } from '@ketenregie/catalogue-domain';
import { companyNameKey } from '@ketenregie/companies-domain';
import { CompanyRegister } from './company-register.js';
import { saysSoleTrader } from './citizen-number.js';
import type { DuplicateFinder } from './duplicates.js';
import { createDuplicateFinder } from './duplicates.js';
import type { KnownPerson, PersonDirectory } from './person-directory.js';
import { createPersonDirectory } from './person-directory.js';
import type { KnownCompany, ReadingContext } from './reading.js';
import { remember } from './remember.js';
import type { ReadCellTexts } from './read-cell-texts.js';
import { readCellTexts } from './read-cell-texts.js';

/** What one file's readers share, over all its sheets: the matcher, the persons, and what was met so far. */
export interface ReadingState {
  readonly context: ReadingContext;
  readonly matcher: CatalogueMatcher;
  readonly suggest: ServiceSuggester;
  readonly directory: PersonDirectory;
  readonly register: CompanyRegister;
  readonly findDuplicate: DuplicateFinder;
  /** What a text in a cell says, remembered: columns repeat their texts. */
  readonly read: ReadCellTexts;
  /** The register's own company with this KvK number. */
  knownCompany(kvk: string): KnownCompany | null;
  /** The KvK number of the one company that the register has under a name; null for none, or several. */
  numberOf(name: string): string | null;
  /** Whether the register knows a company of this name as a sole trader. */
  isKnownSoleTrader(name: string): boolean;
}

/** By name as it is compared; null where two companies have it. */
function numbersByName(companies: readonly KnownCompany[]): ReadonlyMap<string, string | null> {
  const numbers = new Map<string, string | null>();
  for (const { kvk, name } of companies) {
    const key = companyNameKey(name);
    numbers.set(key, numbers.has(key) ? null : kvk);
  }
  return numbers;
}

/** A list names the same portals and suppliers over and over. */
function rememberingMatcher({ catalogue }: ReadingContext): CatalogueMatcher {
  const matcher = createCatalogueMatcher(catalogue);
  return { ...matcher, matchPortal: remember(matcher.matchPortal), matchSupplier: remember(matcher.matchSupplier) };
}

/** Starts the reading of one file, with the persons of its own legend. */
export function createReadingState(context: ReadingContext, legend: readonly KnownPerson[] = []): ReadingState {
  const companies = context.knownCompanies ?? [];
  const byKvk = new Map(companies.flatMap((company) => (company.kvk === null ? [] : [[company.kvk, company] as const])));
  const numbers = numbersByName(companies);
  const soleTraders = new Set(companies.filter((company) => saysSoleTrader(company.legalForm ?? '')).map((company) => companyNameKey(company.name)));
  const matcher = rememberingMatcher(context);
  const suggest = createServiceSuggester(context.catalogue);
  const directory = createPersonDirectory(legend, context.knownPeople ?? []);
  return {
    context,
    matcher,
    suggest,
    directory,
    read: readCellTexts({ matcher, suggest, directory }),
    register: new CompanyRegister(),
    findDuplicate: createDuplicateFinder(),
    numberOf: (name) => numbers.get(companyNameKey(name)) ?? null,
    knownCompany: (kvk) => byKvk.get(kvk) ?? null,
    isKnownSoleTrader: (name) => soleTraders.size > 0 && soleTraders.has(companyNameKey(name)),
  };
}
