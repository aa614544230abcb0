import type { CalendarDate } from '@ketenregie/kernel';
import { normalisePortalText } from '@ketenregie/catalogue-domain';
import type { Remark } from './findings.js';
import type { TargetsReading } from './portal-cell.js';

/** An authorisation as far as it can be the same as another. */
export interface Comparable {
  readonly kind: 'chain' | 'employee';
  readonly companyId: number;
  readonly targets: TargetsReading;
  /** For an employee's right: whom it names, known or not, in any order. */
  readonly persons: readonly string[];
  readonly validUntil: CalendarDate | null;
  readonly row: number;
}

/** Tells of each authorisation whether the same one stands earlier in the file. */
export type DuplicateFinder = (authorisation: Comparable) => Remark | null;

function keyOf({ kind, companyId, targets, persons }: Comparable): string {
  const services = targets.targets.map((target) => target.service ?? `${target.provider ?? ''}/${normalisePortalText(target.text)}`);
  const whom = kind === 'employee' ? [...persons].sort().join('|') : '';
  return [kind, companyId, targets.scope, [...new Set(services)].sort().join('|'), whom].join('#');
}

/** Starts with an empty memory. With another end date it may be a renewal: then two readings can be defended. */
export function createDuplicateFinder(): DuplicateFinder {
  /** By key: the first row with each end date. */
  const seen = new Map<string, Map<CalendarDate | null, number>>();
  return (authorisation) => {
    const key = keyOf(authorisation);
    const earlier = seen.get(key);
    if (!earlier) {
      seen.set(key, new Map([[authorisation.validUntil, authorisation.row]]));
      return null;
    }
    const same = earlier.get(authorisation.validUntil);
    const [first = authorisation.row] = earlier.values();
    if (same === undefined) earlier.set(authorisation.validUntil, authorisation.row);
    return { category: 'duplicate', relatedRow: same ?? first, ...(same === undefined && { ambiguous: true }) };
  };
}
