import { CompanyNames } from './compact/company-names.js';
import { CompanyNumbers } from './compact/company-numbers.js';
import { IntList } from './compact/int-list.js';
import { PairTable } from './compact/pair-table.js';
import { RowLists } from './compact/row-lists.js';
import { TextTable } from './compact/text-table.js';
import type { Remark } from './findings.js';
import type { CompanyRef, ReadCompany } from './reading.js';

/** What a row says of its company. */
export interface CompanyMention extends CompanyRef {
  readonly row: number;
  readonly clientNumber: string | null;
}

/** A company as it is known while the file is read; later rows add names, numbers and rows. */
export interface CompanyEntry extends CompanyRef {
  readonly id: number;
}

export interface Met {
  readonly company: CompanyEntry;
  readonly remarks: readonly Remark[];
}

/** A mention, with what its name and client number go by. */
interface Named {
  readonly mention: CompanyMention;
  /** Of its name as it is compared. */
  readonly key: number;
  /** The name is written as that of the company it belongs to. */
  readonly isAsKept: boolean;
  /** Of its client number; -1 without one. */
  readonly client: number;
}

const NONE = -1;
const NO_REMARKS: readonly Remark[] = [];
const NO_NAMES: readonly string[] = [];
const fits = (known: string | null, given: string | null): boolean => known === null || given === null || known === given;

/**
 * The companies of one file, found again by KvK, then RSIN, then client number with the same name, then a name without number. Kept as numbers
 * and bytes: a file may name a quarter of a million.
 */
export class CompanyRegister {
  private readonly names = new CompanyNames();
  private readonly numbers = new CompanyNumbers();
  private readonly clients = new TextTable();
  private readonly clientNames = new PairTable();
  private readonly clientOwners = new IntList();
  private readonly rows = new RowLists();
  /** By company: the number of its name, and of its client number. */
  private readonly nameOf = new IntList();
  private readonly clientOf = new IntList();
  private readonly others = new Map<number, Map<number, string>>();

  /** Finds or notes the company of a row, and says where its name and number do not go with what stands above. */
  meet(mention: CompanyMention): Met {
    const byNumber = this.withNumber(mention);
    const named = this.named(mention, byNumber);
    const found = byNumber === NONE ? this.find(named) : byNumber;
    const id = found === NONE ? this.add(named) : found;
    const other = this.otherName(id, named);
    const twin = this.twin(id, named);
    this.note(id, named);
    return { company: this.entryOf(id, mention), remarks: other === null && twin === null ? NO_REMARKS : [other, twin].filter((remark) => remark !== null) };
  }

  /** The company that an earlier row named, where a row belongs to it without saying so. */
  goOn(id: number, row: number): CompanyEntry {
    this.rows.add(id, row);
    return this.entryOf(id);
  }

  /** In the order in which they were met, each made when it is asked for. */
  *companies(): Generator<ReadCompany> {
    for (let id = 0; id < this.nameOf.length; id += 1) yield this.companyOf(id);
  }

  /** Those of them that have neither a number nor a client number. */
  *numberless(): Generator<ReadCompany> {
    for (let id = 0; id < this.nameOf.length; id += 1) if (!this.numbers.has(id) && this.clientOf.at(id) === NONE) yield this.companyOf(id);
  }

  private companyOf(id: number): ReadCompany {
    const { name, kvk, rsin } = this.entryOf(id);
    const others = this.others.get(id);
    const otherNames = others === undefined ? NO_NAMES : [...others.values()];
    const rows = this.rows.listOf(id);
    const client = this.clientOf.at(id);
    // Written out: a copy to which a field is added is slow to make and slower to read, and a file has a quarter of a million.
    return client === NONE ? { kvk, rsin, name, otherNames, rows } : { kvk, rsin, name, otherNames, rows, clientNumber: this.clients.textOf(client) };
  }

  private withNumber({ kvk, rsin }: CompanyMention): number {
    const byKvk = kvk === null ? NONE : this.numbers.find('kvk', kvk);
    return byKvk === NONE && rsin !== null ? this.numbers.find('rsin', rsin) : byKvk;
  }

  /** A name that is written as it is kept, as in nearly every further row of a company, need not be compared. */
  private named(mention: CompanyMention, company: number): Named {
    const client = mention.clientNumber === null ? NONE : this.clients.numberOf(mention.clientNumber);
    const kept = company === NONE ? NONE : this.nameOf.at(company);
    const isAsKept = kept !== NONE && this.names.isWritten(kept, mention.name);
    return { mention, key: isAsKept ? this.names.keyOf(kept) : this.names.compare(mention.name), isAsKept, client };
  }

  private find({ mention: { kvk, rsin }, key, client }: Named): number {
    const pair = client === NONE ? NONE : this.clientNames.find(client, key);
    const sameClient = pair === NONE ? NONE : this.clientOwners.at(pair);
    // Another KvK number under the same client number is another company of that client.
    if (sameClient !== NONE && fits(this.numbers.of('kvk', sameClient), kvk) && fits(this.numbers.of('rsin', sameClient), rsin)) return sameClient;
    return kvk === null && rsin === null ? this.names.bareWith(key) : NONE;
  }

  private add({ mention: { row, name }, key, client }: Named): number {
    this.numbers.addCompany();
    this.rows.start(row);
    this.clientOf.push(client);
    return this.nameOf.push(this.names.keep(name, key));
  }

  private otherName(id: number, { mention: { name }, key, isAsKept }: Named): Remark | null {
    if (isAsKept) return null;
    const known = this.nameOf.at(id);
    if (name === '' || this.names.keyOf(known) === key || this.names.textOf(known) === '') return null;
    const others = this.others.get(id) ?? new Map<number, string>();
    if (!others.has(key)) this.others.set(id, others.set(key, name));
    return { category: 'same-company-two-names', value: name, relatedRow: this.rows.firstOf(id) };
  }

  private twin(id: number, { mention: { name, kvk }, key }: Named): Remark | null {
    if (kvk === null || name === '') return null;
    const twin = this.names.firstWith(key);
    if (twin === NONE) this.names.setFirst(key, id);
    if (twin === NONE || this.numbers.of('kvk', twin) === kvk) return null;
    return { category: 'same-name-two-kvk', value: name, relatedRow: this.rows.firstOf(twin) };
  }

  private note(id: number, { mention: { kvk, rsin, row, name }, key, client, isAsKept }: Named): void {
    this.numbers.give('kvk', id, kvk);
    this.numbers.give('rsin', id, rsin);
    if (this.clientOf.at(id) === NONE) this.clientOf.set(id, client);
    if (!isAsKept && name !== '' && this.names.isWritten(this.nameOf.at(id), '')) this.nameOf.set(id, this.names.keep(name, key));
    if (client !== NONE && this.clientNames.find(client, key) === NONE) {
      this.clientNames.add(client, key);
      this.clientOwners.push(id);
    }
    if (!this.numbers.has(id)) this.names.setBare(key, id);
    this.rows.add(id, row);
  }

  /** A mention that gives the name as it is kept saves taking it out of its bytes. */
  private entryOf(id: number, mention?: CompanyMention): CompanyEntry {
    const name = this.nameOf.at(id);
    return { id, name: mention !== undefined && this.names.isWritten(name, mention.name) ? mention.name : this.names.textOf(name), kvk: this.numbers.of('kvk', id), rsin: this.numbers.of('rsin', id) };
  }
}
