const MONTH_STARTS = ['jan', 'feb', 'm(?:aa)?rt|mar', 'apr', 'mei|may', 'jun', 'jul', 'aug', 'sep', 'o[kc]t', 'nov', 'dec'].map((start) => new RegExp(`^(?:${start})`));

/** A day as people type it, `2-12-2026`, `2 dec 2026`, `2 dec` (then in `yearOtherwise`) or ISO, as a calendar day; null where it is none. Day first. */
export function parseDay(typed: string, yearOtherwise?: number): string | null {
  const parts = typed.trim().toLowerCase().split(/[\s./-]+/);
  if (/^\d{4}$/.test(parts[0] ?? '')) parts.reverse();
  const [day = '', month = '', year = yearOtherwise === undefined ? '' : String(yearOtherwise)] = parts;
  if (parts.length > 3 || !/^\d{1,2}$/.test(day) || !/^(\d{2}|\d{4})$/.test(year)) return null;
  const number = /^\d{1,2}$/.test(month) ? Number(month) : MONTH_STARTS.findIndex((start) => start.test(month)) + 1;
  const full = year.length === 2 ? 2000 + Number(year) : Number(year);
  const date = new Date(Date.UTC(full, number - 1, Number(day)));
  const isReal = number >= 1 && number <= 12 && date.getUTCDate() === Number(day) && date.getUTCMonth() === number - 1;
  return isReal ? date.toISOString().slice(0, 10) : null;
}
