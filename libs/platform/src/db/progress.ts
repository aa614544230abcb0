import { newId } from '@ketenregie/kernel';
import type { Scope } from './scope.js';
import type { Writer } from './writer.js';

/** What progress is written over: the write half of the door. */
export interface ScopedWriting {
  write<Result>(scope: Scope, work: (writer: Writer) => Promise<Result>): Promise<Result>;
}

/** How far work is: what it is doing, how many of how many; null where the total is not known. */
export interface Reached {
  readonly phase: string;
  readonly done: number;
  readonly total: number | null;
}

/** How far long work is: written in small transactions of its own, polled by the portal, found again after the page was closed. */
export class ProgressWriter {
  private lastWrittenAt = 0;

  constructor(
    private readonly db: ScopedWriting,
    private readonly scope: Scope,
  ) {}

  /** Starts an operation of a kind (`import`), about a subject; returns its id. */
  async start(kind: string, subjectId: string): Promise<string> {
    const id = newId();
    await this.db.write(this.scope, (writer) =>
      writer.query('insert into operation (id, kind, subject_id, started_by) values ($1, $2, $3, $4)', [id, kind, subjectId, this.scope.actor]),
    );
    return id;
  }

  /** Says what is being done and how far it is; at most four times a second reaches the database. */
  async report(id: string, { phase, done, total }: Reached): Promise<void> {
    const now = performance.now();
    if (done !== total && now - this.lastWrittenAt < 250) return;
    this.lastWrittenAt = now;
    await this.db.write(this.scope, (writer) =>
      writer.query('update operation set phase = $2, done_count = $3, total_count = $4, changed_at = now() where id = $1', [id, phase, done, total]),
    );
  }

  /** Ends it well, or with a safe reason why not. */
  async finish(id: string, failure?: string): Promise<void> {
    await this.db.write(this.scope, (writer) =>
      writer.query('update operation set state = $2, failure = $3, changed_at = now() where id = $1', [id, failure === undefined ? 'done' : 'failed', failure ?? null]),
    );
  }
}
