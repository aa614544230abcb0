import { outcomeOf } from '../outcome-chip.js';
import type { Decision, Outcome } from '../outcome-chip.js';
import type { LineFactsFragment } from '../generated/operations.js';

export interface OwnDecision {
  readonly decision: Decision;
  readonly reason: string | null;
  /** ISO instant. */
  readonly at: string;
}

/** What the viewer himself decided of a line; null where nothing of his stands. */
export function ownDecisionOf({ decisions }: Pick<LineFactsFragment, 'decisions'>): Decision | null {
  const own = decisions.find(({ isOwn }) => isOwn)?.decision;
  return own === 'keep' || own === 'revoke' || own === 'change' ? own : null;
}

function outcomeOfAll(decisions: LineFactsFragment['decisions']): Outcome {
  const [first, ...others] = new Set(decisions.map(({ decision }) => decision));
  if (first === undefined) return 'undecided';
  return others.length > 0 ? 'differs' : outcomeOf(first);
}

/** A line as it will stand with the viewer's decision, before the server has said so; null takes his decision away. Another's stays beside it. */
export function asDecided(line: LineFactsFragment, own: OwnDecision | null): LineFactsFragment {
  const others = line.decisions.filter(({ isOwn }) => !isOwn);
  const decisions = own === null ? others : [...others, { decision: own.decision, decidedByName: '', decidedAt: own.at, reason: own.reason, isOwn: true }];
  return { ...line, decisions, outcome: outcomeOfAll(decisions) };
}

/** Whether one press may keep it together with its equals: nothing unusual, nobody decided, not about the viewer. */
export function isUsualUndecided({ exceptions, outcome, isOwn }: LineFactsFragment): boolean {
  return exceptions.length === 0 && outcome === 'undecided' && !isOwn;
}
