import type { MessageId } from '@ketenregie/messages';
import { Ban, CalendarX2, ChevronsUp, CircleCheck, CircleDashed, CircleHelp, EyeOff, Hourglass, Scissors, ShieldAlert } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { useText } from '../text/provider.js';

/** Every status that a right or a row can have on the screen. */
export const STATUS_KINDS = ['active', 'complete', 'ending', 'ended', 'level-too-low', 'revoked', 'revoke-decided', 'revoke-unconfirmed', 'requested', 'waiting-client', 'waiting-office', 'can-may-not', 'not-checked', 'unknown'] as const;
export type StatusKind = (typeof STATUS_KINDS)[number];

const icons: Readonly<Record<StatusKind, LucideIcon>> = {
  active: CircleCheck,
  complete: CircleCheck,
  ending: Hourglass,
  ended: CalendarX2,
  'level-too-low': ChevronsUp,
  revoked: Ban,
  'revoke-decided': Scissors,
  'revoke-unconfirmed': Ban,
  requested: CircleDashed,
  'waiting-client': CircleDashed,
  'waiting-office': CircleDashed,
  'can-may-not': ShieldAlert,
  'not-checked': EyeOff,
  unknown: CircleHelp,
};

export interface StatusChipProps {
  readonly kind: StatusKind;
  /** Days until the end (`ending`) or since it (`ended`). */
  readonly days?: number;
  /** False where the supplier's console was never, or too long ago, looked at: a hollow dot before the status. */
  readonly isChecked?: boolean;
}

function idOf(kind: StatusKind, days: number | undefined): MessageId {
  return kind === 'ended' && days !== undefined ? 'status.ended-since' : `status.${kind}`;
}

/** A status as word, icon and shape; the colour comes last. Stands beside a SeenMark, never alone. */
export function StatusChip({ kind, days, isChecked = true }: StatusChipProps) {
  const text = useText();
  const Icon = icons[kind];
  return (
    <span className="k-chip" data-status={kind}>
      {(!isChecked || kind === 'not-checked') && <HollowDot />}
      <Icon size={16} aria-hidden />
      <span className="k-chip-word">{text(idOf(kind, days), { days: days ?? 0 })}</span>
      {!isChecked && kind !== 'not-checked' && <span className="k-hidden">, {text('status.not-checked')}</span>}
    </span>
  );
}

/** The shape of "nobody looked": a ring, drawn so that it stays in forced colours. */
export function HollowDot() {
  return (
    <svg className="k-dot" viewBox="0 0 10 10" width="10" height="10" aria-hidden>
      <circle cx="5" cy="5" r="3.75" fill="none" stroke="currentColor" strokeWidth="1.5" />
    </svg>
  );
}
