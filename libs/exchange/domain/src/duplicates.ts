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

function servicesKey({ scope, targets }: TargetsReading): string {
  const services = targets.map((target) => target.service ?? `${target.provider ?? ''}/${normalisePortalText(target.text)}`);
  return `${scope}#${[...new Set(services)].sort().join('|')}`;
}

/** Starts with an empty memory. With another end date it may be a renewal: then two readings can be defended. */
export function createDuplicateFinder(): DuplicateFinder {
  const known = new WeakMap<TargetsReading, string>();
  const keyOf = ({ kind, companyId, targets, persons }: Comparable): string => {
    const services = known.get(targets) ?? servicesKey(targets);
    known.set(targets, services);
    return `${companyId}#${kind}#${services}#${kind === 'employee' ? [...persons].sort().join('|') : ''}`;
  };
  /** By key the first row; by key and end date the first row with that end. */
  const first = new Map<string, { readonly row: number; readonly until: CalendarDate | null }>();
  const others = new Map<string, number>();
  return (authorisation) => {
    const { row, validUntil } = authorisation;
    const key = keyOf(authorisation);
    const earlier = first.get(key);
    if (!earlier) {
      first.set(key, { row, until: validUntil });
      return null;
    }
    const dated = `${key}#${validUntil ?? ''}`;
    const same = earlier.until === validUntil ? earlier.row : others.get(dated);
    if (same === undefined) others.set(dated, row);
    return { category: 'duplicate', relatedRow: same ?? earlier.row, ...(same === undefined && { ambiguous: true }) };
  };
}
