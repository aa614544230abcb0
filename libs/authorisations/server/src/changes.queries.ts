import { type ChangeState, type EvidenceClass, isOpenChange } from '@ketenregie/authorisations-domain';
import type { CalendarDate } from '@ketenregie/kernel';
import type { Reader } from '@ketenregie/platform/db';

/** Kinds of change as they are stored. */
export type RecordedChangeKind = 'revoke' | 'change' | 'grant-anew';

/** A change that was decided about a right, in its present state. */
export interface RecordedChange {
  readonly id: string;
  readonly clientId: string;
  readonly authorisationId: string;
  readonly kind: RecordedChangeKind;
  readonly state: ChangeState;
  readonly decidedOn: CalendarDate;
  readonly decidedBy: string;
  readonly reason: string;
  readonly askedOf: string | null;
  readonly evidenceClass: EvidenceClass | null;
  readonly evidenceNote: string | null;
}

export interface RecordedStep {
  readonly id: string;
  readonly state: ChangeState;
  /** ISO instant in UTC. */
  readonly recordedAt: string;
  readonly recordedBy: string;
  readonly evidenceClass: EvidenceClass | null;
  readonly note: string | null;
}

const CHANGE_COLUMNS = `id, client_id as "clientId", authorisation_id as "authorisationId", kind, state, decided_on as "decidedOn", decided_by as "decidedBy", reason,
  asked_of as "askedOf", evidence_class as "evidenceClass", evidence_note as "evidenceNote"`;

/** One change, or null: not there, or not in scope. `isLocked` holds it for the writing that follows. */
export async function findChange(reader: Reader, id: string, { isLocked = false } = {}): Promise<RecordedChange | null> {
  const [change] = await reader.query<RecordedChange>(`select ${CHANGE_COLUMNS} from authorisation_change where id = $1${isLocked ? ' for no key update' : ''}`, [id]);
  return change ?? null;
}

/** All changes decided about rights, by right, oldest first. */
export async function changesByRight(reader: Reader, authorisationIds: readonly string[]): Promise<Map<string, RecordedChange[]>> {
  const rows = await reader.query<RecordedChange>(`select ${CHANGE_COLUMNS} from authorisation_change where authorisation_id = any($1::uuid[]) order by created_at, id`, [authorisationIds]);
  const changes = new Map<string, RecordedChange[]>(authorisationIds.map((id) => [id, []]));
  for (const change of rows) changes.get(change.authorisationId)?.push(change);
  return changes;
}

/** Whether a change of the same kind about the same right is still open. */
export async function hasOpenChange(reader: Reader, { authorisationId, kind }: Pick<RecordedChange, 'authorisationId' | 'kind'>): Promise<boolean> {
  const changes = (await changesByRight(reader, [authorisationId])).get(authorisationId) ?? [];
  return changes.some((change) => change.kind === kind && isOpenChange(change.state));
}

/** The steps changes went through, by change, in order. */
export async function stepsByChange(reader: Reader, changeIds: readonly string[]): Promise<Map<string, RecordedStep[]>> {
  const rows = await reader.query<RecordedStep & { readonly changeId: string }>(
    `select id, change_id as "changeId", state, to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "recordedAt", recorded_by as "recordedBy",
       evidence_class as "evidenceClass", note
     from authorisation_change_step where change_id = any($1::uuid[]) order by recorded_at, id`,
    [changeIds],
  );
  const steps = new Map<string, RecordedStep[]>(changeIds.map((id) => [id, []]));
  for (const { changeId, ...step } of rows) steps.get(changeId)?.push(step);
  return steps;
}
