import type { CalendarDate } from '@ketenregie/kernel';
import type { RecordingSource } from '@ketenregie/platform/db';

/** What recording people or means is told: the source, and the day from which other content holds. */
export interface Recording extends RecordingSource {
  readonly referenceOn: CalendarDate;
}
