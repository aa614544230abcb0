import { FINDING_SEVERITY } from '@ketenregie/exchange-domain';

/** A reading or an expectation as plain JSON. */
export type ReadingJson = Readonly<Record<string, unknown>>;
type Item = Readonly<Record<string, unknown>>;

export interface SectionScore {
  readonly f1: number;
  readonly missing: readonly string[];
  readonly extra: readonly string[];
}

const list = (value: unknown): Item[] => (Array.isArray(value) ? (value as Item[]) : []);
const join = (...parts: unknown[]): string => parts.map((part) => String(part ?? '')).join(' · ');
const lower = (value: unknown): string | undefined => (typeof value === 'string' ? value.toLowerCase() : undefined);

function companyKey(company: Item | undefined): string {
  if (company?.['kvk']) return String(company['kvk']);
  return company?.['rsin'] ? `rsin:${String(company['rsin'])}` : `name:${String(company?.['name'] ?? '')}`;
}

const names = (persons: unknown): string => (Array.isArray(persons) ? (persons as (string | { name: string })[]) : []).map((person) => (typeof person === 'string' ? person : person.name)).sort().join('|');
const services = (targets: unknown): string => list(targets).map((target) => String(target['service'] ?? target['provider'] ?? '?')).sort().join('|');

const KEYS: Readonly<Record<string, (item: Item) => string>> = {
  companies: companyKey,
  people: (p) => join(p['name'], lower(p['email']), p['initials'], p['left'] ? 'left' : ''),
  means: (m) => join(m['row'], lower(m['email']) ?? m['person'], m['level'], m['validUntil'], m['status']),
  authorisations: (a) =>
    join(a['row'], a['kind'], companyKey(a['company'] as Item), a['scope'], services(a['targets']), a['level'], names(a['persons']), a['validFrom'], a['validUntil'], a['status']),
  findings: (f) => join(f['row'], f['category']),
};

const rowsOf = (items: Item[]): Set<unknown> => new Set(items.filter((item) => item['ambiguous']).map((item) => item['row']));

function compare(section: string, expected: ReadingJson, actual: ReadingJson): SectionScore {
  const skip = new Set([...rowsOf(list(expected[section])), ...(section === 'findings' ? rowsOf(list(expected['authorisations'])) : [])]);
  const ignored = new Set<unknown>(list(expected['ignoredRows']).map((item) => item['row'] ?? item));
  const isJudged = (item: Item): boolean =>
    section !== 'findings' || (String(item['category']) in FINDING_SEVERITY && !(item['category'] === 'row-not-understood' && ignored.has(item['row'])));
  const keyOf = KEYS[section] ?? String;
  const keysOf = (items: Item[]): Set<string> => new Set(items.filter((item) => (item['row'] === undefined || !skip.has(item['row'])) && isJudged(item)).map(keyOf));
  const want = keysOf(list(expected[section]).filter((item) => !item['ambiguous']));
  const got = keysOf(list(actual[section]));
  const hits = [...want].filter((key) => got.has(key)).length;
  const f1 = want.size + got.size === 0 ? 1 : (2 * hits) / (want.size + got.size);
  return { f1, missing: [...want].filter((key) => !got.has(key)), extra: [...got].filter((key) => !want.has(key)) };
}

/**
 * Holds a reading against the reading that is expected of its file: F1 by section, entries marked ambiguous left out, findings by row and
 * category. Sections the expectation does not speak of are not judged; people only where the file itself lists them.
 */
export function scoreReading(expected: ReadingJson, actual: ReadingJson): Readonly<Record<string, SectionScore>> {
  const isJudged = (section: string): boolean => expected[section] !== undefined && !(section === 'people' && /^(?:accountant|matrix)/.test(String(expected['kind'])));
  return Object.fromEntries(Object.keys(KEYS).filter(isJudged).map((section) => [section, compare(section, expected, actual)]));
}

/** The values of the expectation's `mustNotBeStored` that stand in a reading as whole words. */
export function leaksOf(expected: ReadingJson, actual: ReadingJson): string[] {
  const text = JSON.stringify(actual);
  const secrets = (expected['mustNotBeStored'] as (string | { text?: string; value?: string })[] | undefined) ?? [];
  const values = secrets.map((secret) => (typeof secret === 'string' ? secret : (secret.text ?? secret.value ?? '')));
  return values.filter((value) => value !== '' && new RegExp(`(?<![0-9A-Za-z-])${value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![0-9A-Za-z-])`).test(text));
}
