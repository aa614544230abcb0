import type { CalendarDate } from '@ketenregie/kernel';
import { INTERRUPTED_AFTER, type Reader, queryOne } from '@ketenregie/platform/db';
import { type Page, type PagePlace, pageOf } from '@ketenregie/platform/graphql';
import type { Changes } from './applying/changes.js';
import type { ImportState } from './import-run.js';

/** An undo is offered this long; afterwards too much stands on what was brought. */
export const UNDO_DAYS = 30;

/** One file brought in, for its pages. */
export interface ImportRecord {
  readonly id: string;
  readonly fileName: string;
  readonly kind: string;
  readonly supplierKey: string | null;
  readonly referenceOn: CalendarDate;
  readonly state: ImportState;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly undoableUntil: string | null;
  readonly changes: Changes | null;
  readonly reading: { readonly sheets?: readonly ImportSheet[] };
}

export interface ImportSheet {
  readonly sheet: string | null;
  readonly headerRow: number | null;
  readonly columns: readonly { readonly letter: string; readonly header: string; readonly meaning: string | null; readonly samples: readonly string[] }[];
}

/** Long work about an import, as it is now. */
export interface OperationRecord {
  readonly subjectId: string;
  readonly kind: string;
  readonly state: string;
  readonly phase: string;
  readonly done: number;
  readonly total: number | null;
  readonly failure: string | null;
}

const instant = (column: string): string => `to_char((${column}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** An import whose staging was interrupted waits for nobody. */
const STATE = `case when i.state = 'staging' and not exists (select 1 from operation o where o.tenant_id = i.tenant_id and o.subject_id = i.id and o.changed_at > now() - ${INTERRUPTED_AFTER})
    and i.created_at < now() - ${INTERRUPTED_AFTER} then 'failed' else i.state end`;

const COLUMNS = `i.id, i.file_name as "fileName", i.kind, i.supplier_key as "supplierKey", i.reference_on as "referenceOn", ${STATE} as state, ${instant('i.created_at')} as "createdAt",
  coalesce((select nullif(m.display_name, '') from member m where i.created_by = 'member:' || m.id), i.created_by) as "createdBy",
  case when i.state = 'applied' then ${instant(`i.applied_at + interval '${UNDO_DAYS} days'`)} end as "undoableUntil", i.changes, i.reading`;

/** One import, or null: not there, or not in sight. */
export async function importById(reader: Reader, id: string): Promise<ImportRecord | null> {
  const [found] = await reader.query<ImportRecord>(`select ${COLUMNS} from import i where i.id = $1`, [id]);
  return found ?? null;
}

/** One page of imports, newest first, with their exact number. */
export async function importPage(reader: Reader, { first, after }: { readonly first: number; readonly after: PagePlace | null }): Promise<Page<ImportRecord> & { readonly totalCount: number }> {
  const { total } = await queryOne<{ total: number }>(reader, 'select count(*)::int as total from import');
  const values: unknown[] = [first + 1];
  const place = after === null ? '' : `where (i.created_at, i.id) < ($${values.push(after[0])}::timestamptz, $${values.push(after[1])}::uuid)`;
  const rows = await reader.query<ImportRecord>(`select ${COLUMNS} from import i ${place} order by i.created_at desc, i.id desc limit $1`, values);
  return { ...pageOf(rows, { first, after, place: ({ createdAt, id }) => [createdAt, id] }), totalCount: total };
}

/** What an import is after each work about it that is done whole. */
const DONE_AS = `(o.kind, i.state) in (('import.stage', 'staged'), ('import.apply', 'applied'), ('import.undo', 'undone'))`;

/** The process that did it is gone. What it did is then whole or not begun, and the import itself tells which. */
const IS_INTERRUPTED = `o.state = 'running' and o.changed_at < now() - ${INTERRUPTED_AFTER}`;

async function latestByImport(reader: Reader, ids: readonly string[], kinds: string): Promise<Map<string, OperationRecord>> {
  const rows = await reader.query<OperationRecord>(
    `select distinct on (o.subject_id) o.subject_id as "subjectId", o.kind, o.phase, o.done_count::int as done, o.total_count::int as total,
       case when not (${IS_INTERRUPTED}) then o.state when ${DONE_AS} then 'done' else 'failed' end as state,
       case when not (${IS_INTERRUPTED}) then o.failure when ${DONE_AS} then null else 'INTERRUPTED' end as failure
     from operation o join import i on i.tenant_id = o.tenant_id and i.id = o.subject_id
     where o.subject_id = any($1::uuid[]) and o.kind ${kinds} order by o.subject_id, o.started_at desc`,
    [ids],
  );
  return new Map(rows.map((operation) => [operation.subjectId, operation]));
}

/** The latest reading, recording or undoing of imports, by import. */
export const operationsByImport = (reader: Reader, ids: readonly string[]): Promise<Map<string, OperationRecord>> => latestByImport(reader, ids, `<> 'import.preview'`);

/** The latest working out of what imports would change, by import. */
export const previewsByImport = (reader: Reader, ids: readonly string[]): Promise<Map<string, OperationRecord>> => latestByImport(reader, ids, `= 'import.preview'`);
