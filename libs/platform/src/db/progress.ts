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

/** Each second long work says that it is alive. */
const BEAT_MS = 1_000;

/** Work that said nothing for so long, by the database's clock, was interrupted: the process that did it is gone. Many beats, so that a busy machine is no dead one. */
export const INTERRUPTED_AFTER = `interval '15 seconds'`;

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

  /** Does the work of an operation and says that it is alive until it ends, also while it has nothing else to say. */
  async whileAlive<Result>(id: string, work: () => Promise<Result>): Promise<Result> {
    // A beat that cannot be written is made up for by the next; the work itself meets what is wrong.
    const beats = setInterval(() => void this.beat(id).catch(() => undefined), BEAT_MS);
    beats.unref();
    try {
      return await work();
    } finally {
      clearInterval(beats);
    }
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

  private async beat(id: string): Promise<void> {
    await this.db.write(this.scope, (writer) => writer.query(`update operation set changed_at = now() where id = $1 and state = 'running'`, [id]));
  }
}
