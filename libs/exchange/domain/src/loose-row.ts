import { singleLine } from './clean-text.js';
import { hasLegalForm } from './company-names.js';
import type { Remark } from './findings.js';
import type { IgnoredRow, RowReading } from './reading.js';
import { readingOf } from './reading.js';
import type { RowCells, SheetPlan } from './row-cells.js';

const TOTAL = /^(?:(?:sub|eind)?totaal|(?:sub)?total|aantal|som)\b/i;
/** No product field for a name is longer. */
export const MAX_NAME_LENGTH = 200;

/** Why a row is no record at all; null where it may be one. */
export function looseReason(cells: RowCells): IgnoredRow['reason'] | null {
  if (cells.isHeaderAgain()) return 'header';
  const first = cells.row.cells[cells.row.filled[0] ?? -1]?.text ?? '';
  if (TOTAL.test(first) && !hasLegalForm(first) && cells.row.filled.length <= 4 && !cells.text('kvk')) return 'total';
  return null;
}

/** The text of a whole row on one line, for a person to recognise it. */
export function rowText({ row }: RowCells): string {
  return row.filled.map((index) => singleLine(row.cells[index]?.text ?? '')).join(' ').slice(0, 120);
}

/** A name that no field of the product can hold blocks its row. */
export function tooLongName(name: string | null): readonly Remark[] {
  return name !== null && name.length > MAX_NAME_LENGTH ? [{ category: 'row-not-understood', value: `${name.slice(0, 40)}…` }] : [];
}

/** Says that a row is no record: ignored where its shape says why, and shown as not understood. */
export function ignoreRow(cells: RowCells, plan: SheetPlan, reason: IgnoredRow['reason']): RowReading {
  if (reason !== 'header') cells.list.add(null, [{ category: 'row-not-understood', value: rowText(cells) }]);
  const ignored = { row: cells.row.number, ...(plan.sheet !== null && { sheet: plan.sheet }), reason };
  return readingOf({ findings: cells.list.findings, ignoredRows: [ignored] });
}
