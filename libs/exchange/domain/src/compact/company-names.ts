import { companyNameKey } from '@ketenregie/companies-domain';
import { IntList } from './int-list.js';
import { TextStore } from './text-store.js';
import { TextTable } from './text-table.js';

const NONE = 0;

/**
 * The names of a file's companies: each as written, and which company was first with it as it is compared. Names as written go by their number, as
 * compared by their key, companies by their number.
 */
export class CompanyNames {
  private readonly written = new TextStore();
  /** By written name. */
  private readonly keys = new IntList();
  private readonly compared = new TextTable();
  /** By key the company that came first with a number; one more than its number, so that nothing is none. */
  private readonly firsts = new IntList();
  /** By key the company that has no number. */
  private readonly bares = new IntList();

  /** The key of a name: the same for two that are the same as names are compared. */
  compare(name: string): number {
    const key = this.compared.numberOf(companyNameKey(name));
    if (key === this.firsts.length) {
      this.firsts.push(NONE);
      this.bares.push(NONE);
    }
    return key;
  }

  /** Keeps a name as written, with its key; answers its number. */
  keep(name: string, key: number): number {
    this.keys.push(key);
    return this.written.push(name);
  }

  /** Whether a kept name is written so. */
  isWritten(number: number, name: string): boolean {
    return this.written.isText(number, name);
  }

  keyOf(number: number): number {
    return this.keys.at(number);
  }

  textOf(number: number): string {
    return this.written.textOf(number);
  }

  /** The first company with a key and a KvK number, or -1. */
  firstWith(key: number): number {
    return this.firsts.at(key) - 1;
  }

  setFirst(key: number, company: number): void {
    this.firsts.set(key, company + 1);
  }

  /** The company with a key and no number, or -1. */
  bareWith(key: number): number {
    return this.bares.at(key) - 1;
  }

  setBare(key: number, company: number): void {
    this.bares.set(key, company + 1);
  }
}
