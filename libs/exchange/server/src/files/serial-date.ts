import type { CalendarDate } from '@ketenregie/kernel';
import { addDays, calendarDate } from '@ketenregie/kernel';

const FIRST_SAFE_SERIAL = 61;
const EPOCH_GAP_1904 = 1462;
const LAST_SERIAL = 2_958_465;

/**
 * The day of a spreadsheet's day count (61 = 1 March 1900; the counting of January and February 1900 is off by one in Excel, and never used).
 * Null for a time without a day or a number that is no day.
 */
export function dayOfSerial(serial: number, is1904: boolean): CalendarDate | null {
  const days = Math.floor(serial) + (is1904 ? EPOCH_GAP_1904 : 0);
  if (!Number.isFinite(days) || days < FIRST_SAFE_SERIAL || days > LAST_SERIAL) return null;
  return addDays(calendarDate('1900-03-01'), days - FIRST_SAFE_SERIAL);
}

/** A number as its digits: no exponent where it is whole, so that a KvK number stays one. */
export function numberText(raw: string): string {
  const value = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(value)) return raw.trim();
  return Number.isSafeInteger(value) ? value.toFixed(0) : String(Number(value.toPrecision(15)));
}
