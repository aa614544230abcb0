import { useText } from '@ketenregie/ui';
import { Ban, Check, CircleDashed, PenLine, Split } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';

/** What stands of a line. */
export const OUTCOMES = ['undecided', 'keep', 'revoke', 'change', 'differs'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What a reviewer can decide. */
export const DECISIONS = ['keep', 'revoke', 'change'] as const;
export type Decision = (typeof DECISIONS)[number];

export const OUTCOME_ICONS: Readonly<Record<Outcome, LucideIcon>> = { undecided: CircleDashed, keep: Check, revoke: Ban, change: PenLine, differs: Split };

/** The outcome of an API word; one that this build does not know counts as undecided, never as kept. */
export function outcomeOf(word: string): Outcome {
  return OUTCOMES.find((outcome) => outcome === word) ?? 'undecided';
}

/** What stands of a line as word, icon and shape: undecided has a dashed edge, two who differ a double one. */
export function OutcomeChip({ outcome }: { readonly outcome: Outcome }) {
  const text = useText();
  const Icon = OUTCOME_ICONS[outcome];
  return (
    <span className="k-chip v-outcome" data-outcome={outcome}>
      <Icon size={16} aria-hidden />
      <span className="k-chip-word">{text(`reviews.outcome.${outcome}`)}</span>
    </span>
  );
}
