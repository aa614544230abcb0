import { unreachable } from '@ketenregie/kernel';
import type { GridRow } from './grid.js';
import { ignoreRow } from './loose-row.js';
import { readChainRow } from './read-accountant-chains.js';
import { readClientRow } from './read-clients.js';
import { createMatrixStep } from './read-matrix.js';
import { readMeansRow } from './read-means.js';
import { createSecretaryStep } from './read-secretary-overview.js';
import type { Step } from './step.js';
import { readStaffRow } from './read-staff.js';
import type { RowReading } from './reading.js';
import { NOTHING_READ, readingOf } from './reading.js';
import type { ReadingState } from './reading-state.js';
import type { RowCells, SheetPlan } from './row-cells.js';
import { createRowReader } from './row-cells.js';

/** Reads a sheet row by row, so that a file of any length can be streamed. */
export interface SheetReader {
  /** What one row gives; rows up to and including the header give nothing but titles. */
  row(row: GridRow): RowReading;
  /** What is only known at the end of the sheet. The file's companies come from the state's register. */
  end(): RowReading;
}

function stepFor(plan: SheetPlan, state: ReadingState): Step {
  switch (plan.kind) {
    case 'staff':
      return { row: (cells) => readStaffRow(cells, plan, state) };
    case 'clients':
      return { row: (cells) => readClientRow(cells, plan, state) };
    case 'means':
      return { row: (cells) => readMeansRow(cells, plan, state) };
    case 'accountant-chains':
    case 'employee-authorisations':
    case 'chain-authorisations':
      return { row: (cells) => readChainRow(cells, plan, state) };
    case 'secretary-overview':
      return createSecretaryStep(plan, state);
    case 'matrix':
      return createMatrixStep(plan, state);
    default:
      return unreachable(plan.kind);
  }
}

/** Starts a reader for one sheet. The state is shared by the sheets of one file. */
export function createReader(plan: SheetPlan, state: ReadingState): SheetReader {
  const read = createRowReader(plan);
  const step = stepFor(plan, state);
  return {
    row(row) {
      if (row.number === plan.headerRow) return NOTHING_READ;
      const cells = read(row, state.isKnownSoleTrader);
      if (cells.row.filled.length === 0) return cells.list.findings.length === 0 ? NOTHING_READ : readingOf({ findings: cells.list.findings });
      if (plan.headerRow !== null && row.number < plan.headerRow) return titleRow(cells, plan);
      return step.row(cells);
    },
    end: () => step.end?.() ?? NOTHING_READ,
  };
}

/** What stands above the header is a title; a secret in it is still said. */
function titleRow(cells: RowCells, plan: SheetPlan): RowReading {
  const findings = cells.list.findings.filter((finding) => finding.category.endsWith('-in-text'));
  return { ...ignoreRow(cells, plan, 'title'), findings };
}
