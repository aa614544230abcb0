import type { CalendarDate } from '@ketenregie/kernel';
import type { RecordOutcome } from '@ketenregie/people-domain';
import type { RecordingSource } from '@ketenregie/platform/db';

/** What recording people or means is told: the source, and the day from which other content holds. */
export interface Recording extends RecordingSource {
  readonly referenceOn: CalendarDate;
}

interface Recorded {
  readonly outcome: RecordOutcome;
}

/** Outcomes without those of facts that were skipped: they changed nothing, and the event covers what was recorded. */
export function recordedOnly<Outcome extends Recorded>(outcomes: readonly Outcome[]): (Outcome & { readonly outcome: Exclude<RecordOutcome, 'skipped'> })[] {
  return outcomes.filter((each): each is Outcome & { readonly outcome: Exclude<RecordOutcome, 'skipped'> } => each.outcome !== 'skipped');
}
