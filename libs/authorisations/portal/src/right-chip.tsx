import { daysBetween } from '@ketenregie/tenants-portal';
import { StatusChip, useIsChecked } from '@ketenregie/ui';
import { kindOfRight } from './right-kind.js';
import type { RightState } from './right-kind.js';

export interface RightChipProps {
  readonly right: RightState & { readonly seenOn: string | null };
  readonly today: string;
}

/** The status of one recorded right; stands beside its seen mark. */
export function RightChip({ right, today }: RightChipProps) {
  const isChecked = useIsChecked();
  const days = right.endsOn === null ? undefined : Math.abs(daysBetween(today, right.endsOn));
  return <StatusChip kind={kindOfRight(right, today)} isChecked={isChecked(right.seenOn)} {...(days === undefined ? {} : { days })} />;
}

/** An evidence class as the API writes it; null where there is none. */
export function evidenceOf(letter: string | null): 'A' | 'B' | 'C' | 'D' | null {
  return (['A', 'B', 'C', 'D'] as const).find((each) => each === letter) ?? null;
}
