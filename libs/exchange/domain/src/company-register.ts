import { companyNameKey } from '@ketenregie/companies-domain';
import type { Remark } from './findings.js';
import type { CompanyRef, ReadCompany } from './reading.js';

/** What a row says of its company. */
export interface CompanyMention extends CompanyRef {
  readonly row: number;
  readonly clientNumber: string | null;
}

/** A company while the file is read; later rows add names and rows. */
export interface CompanyEntry {
  readonly id: number;
  name: string;
  /** The name as it is compared. */
  key: string;
  kvk: string | null;
  rsin: string | null;
  clientNumber: string | null;
  readonly otherNames: string[];
  readonly rows: number[];
}

/** The companies of one file, found again by KvK, then RSIN, then client number with the same name, then a name without number. */
export interface CompanyRegister {
  meet(mention: CompanyMention): { readonly company: CompanyEntry; readonly remarks: readonly Remark[] };
  companies(): ReadCompany[];
}

/** A mention with its name as it is compared, made once. */
interface Named extends CompanyMention {
  readonly key: string;
}

interface Maps {
  readonly byNumber: Map<string, CompanyEntry>;
  readonly byClient: Map<string, CompanyEntry>;
  readonly byBareName: Map<string, CompanyEntry>;
  readonly firstWithName: Map<string, CompanyEntry>;
}

const clientKey = ({ clientNumber, key }: Named): string | null => (clientNumber === null ? null : `${clientNumber}|${key}`);
const rsinKey = (rsin: string): string => `rsin:${rsin}`;

function find(maps: Maps, mention: Named): CompanyEntry | undefined {
  const { kvk, rsin } = mention;
  const byKvk = kvk !== null ? maps.byNumber.get(kvk) : undefined;
  const byRsin = rsin !== null ? maps.byNumber.get(rsinKey(rsin)) : undefined;
  if (byKvk ?? byRsin) return byKvk ?? byRsin;
  const key = clientKey(mention);
  const sameClient = key === null ? undefined : maps.byClient.get(key);
  if (sameClient && fits(sameClient, mention)) return sameClient;
  return kvk === null && rsin === null ? maps.byBareName.get(mention.key) : undefined;
}

/** Another KvK number under the same client number is another company of that client. */
function fits(entry: CompanyEntry, { kvk, rsin }: CompanyMention): boolean {
  const isSame = (known: string | null, given: string | null): boolean => known === null || given === null || known === given;
  return isSame(entry.kvk, kvk) && isSame(entry.rsin, rsin);
}

function note(maps: Maps, entry: CompanyEntry, mention: Named): void {
  entry.kvk ??= mention.kvk;
  entry.rsin ??= mention.rsin;
  entry.clientNumber ??= mention.clientNumber;
  if (entry.name === '') [entry.name, entry.key] = [mention.name, mention.key];
  if (entry.kvk !== null) maps.byNumber.set(entry.kvk, entry);
  if (entry.rsin !== null) maps.byNumber.set(rsinKey(entry.rsin), entry);
  const key = clientKey(mention);
  if (key !== null && !maps.byClient.has(key)) maps.byClient.set(key, entry);
  if (entry.kvk === null && entry.rsin === null) maps.byBareName.set(mention.key, entry);
  if (entry.rows.at(-1) !== mention.row) entry.rows.push(mention.row);
}

function nameRemarks(entry: CompanyEntry, { name, key }: Named): Remark[] {
  if (name === '' || entry.name === '' || entry.key === key) return [];
  const isNew = !entry.otherNames.some((other) => companyNameKey(other) === key);
  if (isNew) entry.otherNames.push(name);
  return [{ category: 'same-company-two-names', value: name, ...(entry.rows[0] !== undefined && { relatedRow: entry.rows[0] }) }];
}

function twinRemarks(maps: Maps, entry: CompanyEntry, { name, key, kvk }: Named): Remark[] {
  if (kvk === null || key === '') return [];
  const twin = maps.firstWithName.get(key);
  if (!twin) maps.firstWithName.set(key, entry);
  if (!twin || twin.kvk === kvk) return [];
  return [{ category: 'same-name-two-kvk', value: name, ...(twin.rows[0] !== undefined && { relatedRow: twin.rows[0] }) }];
}

function entryOf({ name, key, kvk, rsin, clientNumber }: Named, id: number): CompanyEntry {
  return { id, name, key, kvk, rsin, clientNumber, otherNames: [], rows: [] };
}

/** Starts an empty register for one file. */
export function createCompanyRegister(): CompanyRegister {
  const maps: Maps = { byNumber: new Map(), byClient: new Map(), byBareName: new Map(), firstWithName: new Map() };
  const entries: CompanyEntry[] = [];
  return {
    meet(met) {
      const mention: Named = { ...met, key: companyNameKey(met.name) };
      let company = find(maps, mention);
      if (!company) entries.push((company = entryOf(mention, entries.length)));
      const remarks = [...nameRemarks(company, mention), ...twinRemarks(maps, company, mention)];
      note(maps, company, mention);
      return { company, remarks };
    },
    companies: () => entries.map(({ name, kvk, rsin, clientNumber, otherNames, rows }) => ({ kvk, rsin, name, ...(clientNumber !== null && { clientNumber }), otherNames, rows })),
  };
}
