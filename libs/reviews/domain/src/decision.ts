import { DomainError, InvalidInputError } from '@ketenregie/kernel';

/** What a reviewer decides of a line. `undecided` takes his own decision back; silence is never a decision. */
export const DECISIONS = ['keep', 'revoke', 'change', 'undecided'] as const;
export type Decision = (typeof DECISIONS)[number];

/** What stands of a line: nobody decided, all who did agree, or two reviewers differ. */
export const OUTCOMES = ['undecided', 'keep', 'revoke', 'change', 'differs'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** One decision as it was recorded; later ones of the same reviewer replace his earlier ones, nobody's replaces another's. */
export interface RecordedDecision {
  readonly by: string;
  readonly decision: Decision;
}

const MAX_REASON = 500;

/** The reason as it is kept, or null; refuses a revoke or a change without one, and one of over 500 characters. */
export function checkedReason(decision: Decision, reason: string | null): string | null {
  const said = reason?.trim() ?? '';
  if (said.length > MAX_REASON) throw new InvalidInputError(`A reason has at most ${MAX_REASON} characters.`, 'reason');
  if (said === '' && (decision === 'revoke' || decision === 'change')) throw new InvalidInputError(`To ${decision} needs a reason of 1 to ${MAX_REASON} characters.`, 'reason');
  return said === '' ? null : said;
}

/** The decisions that stand, one a reviewer: his last, unless he took it back. `decisions` are in the order in which they were recorded. */
export function standingDecisions<Entry extends RecordedDecision>(decisions: readonly Entry[]): Entry[] {
  const last = new Map<string, Entry>();
  for (const entry of decisions) last.set(entry.by, entry);
  return [...last.values()].filter(({ decision }) => decision !== 'undecided');
}

/** What stands of a line by all its decisions. Two who differ are shown as differing: the later never overwrites the earlier. */
export function outcomeOf(decisions: readonly RecordedDecision[]): Outcome {
  const [first, ...others] = new Set(standingDecisions(decisions).map(({ decision }) => decision));
  if (first === undefined) return 'undecided';
  return others.length > 0 ? 'differs' : first;
}

/** Keeping many at once where some have something unusual. */
export class BulkOverExceptionsError extends DomainError {
  constructor(count: number) {
    super('REVIEW_EXCEPTIONS_IN_BULK', `${count} of these have something unusual: decide each of them by itself.`, 'ids');
  }
}

/** Refuses to keep several lines at once where any has an exception. Revoking or changing many with one reason is no rubber stamp. */
export function assertBulkAllowed(decision: Decision, lines: readonly { readonly exceptions: readonly string[] }[]): void {
  if (decision !== 'keep' || lines.length < 2) return;
  const unusual = lines.filter(({ exceptions }) => exceptions.length > 0).length;
  if (unusual > 0) throw new BulkOverExceptionsError(unusual);
}
