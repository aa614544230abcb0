import type { CatalogueMatcher } from '@ketenregie/catalogue-domain';
import type { CalendarDate } from '@ketenregie/kernel';
import type { Column } from './column.js';
import { readDate } from './date-text.js';
import { fitInitials } from './guess-meaning.js';
import { guessColumns } from './guess-columns.js';
import type { GridSheet } from './grid.js';
import { meaningOfHeader } from './header.js';
import type { KnownPerson } from './person-directory.js';
import { tooLongName } from './loose-row.js';
import { createRowReader } from './row-cells.js';
import type { RowCells, SheetPlan } from './row-cells.js';
import { fullNameOf } from './full-name.js';
import { looksLikeInitials } from './person-names.js';
import { saysLeft } from './status-text.js';

const DIRECTOR = /\b(?:directeur|directrice|bestuurder|dga|director|directie)\b/i;

function headerOf(sheet: GridSheet): GridSheet['rows'][number] | null {
  const found = sheet.rows.slice(0, 10).find((row) => {
    const meanings = row.cells.map((cell) => meaningOfHeader(cell?.text ?? ''));
    return meanings.includes('initials') || (meanings.includes('name') && meanings.filter(Boolean).length > 1);
  });
  return found ?? null;
}

/** The columns of a sheet of initials and names, with or without a header; null where it is no legend. */
function legendColumns(sheet: GridSheet, matcher: CatalogueMatcher): { columns: Column[]; headerRow: number | null } | null {
  const header = headerOf(sheet);
  const body = sheet.rows.filter((row) => header === null || row.number > header.number);
  const guessed = guessColumns(header, body.slice(0, 100), matcher);
  const initials = guessed.find((column) => column.meaning === 'initials');
  const name = guessed.find((column) => column.meaning === 'name' || column.meaning === 'persons' || column.meaning === 'lastName');
  if (!initials || !name) return null;
  const pairs = body.map((row) => [row.cells[initials.index]?.text ?? '', row.cells[name.index]?.text ?? ''] as const).filter(([short, long]) => looksLikeInitials(short) && long !== '');
  return header !== null || fitInitials(pairs) ? { columns: guessed, headerRow: header?.number ?? null } : null;
}

function personOf(cells: RowCells, today: CalendarDate): KnownPerson | null {
  const name = fullNameOf(cells);
  const initials = cells.line('initials');
  if (name === null || initials === null || tooLongName(name).length > 0) return null;
  const texts = cells.row.filled.map((index) => cells.row.cells[index]?.text ?? '').filter((text) => text !== name);
  const until = readDate(cells.cell('inServiceUntil') ?? cells.cell('validUntil')).date;
  return {
    name,
    initials,
    email: cells.line('email'),
    inServiceUntil: until,
    hasLeft: until === null ? texts.some(saysLeft) : until < today,
    isDirector: texts.some((text) => DIRECTOR.test(text)),
  };
}

/** Reads a sheet as a legend of initials; null where it is none. */
export function readLegend(sheet: GridSheet, matcher: CatalogueMatcher, today: CalendarDate): readonly KnownPerson[] | null {
  const layout = legendColumns(sheet, matcher);
  if (layout === null) return null;
  const plan: SheetPlan = { kind: 'staff', format: 'xlsx', sheet: null, ...layout };
  const read = createRowReader(plan);
  const people = sheet.rows
    .filter((row) => layout.headerRow === null || row.number > layout.headerRow)
    .map((row) => personOf(read(row), today))
    .filter((person) => person !== null);
  return people.length === 0 ? null : people;
}
