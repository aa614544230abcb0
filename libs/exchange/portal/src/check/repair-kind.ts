import type { FindingCategory } from '@ketenregie/messages';

/** What a person fills in to repair a group: each has a field of its own. */
export const REPAIR_KINDS = ['service', 'level', 'date', 'person', 'status', 'supplier', 'kvk', 'name', 'company'] as const;
export type RepairKind = (typeof REPAIR_KINDS)[number];

/** How each category is repaired; those that are not named are only looked at. */
const kinds: Partial<Readonly<Record<FindingCategory, RepairKind>>> = {
  'service-unknown': 'service',
  'service-not-specific': 'service',
  'level-missing': 'level',
  'level-unreadable': 'level',
  'level-legacy': 'level',
  'level-too-low': 'level',
  'date-unreadable': 'date',
  'date-approximate': 'date',
  'date-two-digit-year': 'date',
  'date-month-first': 'date',
  'date-order': 'date',
  'end-date-missing': 'date',
  'end-date-indefinite': 'date',
  'term-over-five-years': 'date',
  ended: 'date',
  'person-unknown': 'person',
  'person-ambiguous': 'person',
  'person-missing': 'person',
  'person-left': 'person',
  'chain-without-employee': 'person',
  'status-unreadable': 'status',
  'status-conflict': 'status',
  'supplier-unknown': 'supplier',
  'kvk-invalid': 'kvk',
  'kvk-missing': 'kvk',
  'company-ambiguous': 'kvk',
  'kvk-leading-zero-restored': 'kvk',
  'rsin-instead-of-kvk': 'kvk',
  'same-company-two-names': 'name',
  'company-missing': 'company',
};

/** How a category is repaired; null where there is nothing to fill in. */
export function repairKindOf(category: string): RepairKind | null {
  return kinds[category as FindingCategory] ?? null;
}
