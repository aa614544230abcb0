import { createHash } from 'node:crypto';
import { canonicalJson } from './audit.js';
import { queryOne } from './reader.js';
import type { Writer } from './writer.js';

/** What bulk recording is told of its source. */
export interface RecordingSource {
  /** The import that brings it, or null where a person typed it. */
  readonly importId: string | null;
  /** `member:<id>`, `operator` or `system`. */
  readonly recordedBy: string;
}

/**
 * Lets recorders of one kind in one tenant follow one another, to the end of the transaction. Returns the instant they record at, by the
 * database's clock and read after the waiting: the start of the transaction may lie before what another one recorded meanwhile.
 */
export async function lockRecording(writer: Writer, kind: string): Promise<string> {
  await writer.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`${kind} ${writer.scope.tenantId}`]);
  const { at } = await queryOne<{ at: string }>(writer, 'select clock_timestamp()::text as at');
  return at;
}

const OBJECT_KINDS = { companies: 'company', people: 'person', means: 'means' } as const;

interface Outcome {
  readonly outcome: 'created' | 'updated' | 'unchanged';
}

/** The one event of a bulk recording: counts, and a hash over the ordered outcomes; none where nothing changed. */
export async function auditRecording(writer: Writer, { kind, source, outcomes }: { kind: keyof typeof OBJECT_KINDS; source: RecordingSource; outcomes: readonly Outcome[] }): Promise<void> {
  const counts = { created: 0, updated: 0, unchanged: 0 };
  for (const { outcome } of outcomes) counts[outcome] += 1;
  if (counts.created + counts.updated === 0) return;
  await writer.audit({
    action: `${kind}.recorded`,
    objectKind: source.importId === null ? OBJECT_KINDS[kind] : 'import',
    ...(source.importId !== null && { objectId: source.importId }),
    payload: { ...counts, outcomesHash: createHash('sha256').update(canonicalJson(outcomes)).digest('hex') },
  });
}
