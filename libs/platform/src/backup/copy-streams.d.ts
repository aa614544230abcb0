declare module 'pg-copy-streams' {
  import type { Readable, Writable } from 'node:stream';
  import type { Submittable } from 'pg';

  /** Rows on their way out; `rowCount` is known when it has ended. */
  export function to(sql: string): Readable & Submittable & { rowCount: number };
  /** Rows on their way in; `rowCount` is known when it has finished. */
  export function from(sql: string): Writable & Submittable & { rowCount: number };
}
