import { IntList } from './int-list.js';
import { PairTable } from './pair-table.js';

/** The kinds of number and how many digits each has: of one length, it can be kept as a whole number. */
const KINDS = { kvk: { code: 0, digits: 8 }, rsin: { code: 1, digits: 9 } } as const;
type NumberKind = keyof typeof KINDS;

const NONE = -1;

/** Which company has which KvK number or RSIN, and back. Of two that have the same, the one that was last given it is found. */
export class CompanyNumbers {
  private readonly table = new PairTable();
  private readonly owners = new IntList();
  /** By company. */
  private readonly own: Readonly<Record<NumberKind, IntList>> = { kvk: new IntList(), rsin: new IntList() };

  /** The company with a number, or -1. */
  find(kind: NumberKind, digits: string): number {
    const place = this.table.find(KINDS[kind].code, Number(digits));
    return place === NONE ? NONE : this.owners.at(place);
  }

  of(kind: NumberKind, company: number): string | null {
    const number = this.own[kind].at(company);
    return number === NONE ? null : String(number).padStart(KINDS[kind].digits, '0');
  }

  /** Whether a company has a number of either kind. */
  has(company: number): boolean {
    return this.own.kvk.at(company) !== NONE || this.own.rsin.at(company) !== NONE;
  }

  /** Makes room for the next company. */
  addCompany(): void {
    this.own.kvk.push(NONE);
    this.own.rsin.push(NONE);
  }

  /** Gives a company a number where it has none of that kind; it is then the one that is found by the number that it has. */
  give(kind: NumberKind, company: number, digits: string | null): void {
    if (digits !== null && this.own[kind].at(company) === NONE) this.own[kind].set(company, Number(digits));
    const number = this.own[kind].at(company);
    if (number === NONE) return;
    const place = this.table.find(KINDS[kind].code, number);
    if (place === NONE) {
      this.table.add(KINDS[kind].code, number);
      this.owners.push(company);
    } else this.owners.set(place, company);
  }
}
