import { StatusChip, useIsChecked } from '@ketenregie/ui';
import type { StatusKind } from '@ketenregie/ui';
import { daysBetween, useToday } from './today.js';

const kinds: Readonly<Record<string, StatusKind>> = {
  lapsed: 'ended',
  'level-too-low': 'level-too-low',
  'waiting-for-client': 'waiting-client',
  'waiting-for-office': 'waiting-office',
  unknown: 'unknown',
  expiring: 'ending',
  complete: 'complete',
};

export interface RightStatusChipProps {
  /** As the API says it. */
  readonly status: string;
  readonly can: string;
  readonly may: string;
  readonly endsOn: string | null;
  /** Day the oldest fact was seen at the supplier; null = one never was. */
  readonly seenOn: string | null;
}

/** The status of one right of a list. "Can but may not" goes before every other: it is the one that must not wait. */
export function RightStatusChip({ status, can, may, endsOn, seenOn }: RightStatusChipProps) {
  const today = useToday();
  const isChecked = useIsChecked();
  const kind = can === 'yes' && may === 'no' ? 'can-may-not' : (kinds[status] ?? 'unknown');
  const days = endsOn === null ? undefined : Math.abs(daysBetween(today, endsOn));
  return <StatusChip kind={kind} isChecked={isChecked(seenOn)} {...(days === undefined ? {} : { days })} />;
}
