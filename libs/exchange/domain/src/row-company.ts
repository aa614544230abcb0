import type { CompanyEntry } from './company-register.js';
import type { Remark } from './findings.js';
import type { CompanyNumber } from './kvk-number.js';
import { readKvkNumber, readRsin } from './kvk-number.js';
import { isConsoleList } from './reading.js';
import type { ReadingState } from './reading-state.js';
import type { RowCells, SheetPlan } from './row-cells.js';

const NUMBERLESS: ReadonlySet<string> = new Set(['kvk-invalid', 'kvk-missing', 'rsin-instead-of-kvk']);

/** What is said of a missing number names its company, and offers the number that the register has for that name alone. */
export function offerNumbers(remarks: readonly Remark[], name: string, state: ReadingState): readonly Remark[] {
  if (name === '' || remarks.length === 0) return remarks;
  return remarks.map((remark) => {
    const suggestion = NUMBERLESS.has(remark.category) ? (state.numberOf(name) ?? remark.suggestion) : undefined;
    return remark.category === 'kvk-missing' || suggestion !== undefined ? { ...remark, company: name, ...(suggestion !== undefined && { suggestion }) } : remark;
  });
}

/** Of two names for one number the register's own is offered, else the one that stands first in the file. */
export function offerNames(remarks: readonly Remark[], company: CompanyEntry, state: ReadingState): readonly Remark[] {
  if (remarks.length === 0) return remarks;
  return remarks.map((remark) => {
    if (remark.category !== 'same-company-two-names') return remark;
    return { ...remark, suggestion: (company.kvk === null ? undefined : state.knownCompany(company.kvk)?.name) || company.name };
  });
}

/** A company cell's numbers, with the findings about them noted: KvK, or RSIN in its own column or in that of the KvK number. */
export function readCompanyNumber(cells: RowCells, plan: SheetPlan, state: ReadingState): CompanyNumber {
  const context = { isTextFile: plan.format === 'csv', isNaturalPerson: cells.row.isNaturalPerson };
  const own = cells.has('rsin') ? readRsin(cells.cell('rsin'), context) : { rsin: null, remarks: [] };
  cells.list.add('rsin', own.remarks);
  if (!cells.has('kvk')) return { kvk: null, rsin: own.rsin, remarks: [] };
  const number = readKvkNumber(cells.cell('kvk'), context);
  if (number.remarks.length === 0) return own.rsin === null ? number : { ...number, rsin: number.rsin ?? own.rsin };
  const remarks = own.rsin === null ? number.remarks : number.remarks.filter((remark) => remark.category !== 'kvk-missing');
  const isCited = remarks.some((remark) => remark.category === 'bsn-in-text');
  cells.list.add('kvk', offerNumbers(remarks, cells.line('company') ?? cells.line('name') ?? '', state));
  return { kvk: number.kvk, rsin: number.rsin ?? (isCited ? null : own.rsin), remarks };
}

/** That a row names no company: rows with the same client number are repaired together, and so are those without one. */
export function companyMissing(cells: RowCells): Remark {
  return { category: 'company-missing', value: cells.line('clientNumber') };
}

/** Finds or notes the company of a row; null where the row names none. */
export function meetCompany(cells: RowCells, plan: SheetPlan, state: ReadingState): CompanyEntry | null {
  const name = cells.line('company') ?? cells.line('name');
  if (name === null && !cells.text('kvk') && !cells.text('rsin')) return null;
  const { kvk, rsin } = readCompanyNumber(cells, plan, state);
  if (name === null && kvk === null && rsin === null) return null;
  const known = kvk === null ? null : state.knownCompany(kvk);
  const { company, remarks } = state.register.meet({ row: cells.row.number, name: name ?? known?.name ?? '', kvk, rsin, clientNumber: cells.line('clientNumber') });
  if (!isConsoleList(plan.kind)) cells.list.add(null, offerNames(remarks, company, state));
  return company;
}
