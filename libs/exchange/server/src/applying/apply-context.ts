import type { CalendarDate } from '@ketenregie/kernel';
import type { Writer } from '@ketenregie/platform/db';
import type { ImportRun } from '../import-run.js';
import type { Changes, Outcome } from './changes.js';
import { NO_CHANGES, countOutcomes } from './changes.js';

/** What the steps of applying one import share. */
export class ApplyContext {
  private counts: Changes = NO_CHANGES;

  constructor(
    readonly writer: Writer,
    readonly run: ImportRun,
    private readonly tell: (phase: string, done: number) => Promise<void>,
  ) {}

  /** What the recorders of all features are told. */
  get recording(): { readonly referenceOn: CalendarDate; readonly importId: string; readonly recordedBy: string } {
    return { referenceOn: this.run.referenceOn, importId: this.run.id, recordedBy: this.writer.scope.actor };
  }

  get changes(): Changes {
    return this.counts;
  }

  count(outcomes: Iterable<Outcome>): void {
    this.counts = countOutcomes(this.counts, outcomes);
  }

  /** Counts what became of each item of a phase, and says that the phase is done. */
  async finish(phase: string, outcomes: readonly Outcome[]): Promise<void> {
    this.count(outcomes);
    if (outcomes.length > 0) await this.report(phase, outcomes.length);
  }

  /** Says how far it is: the phase, and how many items of it are done. */
  report(phase: string, done: number): Promise<void> {
    return this.tell(phase, done);
  }
}
