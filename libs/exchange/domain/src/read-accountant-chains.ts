import type { Remark } from './findings.js';
import { authorisationOf, draftOf, judgeRow, noteUnreadable } from './authorisation-row.js';
import { ignoreRow, looseReason, tooLongName } from './loose-row.js';
import type { RowReading } from './reading.js';
import { isConsoleList, readingOf } from './reading.js';
import type { ReadingState } from './reading-state.js';
import { companyMissing, meetCompany } from './row-company.js';
import type { RowCells, SheetPlan } from './row-cells.js';
import type { StatedStatus } from './status-text.js';

function statusOf(cells: RowCells, state: ReadingState): StatedStatus {
  return cells.has('status') ? state.read.status(cells.text('status')) : 'unknown';
}

function statusRemarks(cells: RowCells, status: StatedStatus): Remark[] {
  return status === 'unknown' && cells.has('status') ? [{ category: 'status-unreadable', value: cells.line('status') }] : [];
}

/** A client with nothing beside it is read as a company; a lone text anywhere is a note. */
function isLooseNote(cells: RowCells): boolean {
  const isRecord = cells.text('kvk') !== '' || (cells.text('services') || cells.text('provider')) !== '';
  return cells.row.filled.length === 1 && !isRecord;
}

/** Reads one row of a client list with chain authorisations, or of a console's list of rights. */
export function readChainRow(cells: RowCells, plan: SheetPlan, state: ReadingState): RowReading {
  const loose = looseReason(cells) ?? (isLooseNote(cells) ? 'loose note' : null);
  if (loose !== null) return ignoreRow(cells, plan, loose);
  const tooLong = tooLongName(cells.line('company') ?? cells.line('name'));
  if (tooLong.length > 0) {
    cells.list.add('name', tooLong);
    return readingOf({ findings: cells.list.findings });
  }
  const company = meetCompany(cells, plan, state);
  const status = statusOf(cells, state);
  const hasServices = (cells.text('services') || cells.text('provider')) !== '';
  if (status === 'none' || (!hasServices && cells.text('status') === '')) return readingOf({ findings: cells.list.findings });
  if (company === null) cells.list.add(null, [companyMissing(cells)]);
  cells.list.add('status', statusRemarks(cells, status));
  if (!hasServices) cells.list.add(cells.nameOf('services'), [{ category: 'service-unknown', value: null }]);
  const kind = plan.kind === 'employee-authorisations' ? 'employee' : 'chain';
  const draft = draftOf(cells, state, { kind, status, company });
  if (isConsoleList(plan.kind)) noteUnreadable(cells, state, draft);
  else judgeRow(cells, state, draft);
  const id = cells.line('recordId');
  const read = authorisationOf(cells, state, draft);
  if (!isConsoleList(plan.kind)) read.scope = draft.targets.scope;
  if (id !== null) read.id = id;
  if (plan.sheet !== null) read.sheet = plan.sheet;
  return readingOf({ authorisations: [read], findings: cells.list.findings });
}
