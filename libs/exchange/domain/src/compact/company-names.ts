import { companyNameKey } from '@ketenregie/companies-domain';
import { IntList } from './int-list.js';
import { TextTable } from './text-table.js';

const NONE = 0;

/** The names of a file's companies: each as written, as it is compared, and which company was first with it. Companies go by their number. */
export class CompanyNames {
  private readonly written = new TextTable();
  private readonly compared = new TextTable();
  /** By written name. */
  private readonly keys = new IntList();
  /** By compared name the company that came first with a number; one more than its number, so that nothing is none. */
  private readonly firsts = new IntList();
  /** By compared name the company that has no number. */
  private readonly bares = new IntList();

  /** The number of a name as written; how it is compared is found once. */
  numberOf(name: string): number {
    const number = this.written.numberOf(name);
    if (number === this.keys.length) this.keys.push(this.compare(companyNameKey(name)));
    return number;
  }

  /** The number of a written name's form as it is compared. */
  keyOf(nameNumber: number): number {
    return this.keys.at(nameNumber);
  }

  textOf(nameNumber: number): string {
    return this.written.textOf(nameNumber);
  }

  /** The first company with a compared name and a KvK number, or -1. */
  firstWith(key: number): number {
    return this.firsts.at(key) - 1;
  }

  setFirst(key: number, company: number): void {
    this.firsts.set(key, company + 1);
  }

  /** The company with a compared name and no number, or -1. */
  bareWith(key: number): number {
    return this.bares.at(key) - 1;
  }

  setBare(key: number, company: number): void {
    this.bares.set(key, company + 1);
  }

  private compare(text: string): number {
    const key = this.compared.numberOf(text);
    if (key === this.firsts.length) {
      this.firsts.push(NONE);
      this.bares.push(NONE);
    }
    return key;
  }
}
