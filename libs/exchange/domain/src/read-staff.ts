import type { CalendarDate } from '@ketenregie/kernel';
import { dateRemarks, readDate } from './date-text.js';
import { fullNameOf } from './full-name.js';
import { ignoreRow, looseReason, tooLongName } from './loose-row.js';
import type { ReadPerson, RowReading } from './reading.js';
import { readingOf } from './reading.js';
import type { ReadingState } from './reading-state.js';
import type { RowCells, SheetPlan } from './row-cells.js';
import { saysLeft } from './status-text.js';

interface Service {
  readonly from: CalendarDate | null;
  readonly until: CalendarDate | null;
  readonly hasLeft: boolean;
}

function serviceOf(cells: RowCells, today: CalendarDate): Service {
  const fromMeaning = cells.has('inServiceFrom') ? 'inServiceFrom' : 'validFrom';
  const untilMeaning = cells.has('inServiceUntil') ? 'inServiceUntil' : 'validUntil';
  const from = readDate(cells.cell(fromMeaning));
  const saysSo = saysLeft(cells.text(untilMeaning)) || saysLeft(cells.text('status')) || saysLeft(cells.text('note'));
  const until = saysLeft(cells.text(untilMeaning)) ? readDate(null) : readDate(cells.cell(untilMeaning));
  cells.list.add('from', dateRemarks(from));
  cells.list.add('until', dateRemarks(until));
  return { from: from.date, until: until.date, hasLeft: until.date === null ? saysSo : until.date < today };
}

/** Reads one row of a staff list. */
export function readStaffRow(cells: RowCells, plan: SheetPlan, state: ReadingState): RowReading {
  const loose = looseReason(cells);
  const name = fullNameOf(cells);
  const isLoneText = cells.row.filled.length === 1 && plan.columns.length > 2;
  if (loose !== null || name === null || isLoneText) return ignoreRow(cells, plan, loose ?? 'loose note');
  const tooLong = tooLongName(name);
  cells.list.add('name', tooLong);
  if (tooLong.length > 0) return readingOf({ findings: cells.list.findings });
  const { from, until, hasLeft } = serviceOf(cells, state.context.referenceOn);
  const person: ReadPerson = {
    row: cells.row.number,
    name,
    email: cells.line('email'),
    initials: cells.line('initials'),
    function: cells.line('function'),
    validFrom: from,
    validUntil: until,
    left: hasLeft,
  };
  return readingOf({ people: [person], findings: cells.list.findings });
}
