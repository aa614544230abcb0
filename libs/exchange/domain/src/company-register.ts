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

interface Maps {
  readonly byNumber: Map<string, CompanyEntry>;
  readonly byClient: Map<string, CompanyEntry>;
  readonly byBareName: Map<string, CompanyEntry>;
  readonly firstWithName: Map<string, CompanyEntry>;
}

const clientKey = (mention: CompanyMention): string | null => (mention.clientNumber === null ? null : `${mention.clientNumber}|${companyNameKey(mention.name)}`);

function find(maps: Maps, mention: CompanyMention): CompanyEntry | undefined {
  const { kvk, rsin } = mention;
  const byKvk = kvk !== null ? maps.byNumber.get(`kvk:${kvk}`) : undefined;
  const byRsin = rsin !== null ? maps.byNumber.get(`rsin:${rsin}`) : undefined;
  if (byKvk ?? byRsin) return byKvk ?? byRsin;
  const key = clientKey(mention);
  const sameClient = key === null ? undefined : maps.byClient.get(key);
  if (sameClient && fits(sameClient, mention)) return sameClient;
  return kvk === null && rsin === null ? maps.byBareName.get(companyNameKey(mention.name)) : undefined;
}

/** Another KvK number under the same client number is another company of that client. */
function fits(entry: CompanyEntry, { kvk, rsin }: CompanyMention): boolean {
  const isSame = (known: string | null, given: string | null): boolean => known === null || given === null || known === given;
  return isSame(entry.kvk, kvk) && isSame(entry.rsin, rsin);
}

function note(maps: Maps, entry: CompanyEntry, mention: CompanyMention): void {
  entry.kvk ??= mention.kvk;
  entry.rsin ??= mention.rsin;
  entry.clientNumber ??= mention.clientNumber;
  if (entry.name === '') entry.name = mention.name;
  if (entry.kvk !== null) maps.byNumber.set(`kvk:${entry.kvk}`, entry);
  if (entry.rsin !== null) maps.byNumber.set(`rsin:${entry.rsin}`, entry);
  const key = clientKey(mention);
  if (key !== null && !maps.byClient.has(key)) maps.byClient.set(key, entry);
  if (entry.kvk === null && entry.rsin === null) maps.byBareName.set(companyNameKey(mention.name), entry);
  if (entry.rows.at(-1) !== mention.row) entry.rows.push(mention.row);
}

function nameRemarks(entry: CompanyEntry, { name }: CompanyMention): Remark[] {
  const isSame = name === '' || entry.name === '' || companyNameKey(entry.name) === companyNameKey(name);
  if (isSame) return [];
  const isNew = !entry.otherNames.some((other) => companyNameKey(other) === companyNameKey(name));
  if (isNew) entry.otherNames.push(name);
  return [{ category: 'same-company-two-names', value: name, ...(entry.rows[0] !== undefined && { relatedRow: entry.rows[0] }) }];
}

function twinRemarks(maps: Maps, entry: CompanyEntry, { name, kvk }: CompanyMention): Remark[] {
  const key = companyNameKey(name);
  if (kvk === null || key === '') return [];
  const twin = maps.firstWithName.get(key);
  if (!twin) maps.firstWithName.set(key, entry);
  if (!twin || twin.kvk === kvk) return [];
  return [{ category: 'same-name-two-kvk', value: name, ...(twin.rows[0] !== undefined && { relatedRow: twin.rows[0] }) }];
}

/** Starts an empty register for one file. */
export function createCompanyRegister(): CompanyRegister {
  const maps: Maps = { byNumber: new Map(), byClient: new Map(), byBareName: new Map(), firstWithName: new Map() };
  const entries: CompanyEntry[] = [];
  return {
    meet(mention) {
      let company = find(maps, mention);
      if (!company) {
        company = { id: entries.length, name: mention.name, kvk: mention.kvk, rsin: mention.rsin, clientNumber: mention.clientNumber, otherNames: [], rows: [] };
        entries.push(company);
      }
      const remarks = [...nameRemarks(company, mention), ...twinRemarks(maps, company, mention)];
      note(maps, company, mention);
      return { company, remarks };
    },
    companies: () => entries.map(({ name, kvk, rsin, clientNumber, otherNames, rows }) => ({ kvk, rsin, name, ...(clientNumber !== null && { clientNumber }), otherNames, rows })),
  };
}
