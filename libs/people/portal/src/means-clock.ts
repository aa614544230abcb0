import { daysBetween } from '@ketenregie/tenants-portal';

/** Months without a login after which a supplier lets the rights of somebody lapse there; one login starts the clock anew. */
export const UNUSED_MONTHS = 24;
const SOON_DAYS = 60;

export interface MeansClock {
  /** Last day on which the rights are valid at this supplier when nobody logs in before. */
  readonly lapsesOn: string;
  readonly isLapsed: boolean;
  /** Within 60 days. */
  readonly isSoon: boolean;
}

/** A calendar day some months later; the 31st becomes the last day of a shorter month. */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

/** The 24-month clock of a means; null where nobody recorded a use. */
export function clockOf(lastUsedOn: string | null, today: string): MeansClock | null {
  if (lastUsedOn === null) return null;
  const lapsesOn = monthsAfter(lastUsedOn, UNUSED_MONTHS);
  const left = daysBetween(today, lapsesOn);
  return { lapsesOn, isLapsed: left < 0, isSoon: left >= 0 && left <= SOON_DAYS };
}

interface Used {
  readonly supplierKey: string;
  readonly lastUsedOn: string | null;
}

/** The last login of somebody at a supplier: the latest with any of his means there, for the clock is per person per supplier. */
export function lastUseAt(supplierKey: string, means: readonly Used[]): string | null {
  return means.filter((each) => each.supplierKey === supplierKey).reduce<string | null>((latest, { lastUsedOn }) => ((lastUsedOn ?? '') > (latest ?? '') ? lastUsedOn : latest), null);
}
