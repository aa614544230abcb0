import type { CompanyEntry } from './company-register.js';
import type { CompanyNumber } from './kvk-number.js';
import { readKvkNumber, readRsin } from './kvk-number.js';
import { isConsoleList } from './reading.js';
import type { ReadingState } from './reading-state.js';
import type { RowCells, SheetPlan } from './row-cells.js';

/** A company cell's numbers, with the findings about them noted: KvK, or RSIN in its own column or in that of the KvK number. */
export function readCompanyNumber(cells: RowCells, plan: SheetPlan): CompanyNumber {
  const context = { isTextFile: plan.format === 'csv', isNaturalPerson: cells.row.isNaturalPerson };
  const own = cells.has('rsin') ? readRsin(cells.cell('rsin'), context) : { rsin: null, remarks: [] };
  cells.list.add('rsin', own.remarks);
  if (!cells.has('kvk')) return { kvk: null, rsin: own.rsin, remarks: [] };
  const number = readKvkNumber(cells.cell('kvk'), context);
  const remarks = own.rsin === null ? number.remarks : number.remarks.filter((remark) => remark.category !== 'kvk-missing');
  const isCited = remarks.some((remark) => remark.category === 'bsn-in-text');
  cells.list.add('kvk', remarks);
  return { kvk: number.kvk, rsin: number.rsin ?? (isCited ? null : own.rsin), remarks };
}

/** Finds or notes the company of a row; null where the row names none. */
export function meetCompany(cells: RowCells, plan: SheetPlan, state: ReadingState): CompanyEntry | null {
  const name = cells.line('company') ?? cells.line('name');
  if (name === null && !cells.text('kvk') && !cells.text('rsin')) return null;
  const { kvk, rsin } = readCompanyNumber(cells, plan);
  if (name === null && kvk === null && rsin === null) return null;
  const known = kvk === null ? null : state.knownCompany(kvk);
  const { company, remarks } = state.register.meet({ row: cells.row.number, name: name ?? known?.name ?? '', kvk, rsin, clientNumber: cells.line('clientNumber') });
  if (!isConsoleList(plan.kind)) cells.list.add(null, remarks);
  return company;
}
