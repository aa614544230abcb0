import { dateRemarks, readDate } from './date-text.js';
import { fullNameOf } from './full-name.js';
import { readLevel } from './level-text.js';
import { ignoreRow, looseReason } from './loose-row.js';
import type { ReadMeans, RowReading } from './reading.js';
import { readingOf } from './reading.js';
import type { ReadingState } from './reading-state.js';
import type { RowCells, SheetPlan } from './row-cells.js';
import { readMeansStatus } from './status-text.js';

const NEVER = /^(?:never|nooit|n\.?v\.?t\.?|n\/a|geen|none|onbekend|unknown)$/i;

function dateOf(cells: RowCells, meaning: 'validFrom' | 'validUntil' | 'lastUsed'): ReadMeans['validFrom'] {
  if (NEVER.test(cells.text(meaning))) return null;
  const date = readDate(cells.cell(meaning));
  cells.list.add(cells.nameOf(meaning), dateRemarks(date));
  return date.date;
}

/** The user by name, else by the e-mail address of somebody known, else by that address itself. */
function userOf(cells: RowCells, state: ReadingState): string | null {
  const name = fullNameOf(cells);
  const email = cells.line('email');
  if (name !== null || email === null) return name;
  const match = state.directory.find(email);
  return match.kind === 'found' ? match.person.name : email;
}

/** Reads one row of a supplier's list of users and their login means. */
export function readMeansRow(cells: RowCells, plan: SheetPlan, state: ReadingState): RowReading {
  const loose = looseReason(cells);
  const person = userOf(cells, state);
  if (loose !== null || person === null || cells.row.filled.length === 1) return ignoreRow(cells, plan, loose ?? 'loose note');
  const level = cells.has('level') ? readLevel(cells.text('level')) : { level: null, remarks: [] };
  cells.list.add('level', level.remarks);
  const means: ReadMeans = {
    row: cells.row.number,
    ...(plan.sheet !== null && { sheet: plan.sheet }),
    person,
    email: cells.line('email')?.toLowerCase() ?? null,
    userId: cells.line('userId'),
    tokenType: cells.line('tokenType'),
    level: level.level,
    validFrom: dateOf(cells, 'validFrom'),
    validUntil: dateOf(cells, 'validUntil'),
    status: readMeansStatus(cells.text('status')),
    lastUsed: dateOf(cells, 'lastUsed'),
    blocked: cells.list.isBlocked(),
  };
  return readingOf({ means: [means], findings: cells.list.findings });
}
