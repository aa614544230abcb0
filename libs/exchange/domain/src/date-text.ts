import type { CalendarDate } from '@ketenregie/kernel';
import { addDays, calendarDate, calendarDateOf, lastDayOfMonth } from '@ketenregie/kernel';
import type { Remark } from './findings.js';
import type { GridCell } from './grid.js';
import { MONTH_PATTERN, monthNumber } from './month-names.js';

/** How exactly a date was written: a day, or a period read as its last day; `none` = said to have no end, `unknown` = not readable or not given. */
export type DatePrecision = 'day' | 'month' | 'quarter' | 'year' | 'none' | 'unknown';

export interface DateReading {
  readonly date: CalendarDate | null;
  readonly precision: DatePrecision;
  readonly remarks: readonly Remark[];
  /** Nothing stands in the cell. */
  readonly isEmpty: boolean;
}

interface Found {
  readonly date: CalendarDate | null;
  readonly precision: 'day' | 'month' | 'quarter' | 'year';
  readonly isMonthFirst?: boolean;
  readonly isTwoDigit?: boolean;
}

const INDEFINITE =
  /^(?:(?:voor |tot )?onbepaald(?:e (?:tijd|duur|termijn))?|onbeperkt(?:e tijd)?(?: geldig)?|oneindig|doorlopend|permanent|altijd|blijvend|levenslang|geen|geen (?:eind ?datum|einde|vervaldatum)|zonder (?:eind ?datum|einde)|tot (?:weder)?opzegging|tot nader order|tot intrekking|indefinite(?:ly)?|unlimited|never|none|no (?:end|expiry)(?: date)?|∞)$/;
const LEAD = /^(?:(?:geldig|valid|loopt|verloopt|eindigt)\s+)?(?:t\/m|t\.e\.m\.|tot en met|tot|until|per|vanaf|sinds|since|from|op|d\.d\.|uiterlijk)\s+|^(?:ma|di|wo|do|vr|za|zo|maan|dins|woens|donder|vrij|zater|zon)(?:dag)?\.?,?\s+/;
/** What may stand behind a date that is clear all the same: "(zie mail)", a full stop. */
const REMARK = /\s*\([^()]*\)$|[.,;]$/;
const TIME = /[t\s]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:z|[+-]\d{2}:?\d{2})?$/;
const S = '\\s*[-/. ]\\s*';
const LAST = '(?:(?:eind|einde|ultimo|end of|end)\\s+)?';
const Y = "('?\\d{2}|\\d{4})";

const isShort = (year: string): boolean => year.length < 4;
const fullYear = (year: string): number => (isShort(year) ? 2000 + Number(year.replace("'", '')) : Number(year));

function lastOf(year: number, month: number): CalendarDate | null {
  const first = calendarDateOf(year, month, 1);
  return first && lastDayOfMonth(first);
}

function numericDay(first: string, second: string, year: string): Found {
  const [a, b, y] = [Number(first), Number(second), fullYear(year)];
  const isMonthFirst = b > 12 && a <= 12;
  return { date: isMonthFirst ? calendarDateOf(y, a, b) : calendarDateOf(y, b, a), precision: 'day', isMonthFirst, isTwoDigit: isShort(year) };
}

const named = (day: string, month: string, year: string): Found => ({
  date: calendarDateOf(fullYear(year), monthNumber(month), Number(day)), precision: 'day', isTwoDigit: isShort(year),
});
const wholeMonth = (month: number, year: string): Found => ({ date: lastOf(fullYear(year), month), precision: 'month', isTwoDigit: isShort(year) });
const quarter = (number: string, year: string): Found => ({ date: lastOf(fullYear(year), Number(number) * 3), precision: 'quarter', isTwoDigit: isShort(year) });

type Shape = readonly [pattern: RegExp, read: (parts: readonly string[]) => Found];
const shape = (pattern: string, read: (parts: readonly string[]) => Found): Shape => [new RegExp(`^${pattern}$`), read];

/** Every way of writing a date that is read, day first; the first that fits counts. */
const SHAPES: readonly Shape[] = [
  shape('(\\d{4})[-/. ](\\d{1,2})[-/. ](\\d{1,2})', ([y = '', m, d]) => ({ date: calendarDateOf(Number(y), Number(m), Number(d)), precision: 'day' })),
  shape('((?:19|20)\\d{2})(\\d{2})(\\d{2})', ([y, m, d]) => ({ date: calendarDateOf(Number(y), Number(m), Number(d)), precision: 'day' })),
  shape(`(\\d{1,2})${S}(\\d{1,2})${S}${Y}`, ([a = '', b = '', y = '']) => numericDay(a, b, y)),
  shape(`(\\d{1,2})(?:e|ste|de|st|nd|rd|th)?[-/. ]*(${MONTH_PATTERN})\\.?[-/. ,]*${Y}`, ([d = '', m = '', y = '']) => named(d, m, y)),
  shape(`(${MONTH_PATTERN})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,\\s*${Y}`, ([m = '', d = '', y = '']) => named(d, m, y)),
  shape(`${LAST}(${MONTH_PATTERN})\\.?[-/. ,]*${Y}`, ([m = '', y = '']) => wholeMonth(monthNumber(m), y)),
  shape('(\\d{1,2})[-/. ](\\d{4})', ([m, y = '']) => wholeMonth(Number(m), y)),
  shape('(\\d{4})[-/. ](\\d{1,2})', ([y = '', m]) => wholeMonth(Number(m), y)),
  shape(`${LAST}[qk]\\s?([1-4])[-/. ,]*${Y}`, ([q = '', y = '']) => quarter(q, y)),
  shape('(\\d{4})[-/. ]*[qk]\\s?([1-4])', ([y = '', q = '']) => quarter(q, y)),
  shape(`${LAST}([1-4])(?:e|ste|de)?\\s*(?:kwartaal|kw\\.?|quarter)[-/. ,]*(?:van\\s+)?${Y}`, ([q = '', y = '']) => quarter(q, y)),
  shape(`(?:kwartaal|kw\\.?|quarter)\\s*([1-4])[-/. ,]*${Y}`, ([q = '', y = '']) => quarter(q, y)),
  shape(`${LAST}((?:19|20)\\d{2})`, ([y]) => ({ date: lastOf(Number(y), 12), precision: 'year' })),
];

/** No way of writing a date is longer. */
const LONGEST = 60;

function findDate(text: string): Found | null {
  for (const [pattern, read] of SHAPES) {
    const match = pattern.exec(text);
    if (match) return read(match.slice(1));
  }
  return null;
}

/** A number cell whose date format was lost: spreadsheets count days, 61 being 1 March 1900. Only 1990 to 2100 is taken for a date. */
function fromSerial(cell: GridCell): CalendarDate | null {
  const serial = Number(cell.text);
  const isDay = cell.kind === 'number' && serial >= 32874 && serial <= 73415;
  return isDay ? addDays(calendarDate('1900-03-01'), Math.floor(serial) - 61) : null;
}

const unreadable = (text: string): DateReading => ({ date: null, precision: 'unknown', isEmpty: false, remarks: [{ category: 'date-unreadable', value: text.slice(0, 60) }] });

function remarksOf(found: Found, text: string): Remark[] {
  const remarks: Remark[] = [];
  if (found.isTwoDigit === true) remarks.push({ category: 'date-two-digit-year', value: text });
  if (found.isMonthFirst === true) remarks.push({ category: 'date-month-first', value: text });
  if (found.precision !== 'day') remarks.push({ category: 'date-approximate', value: text });
  return remarks;
}

/** Reads a date cell: a real date, or any clear Dutch or ISO way of writing one. Rule: reading rules, "Dates". */
export function readDate(cell: GridCell | null): DateReading {
  const text = cell?.text.trim() ?? '';
  if (cell === null || text === '' || /^[-–—]+$/.test(text)) return { date: null, precision: 'unknown', remarks: [], isEmpty: true };
  if (text.length > LONGEST) return unreadable(text);
  const serial = fromSerial(cell);
  if (serial !== null) return { date: serial, precision: 'day', remarks: [], isEmpty: false };
  const lower = text.toLowerCase().replace(/\s+/g, ' ');
  const bare = lower.replace(REMARK, '').replace(TIME, '').replace(LEAD, '').replace(LEAD, '').trim();
  if (INDEFINITE.test(lower) || INDEFINITE.test(bare) || /9999/.test(bare)) {
    return { date: null, precision: 'none', isEmpty: false, remarks: [{ category: 'end-date-indefinite', value: text }] };
  }
  const found = findDate(bare);
  if (!found?.date) return unreadable(text);
  return { date: found.date, precision: found.precision, remarks: remarksOf(found, text), isEmpty: false };
}

const IS_DATE_REMARK: ReadonlySet<string> = new Set(['date-unreadable', 'date-approximate', 'date-two-digit-year', 'date-month-first']);

/** A date's own remarks: for service and means an open end is nothing to remark on. */
export function dateRemarks(date: DateReading): Remark[] {
  return date.remarks.filter((remark) => IS_DATE_REMARK.has(remark.category));
}
