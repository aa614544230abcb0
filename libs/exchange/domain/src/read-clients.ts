import { hasLegalForm } from './company-names.js';
import { ignoreRow, looseReason, tooLongName } from './loose-row.js';
import type { ReadCompany, RowReading } from './reading.js';
import { readingOf } from './reading.js';
import type { ReadingState } from './reading-state.js';
import { offerNames, readCompanyNumber } from './row-company.js';
import type { RowCells, SheetPlan } from './row-cells.js';

const NAMELESS = 'loose note';

function isLooseNote(cells: RowCells, name: string): boolean {
  return cells.row.filled.length === 1 && !hasLegalForm(name);
}

/** Reads one row of a client list: one company for each row, with the fields of that row. */
export function readClientRow(cells: RowCells, plan: SheetPlan, state: ReadingState): RowReading {
  const loose = looseReason(cells);
  const name = cells.line('company') ?? cells.line('name');
  if (loose !== null || name === null || isLooseNote(cells, name)) return ignoreRow(cells, plan, loose ?? NAMELESS);
  const tooLong = tooLongName(name);
  cells.list.add('name', tooLong);
  if (tooLong.length > 0) return readingOf({ findings: cells.list.findings });
  const { kvk, rsin } = readCompanyNumber(cells, plan, state);
  const clientNumber = cells.line('clientNumber');
  const met = state.register.meet({ row: cells.row.number, name, kvk, rsin, clientNumber });
  cells.list.add(null, offerNames(met.remarks, met.company, state));
  const company: ReadCompany = {
    row: cells.row.number,
    clientNumber,
    name,
    kvk,
    rsin,
    legalForm: cells.line('legalForm'),
    town: cells.line('town'),
    partner: cells.line('partner'),
    group: cells.line('group'),
  };
  return readingOf({ companies: [company], findings: cells.list.findings });
}
