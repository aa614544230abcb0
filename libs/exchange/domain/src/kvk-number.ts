import { passesElevenCheck } from '@ketenregie/kernel';
import type { Remark } from './findings.js';
import { WITHHELD } from './findings.js';
import type { GridCell } from './grid.js';

/** What a KvK cell says of the company: its number, or its RSIN where that stands there instead. */
export interface CompanyNumber {
  readonly kvk: string | null;
  readonly rsin: string | null;
  readonly remarks: readonly Remark[];
}

export interface KvkContext {
  /** Text files cannot tell a number from a text: lost zeros are restored there too, except for seven digits. */
  readonly isTextFile: boolean;
  /** The row speaks of a sole trader: nine digits may be a citizen number. */
  readonly isNaturalPerson: boolean;
}

const PREFIX = /^['’]?\s*(?:k\.?\s?v\.?\s?k\.?|kamer van koophandel|handelsregister|coc|chamber of commerce|rsin)?[\s.:-]*(?:nr|nummer|number|no)?\s*[.:#-]*\s*/i;
const SEPARATORS = /[\s.\-–—]/g;
const WHOLE_WITH_DECIMALS = /^(\d+)[.,]0+$/;
const EIGHT_DIGITS = /^\d{8}$/;
const NO_REMARKS: readonly Remark[] = [];
const NOTHING: CompanyNumber = { kvk: null, rsin: null, remarks: [] };

const only = (remark: Remark): CompanyNumber => ({ ...NOTHING, remarks: [remark] });
const value = (text: string): string => text.slice(0, 60);

function nineDigits(digits: string, context: KvkContext): CompanyNumber {
  if (!passesElevenCheck(digits)) return only({ category: 'kvk-invalid', value: digits });
  if (!context.isNaturalPerson) return { kvk: null, rsin: digits, remarks: [{ category: 'rsin-instead-of-kvk', value: digits }] };
  return { ...NOTHING, remarks: [{ category: 'bsn-in-text', value: WITHHELD }, { category: 'kvk-missing', value: null }] };
}

function shortNumber(digits: string, cell: GridCell, context: KvkContext): CompanyNumber {
  const wasNumber = cell.kind === 'number' || (context.isTextFile && digits.length < 7);
  if (digits.length >= 5 && wasNumber) {
    return { kvk: digits.padStart(8, '0'), rsin: null, remarks: [{ category: 'kvk-leading-zero-restored', value: digits }] };
  }
  const isUndecided = context.isTextFile && digits.length === 7;
  const suggestion = digits.length >= 5 ? digits.padStart(8, '0') : null;
  return only({ category: 'kvk-invalid', value: digits, ...(suggestion !== null && { suggestion }), ...(isUndecided && { ambiguous: true }) });
}

/**
 * Reads a KvK cell (redacted text). Eight digits, kept as text; a number cell of five to seven digits has lost its zeros; nine digits that
 * pass the 11-check are an RSIN, or a citizen number where the row speaks of a sole trader. Rule: reading rules, "KvK".
 */
export function readKvkNumber(cell: GridCell | null, context: KvkContext): CompanyNumber {
  const text = cell?.text.trim() ?? '';
  if (EIGHT_DIGITS.test(text)) return { kvk: text, rsin: null, remarks: NO_REMARKS };
  if (cell === null || text === WITHHELD || text.includes(WITHHELD)) return only({ category: 'kvk-missing', value: null });
  const whole = WHOLE_WITH_DECIMALS.exec(text)?.[1] ?? text;
  const digits = whole.replace(PREFIX, '').replace(SEPARATORS, '');
  if (digits === '' && !/[\p{L}]/u.test(text)) return only({ category: 'kvk-missing', value: null });
  if (!/^\d+$/.test(digits)) return only({ category: 'kvk-invalid', value: value(text) });
  if (digits.length === 9) return nineDigits(digits, context);
  if (digits.length < 8) return shortNumber(digits, cell, context);
  if (digits.length > 9) return only({ category: 'kvk-invalid', value: value(text) });
  return { kvk: digits, rsin: null, remarks: digits === text ? [] : [{ category: 'kvk-normalised', value: digits }] };
}

/** Reads a cell of an RSIN column: nine digits that pass the 11-check (a number cell may have lost one zero), else null. */
export function readRsin(cell: GridCell | null, context: KvkContext): { rsin: string | null; remarks: readonly Remark[] } {
  const digits = (cell?.text ?? '').replace(PREFIX, '').replace(SEPARATORS, '');
  const nine = digits.length === 8 && cell?.kind === 'number' ? digits.padStart(9, '0') : digits;
  if (!passesElevenCheck(nine)) return { rsin: null, remarks: [] };
  return context.isNaturalPerson ? { rsin: null, remarks: [{ category: 'bsn-in-text', value: WITHHELD }] } : { rsin: nine, remarks: [] };
}
